/** Files and folders that are missing, misnamed or unexpected; and many mistakes at once. */
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readAtlas } from '../../../../src/catalog/read.ts';
import { ContentError } from '../../../../src/catalog/reading/findings.ts';
import {
  catalog,
  change,
  codes,
  en,
  findings,
  findingsIn,
  inCopy,
  problems,
  zephyrCodes,
  zhTw,
} from '../../../support/broken.ts';

/** Returns what is reported about the fixture after a change to its folder. */
const after = (act: (path: (name: string) => string) => void): readonly string[] =>
  inCopy((folder) => {
    act((name) => join(folder, name));
    return findingsIn(folder);
  });

const missing = 'the file is missing, expected it to exist';

test('the fixture as it is has nothing wrong', () => {
  expect(after(() => undefined)).toEqual([]);
});

test.each([codes, catalog, en, zhTw, problems, 'problems/text.zh-cn.yaml'])('%s is missing', (file) => {
  expect(after((path) => rmSync(path(file)))).toEqual([`${file}:1:1: ${missing}`]);
});

test('a folder in place of a file', () => {
  const found = after((path) => {
    rmSync(path(en));
    mkdirSync(path(en));
  });
  expect(found).toEqual([`${en}:1:1: ${missing}`]);
});

test('all problems are missing', () => {
  expect(after((path) => rmSync(path('problems'), { recursive: true }))).toEqual(
    ['problems.yaml', 'text.en.yaml', 'text.zh-cn.yaml', 'text.zh-tw.yaml'].map(
      (name) => `problems/${name}:1:1: ${missing}`,
    ),
  );
});

test('all catalogs are missing: told once, not for every address', () => {
  expect(after((path) => rmSync(path('catalogs'), { recursive: true }))).toEqual([
    'catalogs:1:1: no catalog found, expected a folder for each',
  ]);
});

test('a misnamed language file is told as missing and as strange', () => {
  const name = 'catalogs/acme/text.zh_tw.yaml';
  expect(after((path) => renameSync(path(zhTw), path(name)))).toEqual([
    `${zhTw}:1:1: ${missing}`,
    `${name}:1:1: no file of this name is read, expected only catalog.yaml, codes.yaml, text.en.yaml, text.zh-cn.yaml, text.zh-tw.yaml`,
  ]);
});

test('YAML where none is read', () => {
  const found = after((path) => {
    writeFileSync(path('redirect.yaml'), '[]');
    writeFileSync(path('catalogs/acme.yaml'), '{}');
  });
  expect(found).toEqual([
    'catalogs/acme.yaml:1:1: no file of this name is read, expected none here',
    'redirect.yaml:1:1: no file of this name is read, expected only redirects.yaml, changes.yaml',
  ]);
});

test('a catalog may be a link to a folder', () => {
  const ids = inCopy((folder) => {
    const elsewhere = join(folder, 'elsewhere');
    renameSync(join(folder, 'catalogs/acme'), elsewhere);
    symlinkSync(elsewhere, join(folder, 'catalogs/acme'));
    return readAtlas(folder, folder).catalogs.map(({ id }) => id);
  });
  expect(ids).toEqual(['acme', 'zephyr-futures']);
});

test('a name with control characters stays on one line', () => {
  const found = after((path) => mkdirSync(path('catalogs/a\n\u001b[31m')));
  expect(found.length).toBeGreaterThan(0);
  for (const line of found) expect(line).not.toMatch(/[\p{Cc}]/u);
  expect(found[0]).toContain('catalogs/a<U+000A><U+001B>[31m/catalog.yaml:1:1: ');
});

test('files of other kinds and hidden files are left alone', () => {
  const found = after((path) => {
    writeFileSync(path('catalogs/README.md'), 'x');
    writeFileSync(path('catalogs/acme/notes.txt'), 'x');
    writeFileSync(path('catalogs/acme/.codes.yaml.swp'), 'x');
    mkdirSync(path('catalogs/.git'));
  });
  expect(found).toEqual([]);
});

const gone = (address: string, line: number): string =>
  `permalinks.txt:${line}:1: the address ${address} was published and no longer exists, expected its entry with status: retired, or a redirect in redirects.yaml`;
const goneWithZephyr = [
  gone('/zephyr-futures/-1121/', 5),
  gone('/zephyr-futures/1003/', 6),
  gone('/zephyr-futures/ambiguous_symbol/', 7),
  'redirects.yaml:1:44: the address /zephyr-futures/-1121/ does not exist, expected the permanent link of an entry',
];
const noAddress = 'cannot be an address, expected at most 60 lower-case letters, digits and single hyphens';
const ownAddress = 'is an address of the site itself, expected another name';

