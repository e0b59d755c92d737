/** Files whose keys and values do not fit the schema. */
import { expect, test } from 'vitest';
import {
  catalog,
  codes,
  type Edit,
  en,
  findings,
  problems,
  zephyrCatalog,
  zephyrCodes,
} from '../../../support/broken.ts';

type Case = readonly [name: string, edits: readonly Edit[], expected: readonly string[]];

const entryKeys = 'code, symbol, group, status, depth, sources, see, retired, successor, meanings';
const plainCode =
  'expected letters and digits, with single _ or - between them and at most one minus sign before them: a code becomes part of an address';
const device = 'expected another name: Windows keeps this one for itself and can have no such folder';
const title = '"Invalid token"';
const cause = '["The token is wrong or has expired."]';

const keys: readonly Case[] = [
  [
    'an unknown key',
    [[codes, 'symbol: ERR_TOKEN', 'colour: red']],
    [`${codes}:35:3: unknown key "colour", expected only ${entryKeys}`],
  ],
  [
    'an unknown key that would do things to a terminal',
    [[codes, 'symbol: ERR_TOKEN', '"a\\e[31m\\u202e": red']],
    [`${codes}:35:3: unknown key "a<U+001B>[31m<U+202E>", expected only ${entryKeys}`],
  ],
  [
    'unknown keys that every object has',
    [[codes, 'symbol: ERR_TOKEN', 'constructor: red\n  toString: x\n  hasOwnProperty: y']],
    ['constructor', 'toString', 'hasOwnProperty'].map(
      (key, index) => `${codes}:${35 + index}:3: unknown key "${key}", expected only ${entryKeys}`,
    ),
  ],
  [
    'a missing key',
    [[codes, '  status: retired\n', '']],
    [
      `${codes}:22:3: the key status is missing, expected it in this block: Whether the provider lists the code, does not, or no longer does`,
    ],
  ],
  [
    'a missing key within a line',
    [[catalog, 'url: "https://acme.example/docs/errors", ', '']],
    [`${catalog}:4:9: the key url is missing, expected it in this block: Where the document is`],
  ],
  [
    'a name that can be no key of sources',
    [[catalog, 'docs-zh-cn: {', '"Docs zh": {']],
    [
      `${catalog}:5:3: the key "Docs zh" cannot be used: expected lower-case letters, digits and single hyphens, as rate-limited`,
      `${codes}:5:19: the source "docs-zh-cn" does not exist, expected one of those in catalog.yaml: docs`,
    ],
  ],
];

const types: readonly Case[] = [
  [
    'a code as a number with leading zeros',
    [[zephyrCodes, '"1003"', '0042']],
    [`${zephyrCodes}:24:9: code: found "0042" without quotes, expected text: put it in quotes, as "0042"`],
  ],
  [
    'codes as other numbers',
    [
      [zephyrCodes, '"-1121"', '-1121'],
      [zephyrCodes, '"1003"', '1e3'],
    ],
    [
      `${zephyrCodes}:2:9: code: found "-1121" without quotes, expected text: put it in quotes, as "-1121"`,
      `${zephyrCodes}:24:9: code: found "1e3" without quotes, expected text: put it in quotes, as "1e3"`,
    ],
  ],
  [
    'a yes/no value for text',
    [[en, title, 'true']],
    [`${en}:31:14: title: found "true" without quotes, expected text: put it in quotes, as "true"`],
  ],
  ['nothing for text', [[en, `title: ${title}`, 'title:']], [`${en}:31:7: title: found nothing, expected text`]],
  ['null for text', [[en, title, 'null']], [`${en}:31:14: title: found nothing, expected text`]],
  ['a list for text', [[en, title, '[x]']], [`${en}:31:14: title: found a list, expected text`]],
  ['keys for text', [[en, title, '{ a: x, b: y }']], [`${en}:31:14: title: found the keys a, b, expected text`]],
  [
    'text for a list',
    [[en, cause, '"x"']],
    [`${en}:33:15: causes: found "x", expected a list, each item after a hyphen`],
  ],
  [
    'text for keys',
    [[catalog, '{ id: acme, homepage: "https://acme.example/" }', 'acme']],
    [`${catalog}:1:11: provider: found "acme", expected keys with values, as "key: value"`],
  ],
  ['an empty list', [[en, cause, '[]']], [`${en}:33:15: causes: found an empty list, expected at least 1 item`]],
  [
    'an empty list of sources',
    [[codes, '[docs, docs-zh-cn]', '[]']],
    [`${codes}:5:12: sources: found an empty list, expected at least 1 item`],
  ],
  [
    'a list that is too long',
    [[en, cause, `[${'x, '.repeat(13)}]`]],
    [`${en}:33:15: causes: found 13 items, expected at most 12`],
  ],
];

