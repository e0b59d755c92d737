/** Names that every JavaScript object has are ordinary names, or rejected; never confused with built-in properties. */
import { cpSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readAtlas } from '../../../../src/catalog/read.ts';
import {
  atlasOf,
  catalog,
  change,
  codes,
  type Edit,
  findings,
  findingsIn,
  inCopy,
  problems,
  zephyrCatalog,
  zephyrCodes,
} from '../../../support/broken.ts';

const locales = ['en', 'zh-cn', 'zh-tw'] as const;
const inTexts = (id: string, before: string, after: string): readonly Edit[] =>
  locales.map((locale): Edit => [`catalogs/${id}/text.${locale}.yaml`, before, after]);

test.each([
  ...[
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'isPrototypeOf',
    'prototype',
    'length',
    'then',
    'undefined',
  ],
  ...['NaN', 'true', 'null', '0042', '-0', '1e3', '0x10', 'toJSON'],
])('the code %s works through the whole model', (code) => {
  const atlas = atlasOf(
    [codes, '- code: "1003"', `- code: "${code}"`],
    [codes, 'see: ["1003"]', `see: ["${code}"]`],
    [codes, 'successor: "1003"', `successor: "${code}"`],
    ...inTexts('acme', '"1003":', `"${code}":`),
    ['permalinks.txt', '/acme/1003/', `/acme/${code.toLowerCase()}/`],
  );
  const [first, second, entry] = atlas.catalogs[0]?.entries ?? [];
  expect(entry?.code).toBe(code);
  expect(entry?.meanings[0].text.en.title).toBe('Invalid token');
  expect(entry?.meanings[0].example.text).toBe(`{"ret": "${code}", "msg": "Invalid <token>"}`);
  expect(first?.see).toEqual([entry]);
  expect(second?.successor).toBe(entry);
});

test('constructor works as the id of everything', () => {
  const atlas = atlasOf(
    [problems, 'id: symbol-not-found', 'id: constructor'],
    ...locales.map((locale): Edit => [`problems/text.${locale}.yaml`, 'symbol-not-found:', 'constructor:']),
    [codes, 'problem: symbol-not-found', 'problem: constructor'],
    [
      zephyrCodes,
      '- slug: invalid-symbol\n      problem: symbol-not-found',
      '- slug: constructor\n      problem: constructor',
    ],
    [zephyrCodes, 'problem: symbol-not-found\n      retry: never', 'problem: constructor\n      retry: never'],
    ...inTexts('zephyr-futures', 'invalid-symbol:', 'constructor:'),
    [zephyrCatalog, 'groups: [market, client]', 'groups: [market, constructor]'],
    [zephyrCodes, 'group: client', 'group: constructor'],
    ...inTexts('zephyr-futures', ', client:', ', constructor:'),
    [zephyrCatalog, '- id: log', '- id: constructor'],
    [zephyrCodes, 'envelope: log', 'envelope: constructor'],
    ...inTexts('zephyr-futures', '    log: {', '    constructor: {'),
    [
      zephyrCatalog,
      'id: rest\n    source: guide\n    columns: [requests,',
      'id: constructor\n    source: guide\n    columns: [constructor,',
    ],
    [zephyrCatalog, '{ id: free,', '{ id: constructor,'],
    ...inTexts('zephyr-futures', '    rest:', '    constructor:'),
    ...inTexts('zephyr-futures', 'columns: { requests:', 'columns: { constructor:'),
    ...inTexts('zephyr-futures', 'rows: { free:', 'rows: { constructor:'),
    [catalog, '  docs: {', '  constructor: {'],
    [codes, '[docs, docs-zh-cn]', '[constructor, docs-zh-cn]'],
    [codes, 'successor: "1003"\n  sources: [docs]', 'successor: "1003"\n  sources: [constructor]'],
    [codes, 'status: documented\n  sources: [docs]', 'status: documented\n  sources: [constructor]'],
  );
  const [acme, zephyr] = atlas.catalogs;
  expect(acme?.entries[0]?.sources[0]?.title).toBe('Error codes');
  expect(atlas.problems[0]?.text.en.title).toBe('Symbol not found');
  expect(atlas.problems[0]?.meanings).toHaveLength(3);
  const [negative, , last] = zephyr?.entries ?? [];
  expect(negative?.meanings[0].slug).toBe('constructor');
  expect(negative?.meanings[0].text.en.title).toBe('Invalid symbol');
  expect(last?.group.title.en).toBe('Client');
  expect(last?.meanings[0].example.envelope.title.en).toBe('Log line');
  expect(zephyr?.limits[0]?.columns[0]?.en).toBe('Requests');
  expect(zephyr?.limits[0]?.rows[0]?.label.en).toBe('Free');
});

test('constructor works as a catalog', () => {
  inCopy((folder) => {
    renameSync(join(folder, 'catalogs/acme'), join(folder, 'catalogs/constructor'));
    for (const code of ['1001', '1003', '400']) {
      change(folder, ['permalinks.txt', `/acme/${code}/`, `/constructor/${code}/`]);
    }
    expect(readAtlas(folder, folder).catalogs.map(({ id }) => id)).toEqual(['constructor', 'zephyr-futures']);
  });
});

