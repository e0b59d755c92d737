/** Text in a catalog is text: what can be shown comes through unchanged, what cannot is rejected. */

import { z } from 'astro/zod';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import type { Finding } from '../../../../src/catalog/reading/findings.ts';
import { parseYaml } from '../../../../src/catalog/reading/yaml.ts';
import { quoted, text, textBlock } from '../../../../src/catalog/schema/text.ts';
import { atlasOf, catalog, codes, en, findings } from '../../../support/broken.ts';
import { runs } from '../../../support/runs.ts';

vi.setConfig({ testTimeout: 30_000 });

const title = '"Invalid token"';
const oneLine = 'expected one line of printable text';
const plain = 'expected plain text (U+200E and U+200F are allowed)';

test.each([
  ['\\t', `holds a tab (U+0009), ${oneLine}`],
  ['a\\tb', `holds a tab (U+0009), ${oneLine}`],
  ['a\\nb', `holds a line break (U+000A), ${oneLine}`],
  ['a\\rb', `holds a carriage return (U+000D), ${oneLine}`],
  ['a\\0b', `holds a null character (U+0000), ${oneLine}`],
  ['\\e[31mred', `holds a control character (U+001B), ${oneLine}`],
  ['a\\x7Fb', `holds a control character (U+007F), ${oneLine}`],
  ['a\\Nb', `holds a control character (U+0085), ${oneLine}`],
  ['a\\uD800b', `holds half of a character (U+D800), ${oneLine}`],
  ['a\\uDC00', `holds half of a character (U+DC00), ${oneLine}`],
  ['a\\uFFFE', `holds a number that stands for no character (U+FFFE), ${oneLine}`],
  ['a\\U0001FFFF', `holds a number that stands for no character (U+1FFFF), ${oneLine}`],
  ['a\\uFFFDb', `holds the mark that stands for text lost in a wrong encoding (U+FFFD), ${oneLine}`],
  ['a\\u2028b', `holds a line separator (U+2028), ${oneLine}`],
  ['a\\u2029b', `holds a paragraph separator (U+2029), ${oneLine}`],
  ['\\uFEFFa', `holds a byte order mark (U+FEFF), ${oneLine}`],
  ['a\\u202Eb', `holds a character that reorders the text around it (U+202E), ${plain}`],
  ['\\u202Aa\\u202C', `holds a character that reorders the text around it (U+202A), ${plain}`],
  ['\\u2066a\\u2069', `holds a character that reorders the text around it (U+2066), ${plain}`],
  [' a', 'begins or ends with a blank, expected none there'],
  ['a ', 'begins or ends with a blank, expected none there'],
  ['\\_a', 'begins or ends with a blank, expected none there'],
  ['\\u3000a', 'begins or ends with a blank, expected none there'],
  ['', 'expected text, found none'],
  ['   ', 'holds only blanks, expected text'],
  ['\\u200B', 'holds nothing that can be seen, expected text'],
  ['\\u200F\\u200E', 'holds nothing that can be seen, expected text'],
  ['\\u0301', 'holds nothing that can be seen, expected text'],
])('the text "%s" is refused', (written, why) => {
  expect(findings([en, title, `"${written}"`])).toEqual([`${en}:31:14: title: ${why}`]);
});

test('a text of a million characters is refused, and not repeated', () => {
  expect(findings([en, title, `"${'x'.repeat(1_000_000)}"`])).toEqual([
    `${en}:31:14: title: found 1000000 characters, expected at most 2000`,
  ]);
});

test.each([
  ['a\\tb', 'holds a tab (U+0009), expected lines of printable text'],
  ['a\\u202E', `holds a character that reorders the text around it (U+202E), ${plain}`],
  ['\\n \\n', 'holds nothing that can be seen, expected text'],
  ['\\n{{code}}', 'begins with an empty line, expected text on the first'],
  ['', 'expected text, found none'],
])('the template "%s" is refused', (written, why) => {
  const before = 'template: |\n      {"ret": {{code:json}}, "msg": {{message:json}}}';
  expect(findings([catalog, before, `template: "${written}"`])).toEqual([`${catalog}:10:15: template: ${why}`]);
});

test.each([
  '<script>alert(1)</script>',
  '<!-- x --> ]]> </title>',
  '{x} {{y}} ${z} {% w %}',
  'a | b || c',
  '`code` ``two`` ```',
  ':::tip[x]',
  '---',
  '# *not* _a_ [link](javascript:alert(1)) ![i](x)',
  '&amp; &lt; &#x202E; &',
  '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 é',
  'שלום\u200F!',
  'a\u200Eb\u200Dc',
  'x'.repeat(2000),
  '很'.repeat(2000),
  `"double" 'single' “curly” 「角」`,
  'C:\\new\\table \\u202E',
  '=SUM(A1) +1 -1 @x',
  '0042',
  'null',
  '--1121 … – —',
  'import x from "y"; export default z',
])('%j comes through as it is', (value) => {
  const yaml = JSON.stringify(value);
  const atlas = atlasOf(
    [en, title, yaml],
    [codes, '"Invalid <token>"', yaml],
    [codes, 'symbol: ERR_TOKEN', `symbol: ${yaml}`],
    ['problems/text.en.yaml', '"Rate limited"', yaml],
  );
  const entry = atlas.catalogs[0]?.entries.find(({ code }) => code === '1003');
  const [meaning] = entry?.meanings ?? [];
  expect(meaning?.text.en.title).toBe(value);
  expect(meaning?.messages[0]?.text).toBe(value);
  expect(meaning?.example.text).toBe(`{"ret": 1003, "msg": ${JSON.stringify(value)}}`);
  expect(entry?.symbol).toBe(value);
  expect(atlas.problems[1]?.text.en.title).toBe(value);
});

