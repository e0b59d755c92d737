/** Files that are not YAML, or use YAML features that catalogs do not allow. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { ContentError } from '../../../../src/catalog/reading/findings.ts';
import {
  type Change,
  codes,
  type Edit,
  en,
  findings,
  findingsIn,
  withChanges,
  zephyrCatalog,
} from '../../../support/broken.ts';

vi.setConfig({ testTimeout: 30_000 });

type Case = readonly [name: string, edits: readonly Edit[], expected: readonly string[]];

const tab =
  'malformed YAML: a tab at the beginning of the line, expected blanks, as many as the lines beside it begin with';

const malformed: readonly Case[] = [
  [
    'a text in quotes that is not closed',
    [[codes, '"400"', '"400']],
    [`${codes}:2:9: malformed YAML: a text in quotes begins here and does not end, expected " after it`],
  ],
  [
    'a bracket that is not closed',
    [[codes, 'see: ["1003"]', 'see: ["1003"']],
    [`${codes}:6:8: malformed YAML: a bracket opens here and is not closed, expected ]`],
  ],
  [
    'a bracket that is not closed until the end of the file',
    [[zephyrCatalog, 'handling: []', 'handling: [']],
    [`${zephyrCatalog}:28:11: malformed YAML: a bracket opens here and is not closed, expected ]`],
  ],
  [
    'a tab as indentation, and none of its consequences',
    [[codes, '  symbol: ERR_TOKEN', '\tsymbol: ERR_TOKEN']],
    [`${codes}:35:1: ${tab}`],
  ],
  [
    'a tab before an item of a list',
    [[codes, '    - slug: invalid-token', '\t- slug: invalid-token']],
    [`${codes}:40:1: ${tab}`],
  ],
  [
    'a tab between the blanks and an item',
    [[codes, '    - slug: invalid-token', '    \t- slug: invalid-token']],
    [`${codes}:40:5: ${tab}`],
  ],
  [
    'a tab before an item that is a text',
    [[en, 'causes: ["The token is wrong or has expired."]', 'causes:\n\t- "The token is wrong or has expired."']],
    [`${en}:34:1: ${tab}`],
  ],
  [
    'a tab after a hyphen',
    [[codes, '    - slug: invalid-token', '    -\tslug: invalid-token']],
    [`${codes}:40:6: malformed YAML: a tab after the hyphen, expected a blank`],
  ],
  [
    'tabs everywhere',
    [
      [codes, '  symbol: ERR_TOKEN', '\tsymbol: ERR_TOKEN'],
      [codes, '    - slug: invalid-token', '\t\t- slug: invalid-token'],
    ],
    [`${codes}:35:1: ${tab}; 1 more line has one`],
  ],
  [
    'a tab below another mistake, which is told too',
    [
      [codes, '"token expired"', '@token'],
      [codes, '  symbol: ERR_TOKEN', '\tsymbol: ERR_TOKEN'],
    ],
    [`${codes}:33:19: malformed YAML: a text that begins with @, expected it in quotes`, `${codes}:35:1: ${tab}`],
  ],
  [
    'a tab within a text of several lines is none of its mistakes',
    [
      [codes, '"token expired"', '"token\n          \tthat: expired"'],
      [codes, '"Invalid <token>"', '`x`'],
    ],
    [`${codes}:46:19: malformed YAML: a text that begins with \`, expected it in quotes`],
  ],
  [
    'a line that is indented too far',
    [[codes, '  symbol: ERR_TOKEN', '   symbol: ERR_TOKEN']],
    [
      `${codes}:35:1: malformed YAML: this line begins further left or right than those it belongs to, expected it right below them`,
    ],
  ],
  [
    'a colon and a blank in a text without quotes',
    [[codes, 'symbol: ERR_TOKEN', 'symbol: ERR: TOKEN']],
    [
      `${codes}:35:11: malformed YAML: a second key in the value of the first, expected one key on a line (a text that holds ": " goes in quotes)`,
    ],
  ],
  [
    'a key without a colon',
    [[codes, 'symbol: ERR_TOKEN', 'symbol']],
    [`${codes}:35:3: malformed YAML: a line without a colon among keys, expected "key: value"`],
  ],
  [
    'a key without a colon at the end',
    [[zephyrCatalog, 'handling: []', 'handling: []\nhandled']],
    [`${zephyrCatalog}:29:1: malformed YAML: a line without a colon among keys, expected "key: value"`],
  ],
  [
    'characters that cannot begin a text',
    [
      [codes, 'ERR_TOKEN', '`ERR_TOKEN`'],
      [en, '"Invalid token"', '%x'],
    ],
    [
      `${codes}:35:11: malformed YAML: a text that begins with \`, expected it in quotes`,
      `${en}:31:14: malformed YAML: a text that begins with %, expected it in quotes`,
    ],
  ],
  [
    'a backslash in double quotes',
    [[codes, '"Invalid <token>"', '"C:\\work"']],
    [`${codes}:45:22: malformed YAML: \\w means nothing in double quotes, expected \\\\w for what it looks like`],
  ],
  [
    'a second document',
    [[codes, '', '---\n- x\n']],
    [
      `${codes}:46:1: malformed YAML: a line of three hyphens begins a second document, expected one document in the file`,
    ],
  ],
  [
    'a key that is very long',
    [[en, 'title: "Invalid token"', `"${'x'.repeat(1_000_000)}": x`]],
    [`${en}:31:7: malformed YAML: a key of more than 1024 characters, expected a short one`],
  ],
  [
    'two mistakes in two places',
    [
      [codes, '"token expired"', '@token'],
      [codes, '"Invalid <token>"', '`x`'],
    ],
    [
      `${codes}:33:19: malformed YAML: a text that begins with @, expected it in quotes`,
      `${codes}:45:19: malformed YAML: a text that begins with \`, expected it in quotes`,
    ],
  ],
];

test.each(malformed)('malformed: %s', (_name, edits, expected) => {
  expect(findings(...edits)).toEqual(expected);
});

const forbidden: readonly Case[] = [
  [
    'anchors',
    [[codes, 'symbol: ERR_TOKEN', 'symbol: &a ERR_TOKEN']],
    [`${codes}:35:14: YAML anchors (&name) are not allowed, expected the value without one`],
  ],
  [
    'aliases',
    [
      [codes, '"token expired"', '&a "token expired"'],
      [codes, '"Invalid <token>"', '*a'],
    ],
    [
      `${codes}:33:22: YAML anchors (&name) are not allowed, expected the value without one`,
      `${codes}:45:19: YAML aliases (*name) are not allowed, expected the value itself`,
    ],
  ],
  [
    'tags',
    [
      [codes, 'symbol: ERR_TOKEN', 'symbol: !!str ERR_TOKEN'],
      [codes, '"token expired"', '!secret x'],
    ],
    [
      `${codes}:33:27: YAML tags (!name) are not allowed, expected the value without one`,
      `${codes}:35:17: YAML tags (!name) are not allowed, expected the value without one`,
    ],
  ],
  [
    'another version of YAML',
    [[codes, '# One', '%YAML 1.1\n---\n# One']],
    [`${codes}:1:1: a line that begins with %YAML is not allowed, expected the content alone`],
  ],
  [
    'a list as a key',
    [[codes, 'symbol: ERR_TOKEN', '? [a]\n  : b']],
    [`${codes}:35:5: a list or block stands as a key, expected text`],
  ],
  [
    '__proto__ as a key',
    [[codes, 'symbol: ERR_TOKEN', '__proto__: { x: 1 }']],
    [`${codes}:35:3: the key __proto__ is not allowed, expected another name`],
  ],
  [
    'a key that stands twice',
    [[codes, '  symbol: ERR_TOKEN', '  group: request']],
    [`${codes}:36:3: this key stands twice in its block, expected it once`],
  ],
  [
    'a number as a key',
    [[en, '"1003":', '1003:']],
    [`${en}:29:3: the key 1003 is not text, expected it in quotes: "1003"`],
  ],
  [
    'a number with leading zeros as a key: it is told as it was written',
    [[en, '"1003":', '0042:']],
    [
      `${en}:11:1: the code "1003" has no text here, expected one under codes`,
      `${en}:29:3: text for the code "0042", which codes.yaml does not have, expected none`,
      `${en}:29:3: the key 0042 is not text, expected it in quotes: "0042"`,
    ],
  ],
  [
    'a yes/no value as a key',
    [[codes, 'symbol: ERR_TOKEN', 'true: b']],
    [
      `${codes}:35:3: the key true is not text, expected it in quotes: "true"`,
      `${codes}:35:3: unknown key "true", expected only code, symbol, group, status, depth, sources, see, retired, successor, meanings`,
    ],
  ],
];

test.each(forbidden)('refused: %s', (_name, edits, expected) => {
  expect(findings(...edits)).toEqual(expected);
});

test('the error tells where the first of its findings is', () => {
  const finding = (file: string, line: number) => ({ file, line, column: 2, message: 'wrong' });
  expect(new ContentError([finding('b.yaml', 1), finding('a.yaml', 9), finding('a.yaml', 3)]).loc).toEqual({
    file: 'a.yaml',
    line: 3,
    column: 2,
  });
  expect(new ContentError([]).loc).toBeUndefined();
});

/** Returns what is reported about the fixture with one of its files replaced. */
const withFile = (file: string, content: string | Buffer): readonly string[] =>
  withChanges([[file, content] as Change | [string, Buffer]], findingsIn);

