/** Content files -> model: order, and every reference resolved. */
import { expect, test } from 'vitest';
import type { Atlas, Entry } from '../../../src/catalog/model.ts';
import { atlasOf, catalog, codes, type Edit, zephyrCodes } from '../../support/broken.ts';

const codesOf = (entries: readonly Entry[] | undefined): readonly string[] => (entries ?? []).map(({ code }) => code);
const entryOf = ({ catalogs }: Atlas, id: string, code: string): Entry => {
  const entry = catalogs.find((one) => one.id === id)?.entries.find((one) => one.code === code);
  if (!entry) throw new Error(`no ${code} in ${id}`);
  return entry;
};

test('catalogs and problems with what hangs on them', () => {
  const { catalogs, problems, redirects, permalinks } = atlasOf();
  expect(catalogs.map(({ id, entries }) => [id, codesOf(entries)])).toEqual([
    ['acme', ['400', '1001', '1003']],
    ['zephyr-futures', ['-1121', 'AMBIGUOUS_SYMBOL', '1003']],
  ]);
  expect(problems.map(({ id, category, meanings }) => [id, category, meanings.map(({ slug }) => slug)])).toEqual([
    ['symbol-not-found', 'symbol', ['bad-symbol', 'invalid-symbol', 'ambiguous-symbol']],
    ['rate-limited', 'rate-limit', ['too-fast', 'slow-down']],
    ['invalid-credential', 'authentication', ['old-token', 'invalid-token']],
  ]);
  expect(redirects).toEqual([{ from: '/zephyr-futures/bad_symbol/', to: '/zephyr-futures/-1121/' }]);
  expect(permalinks).toHaveLength(7);
});

test('entries stand in the order of the groups, and within a group as the file has them', () => {
  const atlas = atlasOf([catalog, 'groups: [request, authentication]', 'groups: [authentication, request]']);
  const [acme] = atlas.catalogs;
  expect(codesOf(acme?.entries)).toEqual(['1001', '1003', '400']);
  expect(acme?.groups.map(({ id, entries }) => [id, codesOf(entries)])).toEqual([
    ['authentication', ['1001', '1003']],
    ['request', ['400']],
  ]);
  for (const entry of acme?.entries ?? []) expect(entry.group.entries).toContain(entry);
});

test('previous and next follow that order and end with the catalog', () => {
  const atlas = atlasOf([catalog, 'groups: [request, authentication]', 'groups: [authentication, request]']);
  for (const { entries } of atlas.catalogs) {
    expect(entries.map(({ previous }) => previous)).toEqual([undefined, ...entries.slice(0, -1)]);
    expect(entries.map(({ next }) => next)).toEqual([...entries.slice(1), undefined]);
  }
  expect(entryOf(atlas, 'acme', '1003').next?.code).toBe('400');
});

test('the same code elsewhere, whatever its case, and never the entry itself', () => {
  const atlas = atlasOf();
  const [acme, zephyr] = [entryOf(atlas, 'acme', '1003'), entryOf(atlas, 'zephyr-futures', '1003')];
  expect(acme.sameCode).toEqual([zephyr]);
  expect(zephyr.sameCode).toEqual([acme]);
  expect(entryOf(atlas, 'acme', '400').sameCode).toEqual([]);

  const renamed = atlasOf(
    [codes, '- code: "400"', '- code: "Ambiguous_Symbol"'],
    ['permalinks.txt', '/acme/400/', '/acme/ambiguous_symbol/'],
    ...['en', 'zh-cn', 'zh-tw'].map(
      (locale): Edit => [`catalogs/acme/text.${locale}.yaml`, '"400":', '"Ambiguous_Symbol":'],
    ),
  );
  expect(entryOf(renamed, 'acme', 'Ambiguous_Symbol').sameCode).toEqual([
    entryOf(renamed, 'zephyr-futures', 'AMBIGUOUS_SYMBOL'),
  ]);
});

test('a number is the same code only if it is written the same', () => {
  const atlas = atlasOf(
    [zephyrCodes, '- code: "1003"', '- code: "01003"'],
    ['permalinks.txt', '/zephyr-futures/1003/', '/zephyr-futures/01003/'],
    ...['en', 'zh-cn', 'zh-tw'].map(
      (locale): Edit => [`catalogs/zephyr-futures/text.${locale}.yaml`, '"1003":', '"01003":'],
    ),
  );
  expect(entryOf(atlas, 'acme', '1003').sameCode).toEqual([]);
});