test('a cause is Markdown, and what it may not hold is told with its place', () => {
  const cause = '["The token is wrong or has expired."]';
  const refused = (written: string) => findings([en, cause, `[${JSON.stringify(written)}]`]);
  const [read] =
    atlasOf([en, cause, '["Field `token`, see [`400`](400#too-fast)."]']).catalogs[0]?.entries.find(
      ({ code }) => code === '1003',
    )?.meanings[0].text.en.causes ?? [];
  expect(read?.plain).toBe('Field token, see 400.');
  expect(read?.nodes.at(-2)).toMatchObject({ type: 'link', url: '/en/acme/400/#too-fast' });
  expect(refused('a <b>c</b>')).toEqual([
    `${en}:33:16: causes, item 1: holds HTML, "<b>", expected one line of words with code spans, links, *emphasis* and **strong emphasis**; a character that is meant literally has a backslash before it, or stands in a code span`,
  ]);
  expect(refused('[x](javascript:1)')).toEqual([
    `${en}:33:16: causes, item 1: holds a link to "javascript:1", expected an https address, a code of this catalog as 1002, or a page of the atlas as /tickdb/1001, /tickdb or /problems/rate-limited`,
  ]);
  expect(refused('a\tb')).toEqual([`${en}:33:16: causes, item 1: holds a tab (U+0009), ${oneLine}`]);
});

test.each([
  ['4000', '"[x](4000)"', 'the code "4000" does not exist, expected one of those in acme/codes.yaml: 400, 1001, 1003'],
  [
    'another catalog',
    '"[x](/acme-spot)"',
    'the catalog "acme-spot" does not exist, expected one of those in content/catalogs: acme, zephyr-futures',
  ],
  [
    'a code there',
    '"[x](/zephyr-futures/9)"',
    'the code "9" does not exist, expected one of those in zephyr-futures/codes.yaml: -1121, AMBIGUOUS_SYMBOL, 1003',
  ],
  [
    'a meaning',
    '"[x](400#too-slow)"',
    'the meaning "too-slow" does not exist, expected one of those in acme/codes.yaml under 400: bad-symbol, too-fast',
  ],
  [
    'a problem',
    '"[x](/problems/rate-limit)"',
    'the problem "rate-limit" does not exist, expected one of those in problems/problems.yaml: symbol-not-found, rate-limited, invalid-credential; what each means stands in problems/text.en.yaml',
  ],
])('a link to %s that does not exist', (_name, written, why) => {
  const [, target] = /\((.*)\)/.exec(written) ?? [];
  expect(findings([en, '"The token is wrong or has expired."', written])).toEqual([
    `${en}:33:16: the link "[x](${target})" leads nowhere: ${why}`,
  ]);
});

test('a link within a problem names the catalog, and an entry does not link to itself', () => {
  const problem = 'problems/text.en.yaml';
  expect(findings([problem, '"The provider does not know the symbol."', '"See [x](400)."'])).toEqual([
    `${problem}:3:12: the link "[x](400)" leads nowhere: expected it to begin with / in a text that belongs to no catalog, as /tickdb/1001`,
  ]);
  expect(findings([en, '"The token is wrong or has expired."', '"[x](1003)"'])).toEqual([
    `${en}:33:16: the link "[x](1003)" leads to its own page, expected the code alone`,
  ]);
});

describe('whatever the text', () => {
  const schema = z.strictObject({ line: text.optional(), block: textBlock.optional() });
  const read = (value: object): { readonly data: unknown; readonly findings: readonly Finding[] } => {
    const list: Finding[] = [];
    const { data } = parseYaml(stringify(value, { lineWidth: 0 }), 'file.yaml', schema, list);
    return { data, findings: list };
  };
  const strings = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom(
        ...'ab \n\t\r\0<>&"\'`{}|:#-*[]\\%@!?,',
        '\u2028',
        '\uFEFF',
        '\uD800',
        '\u202E',
        '\u200F',
        '错',
      ),
      maxLength: 20,
    }),
  );

  test.each(['line', 'block'] as const)('a %s is refused or comes back as it was', (key) => {
    fc.assert(
      fc.property(strings, (value) => {
        const { data, findings: found } = read({ [key]: value });
        if (found.length === 0) expect(data).toEqual({ [key]: value });
        else for (const { message } of found) expect(message).toMatch(/expected /);
      }),
      { numRuns: runs(500) },
    );
  });

  test('a text that is accepted has one line, no blanks around it, and something to see', () => {
    fc.assert(
      fc.property(strings, (value) => {
        if (!text.safeParse(value).success) return;
        expect(value).toBe(value.trim());
        expect(value).not.toMatch(/[\n\r\u2028\u2029\p{Cc}\p{Cs}]/u);
        expect(value).toMatch(/[^\p{C}\p{Z}]/u);
        expect(value.isWellFormed()).toBe(true);
      }),
      { numRuns: runs(500) },
    );
  });

  test('a finding quotes it on one short line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (value) => {
        const shown = quoted(value);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
        expect(shown.length).toBeLessThan(700);
      }),
    );
  });
});