const values: readonly Case[] = [
  [
    'a value that is none of those allowed',
    [[codes, 'seen: sdk', 'seen: wire']],
    [`${codes}:21:35: seen: found "wire", expected one of documented, sdk, observed`],
  ],
  [
    'a number for one of a few words',
    [[problems, 'category: symbol', 'category: 5']],
    [
      `${problems}:1:37: category: found 5, expected one of success, notice, authentication, permission, rate-limit, request, symbol, subscription, connection, order, position, funds, risk-limit, service`,
    ],
  ],
  [
    'a date that does not exist',
    [[catalog, '2026-07-01', '2026-02-30']],
    [`${catalog}:4:94: read: found "2026-02-30", expected a date that exists`],
  ],
  [
    'a leap day in a year without one',
    [[catalog, '2026-07-01', '2100-02-29']],
    [`${catalog}:4:94: read: found "2100-02-29", expected a date that exists`],
  ],
  [
    'a date of another form',
    [[catalog, '2026-07-01', '1.7.2026']],
    [`${catalog}:4:94: read: found "1.7.2026", expected a date written as year-month-day, as 2026-07-16`],
  ],
  [
    'addresses that are none',
    [
      [catalog, '"https://acme.example/"', '"https://"'],
      [catalog, 'https://acme.example/docs/errors', 'javascript:alert(1)'],
      [catalog, 'https://acme.example/zh/docs/errors', 'https://acme.example/a b'],
      [zephyrCatalog, '"https://zephyr.example/"', '"https://zephyr.example:x/"'],
    ],
    [
      `${catalog}:1:33: homepage: found "https://", expected an http or https address without blanks, as https://example.com/errors`,
      `${catalog}:4:38: url: found "javascript:alert(1)", expected an http or https address without blanks, as https://example.com/errors`,
      `${catalog}:5:36: url: found "https://acme.example/a b", expected an http or https address without blanks, as https://example.com/errors`,
      `${zephyrCatalog}:1:35: homepage: found "https://zephyr.example:x/", expected an http or https address that leads somewhere, as https://example.com/errors`,
    ],
  ],
  [
    'languages that are none',
    [
      [catalog, 'language: en', 'language: English'],
      [catalog, 'language: zh-CN', 'language: en-x'],
    ],
    [
      `${catalog}:4:84: language: found "English", expected a language tag, as en, zh-CN or zh-TW`,
      `${catalog}:5:85: language: found "en-x", expected a language tag, as en, zh-CN or zh-TW`,
    ],
  ],
  [
    'a wait of another form',
    [[codes, '{ seconds: 10 }', '10']],
    [`${codes}:17:13: wait: found 10, expected exponential, described, { seconds: 10 } or { header: Retry-After }`],
  ],
  [
    'a wait with a misspelt key',
    [[codes, '{ seconds: 10 }', '{ second: 10 }']],
    [
      `${codes}:17:13: wait: found the key second, expected exponential, described, { seconds: 10 } or { header: Retry-After }`,
    ],
  ],
  [
    'a wait with a wrong number',
    [[codes, '{ seconds: 10 }', '{ seconds: -1 }']],
    [`${codes}:17:24: seconds: found -1, expected more than 0`],
  ],
  [
    'a wait without end',
    [[codes, '{ seconds: 10 }', '{ seconds: .inf }']],
    [`${codes}:17:24: seconds: found .inf, expected a number`],
  ],
  [
    'limits of another form',
    [
      [zephyrCatalog, '{ count: 10, seconds: 1 }', '{ count: 10, second: 1 }'],
      [zephyrCatalog, 'number: 5, atLeast: true', 'number: -5, atLeast: true'],
    ],
    [
      `${zephyrCatalog}:26:30: values, item 1: found the keys count, second, expected a number, { number, atLeast: true } or { count, seconds }`,
      `${zephyrCatalog}:27:84: number: found -5, expected at least 0`,
    ],
  ],
  [
    'a pattern of an envelope without keys',
    [[catalog, 'keys: [ret, msg]', 'keys: []']],
    [`${catalog}:12:28: keys: found an empty list, expected at least 1 item`],
  ],
  [
    'a template with a name that nothing fills in',
    [[catalog, '{{code:json}}', '{{cod}}']],
    [
      `${catalog}:10:15: template: holds the unknown "{{cod}}", expected only {{code}}, {{code:json}}, {{message}}, {{message:json}}`,
    ],
  ],
  [
    'a sample outside the folder',
    [[zephyrCatalog, 'handling: []', 'handling: [{ language: python, file: ../x.py }]']],
    [
      `${zephyrCatalog}:28:38: file: found "../x.py", expected the name of a .py, .mjs, .js or .ts file beside catalog.yaml`,
    ],
  ],
  [
    'ids that are none',
    [
      [problems, 'id: rate-limited', 'id: Rate_Limited'],
      [codes, 'slug: too-fast', `slug: ${'a'.repeat(61)}`],
    ],
    [
      `${codes}:14:13: slug: found 61 characters, expected at most 60`,
      `${problems}:2:9: id: found "Rate_Limited", expected lower-case letters, digits and single hyphens, as rate-limited`,
    ],
  ],
  [
    'a problem with the name of a device',
    [[problems, 'id: rate-limited', 'id: con']],
    [`${problems}:2:9: id: found "con", ${device}`],
  ],
];