test('constructor that is defined nowhere is not found in what every object has', () => {
  expect(
    findings(
      [codes, 'group: request', 'group: constructor'],
      [codes, 'problem: symbol-not-found', 'problem: constructor'],
      [codes, 'see: ["1003"]', 'see: ["constructor", "toString"]'],
      [codes, '[docs, docs-zh-cn]', '[constructor]'],
      [zephyrCodes, 'envelope: log', 'envelope: constructor'],
    ),
  ).toEqual([
    `${codes}:3:10: the group "constructor" does not exist, expected one of those in catalog.yaml: request, authentication`,
    `${codes}:5:13: the source "constructor" does not exist, expected one of those in catalog.yaml: docs, docs-zh-cn`,
    `${codes}:6:9: the code "constructor" does not exist, expected one of those in codes.yaml: 400, 1001, 1003`,
    `${codes}:6:24: the code "toString" does not exist, expected one of those in codes.yaml: 400, 1001, 1003`,
    `${codes}:9:16: the problem "constructor" does not exist, expected one of those in problems/problems.yaml: symbol-not-found, rate-limited, invalid-credential; what each means stands in problems/text.en.yaml`,
    `${zephyrCodes}:36:17: the envelope "constructor" does not exist, expected one of those in catalog.yaml: http, log`,
  ]);
  expect(findings([codes, '- code: "1003"', '- code: "constructor"']).slice(0, 4)).toEqual([
    `${codes}:6:9: the code "1003" does not exist, expected one of those in codes.yaml: 400, 1001, constructor`,
    `${codes}:25:14: the code "1003" does not exist, expected one of those in codes.yaml: 400, 1001, constructor`,
    'catalogs/acme/text.en.yaml:11:1: the code "constructor" has no text here, expected one under codes',
    'catalogs/acme/text.en.yaml:29:3: text for the code "1003", which codes.yaml does not have, expected none',
  ]);
});

test.each([
  [codes, '- code: "1003"', '- code: "__proto__"'],
  [codes, 'slug: too-fast', 'slug: __proto__'],
  [codes, 'problem: rate-limited', 'problem: __proto__'],
  [codes, 'group: request', 'group: __proto__'],
  [problems, 'id: rate-limited', 'id: __proto__'],
  [catalog, 'groups: [request,', 'groups: [__proto__,'],
  [catalog, '- id: json', '- id: __proto__'],
] as const)('__proto__ is refused as a value: %s %s', (file, before, after) => {
  const found = findings([file, before, after]);
  expect(found).toContainEqual(
    expect.stringMatching(new RegExp(`^${file}:\\d+:\\d+: [a-z, 0-9]+: found "__proto__", expected `)),
  );
});

test.each([
  [catalog, '  docs: {', '  __proto__: {'],
  ['catalogs/acme/text.en.yaml', '  "1003":', '  "__proto__":'],
  ['catalogs/acme/text.en.yaml', '    too-fast:', '    __proto__:'],
  ['problems/text.en.yaml', 'rate-limited:', '__proto__:'],
] as const)('__proto__ is refused as a key: %s', (file, before, after) => {
  const found = findings([file, before, after]);
  expect(found).toEqual([
    expect.stringMatching(new RegExp(`^${file}:\\d+:\\d+: the key __proto__ is not allowed, expected another name$`)),
  ]);
});

test('reading hostile names leaves every other object alone', () => {
  const own = Object.getOwnPropertyNames(Object.prototype).length;
  findings(
    ['problems/text.en.yaml', 'rate-limited:', '__proto__:'],
    [codes, 'symbol: ERR_TOKEN', 'constructor: { prototype: { x: 1 } }'],
  );
  expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(own);
  expect({}).not.toHaveProperty('title');
});

test('slugs and problems are lower case, so that camel case names are refused', () => {
  expect(
    findings([codes, 'slug: too-fast', 'slug: toString'], [problems, 'id: rate-limited', 'id: hasOwnProperty']),
  ).toEqual(
    expect.arrayContaining([
      `${codes}:14:13: slug: found "toString", expected lower-case letters, digits and single hyphens, as rate-limited`,
      `${problems}:2:9: id: found "hasOwnProperty", expected lower-case letters, digits and single hyphens, as rate-limited`,
    ]),
  );
});

test('catalogs come in the order of their names, whatever the file system says', () => {
  inCopy((folder) => {
    cpSync(join(folder, 'catalogs/acme'), join(folder, 'catalogs/acme-2'), { recursive: true });
    cpSync(join(folder, 'catalogs/acme'), join(folder, 'catalogs/abc'), { recursive: true });
    expect(findingsIn(folder)).toEqual([]);
    expect(readAtlas(folder, folder).catalogs.map(({ id }) => id)).toEqual(['abc', 'acme', 'acme-2', 'zephyr-futures']);
  });
});