test('see, successor, sources and the catalog lead to the objects themselves', () => {
  const atlas = atlasOf();
  const entry = entryOf(atlas, 'acme', '400');
  expect(entry.see).toEqual([entryOf(atlas, 'acme', '1003')]);
  expect(entryOf(atlas, 'acme', '1003').see).toEqual([]);
  expect(entryOf(atlas, 'acme', '1001').successor).toBe(entryOf(atlas, 'acme', '1003'));
  expect(entry.successor).toBeUndefined();
  expect(entry.sources.map(({ url }) => url)).toEqual([
    'https://acme.example/docs/errors',
    'https://acme.example/zh/docs/errors',
  ]);
  expect(entry.catalog).toBe(atlas.catalogs[0]);
  for (const { entries } of atlas.catalogs) {
    for (const one of entries) {
      for (const meaning of one.meanings) {
        expect(meaning.entry).toBe(one);
        expect(atlas.problems).toContain(meaning.problem);
        expect(meaning.problem.meanings).toContain(meaning);
      }
    }
  }
});

test('each meaning has its facts, and its texts in three languages', () => {
  const [, meaning] = entryOf(atlasOf(), 'acme', '400').meanings;
  expect(meaning).toMatchObject({
    slug: 'too-fast',
    retry: 'backoff',
    wait: { seconds: 10 },
    fixedBy: 'account',
    text: {
      en: {
        title: 'Too many requests',
        origin: 'official',
        fixes: [{ plain: 'Wait 10 seconds.' }, { plain: 'Spread the requests.' }],
      },
      'zh-cn': { title: '请求过多', origin: 'official' },
      'zh-tw': { title: '請求過多', origin: 'translated' },
    },
  });
});

test.each([
  ['acme', '400', '{"ret": 400, "msg": "symbol XYZ not found"}', 'json'],
  ['acme', '1001', '{"ret": 1001, "msg": "token expired"}', 'json'],
  ['zephyr-futures', '-1121', '{"code": -1121, "message": "Invalid symbol."}', 'http'],
  ['zephyr-futures', 'AMBIGUOUS_SYMBOL', '{"code": "AMBIGUOUS_SYMBOL", "message": "…"}', 'http'],
  ['zephyr-futures', '1003', '[1003] slow down', 'log'],
])('the example of %s %s', (id, code, text, envelope) => {
  const { example } = entryOf(atlasOf(), id, code).meanings[0];
  expect(example.text).toBe(text);
  expect(example.envelope.id).toBe(envelope);
});

test('an example has the message that was seen in an answer, and gives way to a whole one', () => {
  const observed = atlasOf([
    codes,
    '- { text: "token expired", seen: documented }',
    '- { text: "token expired", seen: documented }\n        - { text: "old token", seen: observed }',
  ]);
  expect(entryOf(observed, 'acme', '1001').meanings[0].example.text).toBe('{"ret": 1001, "msg": "old token"}');
  const whole = atlasOf([
    codes,
    '- { text: "token expired", seen: documented }',
    '- { text: "token expired", seen: documented }\n      example: |\n        {\n          "ret": 1001\n        }\n',
  ]);
  expect(entryOf(whole, 'acme', '1001').meanings[0].example.text).toBe('{\n  "ret": 1001\n}');
});

test('limits, notes and samples', () => {
  const [acme, zephyr] = atlasOf().catalogs;
  expect(acme?.limits).toEqual([]);
  expect(acme?.notes.en.map(({ plain }) => plain)).toEqual(['The field is ret, not code.']);
  expect(zephyr?.notes.en).toEqual([]);
  expect(acme?.handling.samples).toEqual([
    {
      language: 'python',
      file: 'handling.py',
      code: 'answer = get("https://acme.example/quote")\nif answer["ret"] != 200:\n    raise RuntimeError(answer["msg"])',
    },
  ]);
  const [limit] = zephyr?.limits ?? [];
  expect(limit?.source.title).toBe('Guide: errors');
  expect(limit?.columns.map(({ en }) => en)).toEqual(['Requests', 'Weight']);
  expect(limit?.rows.map(({ label, values }) => [label['zh-tw'], values])).toEqual([
    ['免費', [{ count: 10, seconds: 1 }, 0]],
    [
      '付費',
      [
        { count: 600, seconds: 60, atLeast: true },
        { number: 5, atLeast: true },
      ],
    ],
  ]);
});