test.each([...keys, ...types, ...values])('%s', (_name, edits, expected) => {
  expect(findings(...edits)).toEqual(expected);
});

test.each([
  ...['a/b', 'a:b', '*', '?', 'a.b', 'a b', '..', '.', '', '-', '--1', '1--2', '_a', 'é', '错', ' 1', '1 ', '%31', '#'],
  ...['__proto__', '<b>', "'", '&', '|'],
])('the code %j is refused', (code) => {
  expect(findings([zephyrCodes, '"1003"', JSON.stringify(code)])).toEqual([
    `${zephyrCodes}:24:9: code: found "${code}", ${plainCode}`,
  ]);
});

test.each([
  ['a\\b', 'a\\b'],
  ['1\n', '1<U+000A>'],
  ['"', '"'],
])('the code %j is refused, and told without harm', (code, shown) => {
  expect(findings([zephyrCodes, '"1003"', JSON.stringify(code)])).toEqual([
    `${zephyrCodes}:24:9: code: found "${shown}", ${plainCode}`,
  ]);
});

test.each(['CON', 'nul', 'Aux', 'prn', 'com1', 'LPT9'])('the code %j is refused: no such folder on Windows', (code) => {
  expect(findings([zephyrCodes, '"1003"', `"${code}"`])).toEqual([
    `${zephyrCodes}:24:9: code: found "${code}", ${device}`,
  ]);
});

test('a code of more than 60 characters is refused', () => {
  expect(findings([zephyrCodes, '"1003"', `"${'9'.repeat(61)}"`])).toEqual([
    `${zephyrCodes}:24:9: code: found 61 characters, expected at most 60`,
  ]);
});