test('aliases that would stand for gigabytes are refused at once', () => {
  const levels = ['a: &a0 ["x"]'];
  for (let level = 1; level < 40; level++) {
    levels.push(
      `b${level}: &a${level} [${Array(9)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    );
  }
  const found = withFile('redirects.yaml', `${levels.join('\n')}\n`);
  expect(found).toContain('redirects.yaml:2:10: YAML aliases (*name) are not allowed, expected the value itself');
  expect(found).toContain('redirects.yaml:1:8: YAML anchors (&name) are not allowed, expected the value without one');
});

test.each(['['.repeat(100_000), `${'['.repeat(100_000)}${']'.repeat(100_000)}`])(
  'lists without end are refused: %#',
  (text) => {
    expect(withFile('redirects.yaml', text)).toEqual([
      expect.stringMatching(
        /^redirects\.yaml:1:\d+: malformed YAML: lists within lists, too deep to read, expected the few levels that the other files have$/,
      ),
    ]);
  },
);

test.each(['', '# nothing but a comment\n', '\n\n'])('an empty file is told: %j', (text) => {
  expect(withFile('redirects.yaml', text)).toEqual(['redirects.yaml:1:1: the file is empty, expected its content']);
});

test('a file that is something else altogether', () => {
  expect(withFile('redirects.yaml', 'hello\n')).toEqual([
    'redirects.yaml:1:1: the file: found "hello", expected a list, each item after a hyphen',
  ]);
});

test('a file in another encoding is told with the line where that begins', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../fixtures/tiny', 'redirects.yaml'));
  const gbk = Buffer.from([0x23, 0x20, 0xb4, 0xed, 0xce, 0xf3, 0x0a]);
  expect(withFile('redirects.yaml', Buffer.concat([text, gbk]))).toEqual([
    'redirects.yaml:2:1: text in another encoding, expected the file to be saved as UTF-8',
  ]);
  expect(withFile('redirects.yaml', Buffer.from('\uFEFF[]', 'utf16le'))).toEqual([
    'redirects.yaml:1:1: text in another encoding, expected the file to be saved as UTF-8',
  ]);
});

test('a byte order mark before the file and line ends of Windows do no harm, and do not shift columns', () => {
  const asWindows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
  const path = join(import.meta.dirname, '../../../fixtures/tiny', codes);
  const text = readFileSync(path, 'utf8');
  expect(withFile(codes, asWindows(text))).toEqual([]);
  expect(withFile('redirects.yaml', '\uFEFFx: 1\r\n')).toEqual([
    'redirects.yaml:1:1: the file: found the key x, expected a list, each item after a hyphen',
  ]);
  expect(withFile(codes, asWindows(text.replace('see: ["1003"]', 'see: ["1004"]')))).toEqual([
    `${codes}:6:9: the code "1004" does not exist, expected one of those in codes.yaml: 400, 1001, 1003`,
  ]);
});