test.each([
  ['Acme', noAddress],
  ['a_b', noAddress],
  ['a--b', noAddress],
  ['9x', noAddress],
  ['ac me', noAddress],
  ['行情', noAddress],
  ['__proto__', noAddress],
  ['x'.repeat(61), noAddress],
  ['en', ownAddress],
  ['zh-cn', ownAddress],
  ['problems', ownAddress],
  ['find', ownAddress],
  ['api', ownAddress],
  ['con', 'is kept by Windows for itself, expected another name'],
])('a catalog in the folder %s', (name, why) => {
  const shown = name.length > 60 ? `${name.slice(0, 60)}…` : name;
  expect(after((path) => renameSync(path('catalogs/zephyr-futures'), path(`catalogs/${name}`)))).toEqual([
    `catalogs/${name}/catalog.yaml:1:1: the folder name "${shown}" ${why}`,
    ...goneWithZephyr,
  ]);
});

test('sample code that reads differently from what it does is refused, tabs are not', () => {
  const file = 'catalogs/acme/handling.py';
  expect(after((path) => appendFileSync(path(file), 'if True:\r\n\tpass\r\n#  \u202Eх\n'))).toEqual([
    `${file}:6:4: holds a character that reorders the text around it (U+202E), expected plain text (U+200E and U+200F are allowed)`,
  ]);
  expect(after((path) => appendFileSync(path(file), 'if True:\n\tpass\n'))).toEqual([]);
});

test('mistakes in several files are told all at once, by file, line and column', () => {
  const found = findings(
    ['permalinks.txt', '', '/acme/7/\n'],
    [zhTw, 'origin: translated\n      causes: ["代碼拼錯', 'origin: ours\n      causes: ["代碼拼錯'],
    [problems, 'category: symbol', 'category: symbols'],
    [zephyrCodes, '"1003"', '0042'],
    [en, '"1003":', '"1004":'],
    [codes, 'symbol: ERR_TOKEN', 'colour: red'],
    [codes, 'group: request', 'group: requests'],
    [codes, 'see: ["1003"]', 'see: ["1004", "a b"]'],
    [catalog, '2026-07-01', '2026-02-30'],
    ['redirects.yaml', '- {', '- [{'],
  );
  expect(found).toEqual([
    `${catalog}:4:94: read: found "2026-02-30", expected a date that exists`,
    `${codes}:3:10: the group "requests" does not exist, expected one of those in catalog.yaml: request, authentication`,
    `${codes}:6:9: the code "1004" does not exist, expected one of those in codes.yaml: 400, 1001, 1003`,
    `${codes}:6:17: see, item 2: found "a b", expected letters and digits, with single _ or - between them and at most one minus sign before them: a code becomes part of an address`,
    `${codes}:35:3: unknown key "colour", expected only code, symbol, group, status, depth, sources, see, retired, successor, meanings`,
    `${en}:11:1: the code "1003" has no text here, expected one under codes`,
    `${en}:29:3: text for the code "1004", which codes.yaml does not have, expected none`,
    `${zhTw}:15:15: origin: found "ours", expected one of official, third-party, translated`,
    `${zephyrCodes}:24:9: code: found "0042" without quotes, expected text: put it in quotes, as "0042"`,
    `${problems}:1:37: category: found "symbols", expected one of success, notice, authentication, permission, rate-limit, request, symbol, subscription, connection, order, position, funds, risk-limit, service`,
    'redirects.yaml:1:3: malformed YAML: a bracket opens here and is not closed, expected ]',
  ]);
});

test('a file that cannot be read brings no findings about what depends on it', () => {
  // The related code, the texts and the permanent links of all codes of the catalog are unknown.
  expect(findings([codes, '- code: "400"', '- code: "400'])).toHaveLength(1);
  // So are the groups, sources and envelopes of its codes.
  expect(findings([catalog, 'groups: [request, authentication]', 'groups: [request, authentication'])).toHaveLength(1);
  // And an invalid code may be the one that is missing elsewhere.
  expect(findings([codes, '- code: "1003"', '- code: 1003'])).toEqual([
    `${codes}:34:9: code: found "1003" without quotes, expected text: put it in quotes, as "1003"`,
  ]);
});

test('the error carries the findings, and its message ends with their number', () => {
  inCopy((folder) => {
    change(folder, [codes, 'seen: sdk', 'seen: wire']);
    const read = () => readAtlas(folder, folder);
    expect(read).toThrow(ContentError);
    expect(read).toThrow(
      `${codes}:21:35: seen: found "wire", expected one of documented, sdk, observed\n1 problem in the content`,
    );
    change(folder, [codes, 'group: request', 'group: requests']);
    expect(read).toThrow(/\n2 problems in the content$/);
  });
});

test('findings name files relative to the root', () => {
  inCopy((folder) => {
    rmSync(join(folder, codes));
    expect(() => readAtlas(folder, join(folder, 'catalogs'))).toThrow(/^acme\/codes\.yaml:1:1: /);
    expect(readFileSync(join(folder, en), 'utf8')).toContain('codes:');
  });
});
