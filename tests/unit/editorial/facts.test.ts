import { describe, expect, test } from 'vitest';
import type { Change } from '../../support/broken.ts';
import { catalog, codes, en, zhTw } from '../../support/broken.ts';
import { judge, zhCn } from './judge.ts';

const file = 'facts/acme.tsv';
const about = /facts\/acme\.tsv/;

type Row = Readonly<Record<string, string>>;
const columns = [
  'code',
  'status',
  'symbol',
  'documented_message',
  'sdk_message',
  'observed_message',
  'title_en',
  'title_zh_cn',
  'title_zh_tw',
  'retry',
  'wait',
  'envelope_kind',
];

/** The provider's table, matching the fixture's catalog. */
const rows: readonly Row[] = [
  {
    code: '400',
    status: 'documented',
    documented_message: 'symbol XYZ not found',
    title_en: 'Symbol not found',
    title_zh_cn: '标的不存在',
  },
  {
    code: '400',
    status: 'documented',
    sdk_message: '=limit',
    observed_message: 'too many requests | slow down',
    title_en: 'Too many requests',
    title_zh_cn: '请求过多',
    retry: 'backoff',
    wait: 'seconds: 10',
    envelope_kind: 'http',
  },
  {
    code: '1001',
    status: 'retired',
    documented_message: 'token expired',
    title_en: 'Token expired',
    title_zh_cn: '令牌已过期',
  },
  {
    code: '1003',
    status: 'documented',
    symbol: 'ERR_TOKEN',
    documented_message: 'Invalid <token>',
    title_en: 'Invalid token',
    title_zh_cn: '令牌无效',
  },
];

const tableOf = (list: readonly Row[], heads: readonly string[] = columns): Change => [
  file,
  `${[heads, ...list.map((row) => heads.map((name) => row[name] ?? ''))].map((cells) => cells.join('\t')).join('\n')}\n`,
];
/** Returns the table with one row changed. */
const withRow = (index: number, cells: Row): Change =>
  tableOf(rows.map((row, number) => (number === index ? { ...row, ...cells } : row)));
const table = tableOf(rows);

test('a catalog that says what the table says, and one without a table, are right', () => {
  expect(judge(about, table)).toEqual([]);
  expect(judge(about)).toEqual([]);
  expect(judge(about, [codes, 'text: "token expired"', 'text: "another"'])).toEqual([]);
});

test('a table may have any of the columns, with the ends of lines of any system', () => {
  expect(judge(about, [file, '\uFEFFcode\r\n1003\r\n400\r\n400\r\n1001\r\n\r\n'])).not.toEqual([]);
  const [, text = ''] = table;
  expect(judge(about, [file, `\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`])).toEqual([]);
  const few = ['code', 'documented_message', 'observed_message', 'title_en', 'title_zh_cn'];
  expect(judge(about, tableOf(rows, few), [codes, 'symbol: ERR_TOKEN', 'symbol: ERR_OTHER'])).toEqual([]);
});

describe('entries', () => {
  test('codes of the table and of the catalog are the same', () => {
    expect(judge(about, tableOf([...rows.slice(0, 3), { code: '7', status: 'documented' }]))).toEqual([
      `${codes}:34:9: the code "1003" has no row in ${file}, expected one: the table holds every code of its catalog`,
      `${file}:5:1: the code "7" is not in ${codes}, expected its entry there; where the provider has dropped the code, write retired as its status`,
    ]);
  });

  test('status and symbol are those of the table', () => {
    const edits: Change[] = [
      [codes, 'status: retired\n  successor: "1003"', 'status: undocumented'],
      [codes, 'symbol: ERR_TOKEN', 'symbol: ERR_TOKENS'],
    ];
    expect(judge(about, table, ...edits)).toEqual([
      `${codes}:24:11: status: found "undocumented", expected "retired", as ${file}:4 has it; fix the wrong one`,
      `${codes}:34:11: symbol: found "ERR_TOKENS", expected "ERR_TOKEN", as ${file}:5 has it; fix the wrong one`,
    ]);
    expect(judge(about, withRow(2, { symbol: 'ERR_OLD' }))).toEqual([
      `${codes}:22:3: symbol: found none, expected "ERR_OLD", as ${file}:4 has it; fix the wrong one`,
    ]);
    expect(judge(about, withRow(3, { symbol: '' }))).toEqual([
      `${codes}:35:11: symbol: found "ERR_TOKEN", expected none, as ${file}:5 has it; fix the wrong one`,
    ]);
  });

  test('every row is about a meaning, and every meaning in a row', () => {
    expect(
      judge(about, withRow(1, { observed_message: 'another', sdk_message: '', title_en: 'Another', title_zh_cn: '' })),
    ).toEqual([
      `${codes}:14:13: no row of "400" in ${file} belongs to the meaning "too-fast", expected one with its message`,
      `${file}:3:1: no meaning of "400" in ${codes} has the messages or titles of this row, expected one that has: its messages tell the meanings of a code apart`,
    ]);
  });
});

describe('messages', () => {
  test('are the literals of the table, by where they were seen', () => {
    expect(judge(about, table, [codes, 'text: "token expired"', 'text: "token expires"'])).toEqual([
      `${codes}:33:19: documented message: found "token expires", expected "token expired", as ${file}:4 has it; fix the wrong one`,
    ]);
    expect(judge(about, table, [codes, '"token expired", seen: documented', '"token expired", seen: sdk'])).toEqual([
      `${codes}:33:9: the documented message "token expired" is missing, expected it here as ${file}:4 has it`,
      `${codes}:33:19: the sdk message "token expired" has no row of its own in ${file}, expected it there under sdk_message, or not here`,
    ]);
  });

  test('stand once', () => {
    const twice = '{ text: "token expired", seen: documented }\n        - { text: "token expired", seen: documented }';
    expect(judge(about, table, [codes, '{ text: "token expired", seen: documented }', twice])).toEqual([
      `${codes}:34:19: the documented message "token expired" has no row of its own in ${file}, expected it there under documented_message, or not here`,
    ]);
  });

  test('of a meaning that is told apart by another are looked for there', () => {
    expect(judge(about, table, [codes, 'slow down"', 'slow"'])).toEqual([
      `${codes}:20:19: observed message: found "too many requests | slow", expected "too many requests | slow down", as ${file}:3 has it; fix the wrong one`,
    ]);
  });

  test('may leave open what the table fills in', () => {
    expect(judge(about, table, [codes, 'example: "symbol XYZ not found"', 'example: "symbol ABC not found"'])).toEqual([
      `${codes}:13:75: documented message: found "symbol ABC not found", expected "symbol XYZ not found", as ${file}:2 has it; fix the wrong one`,
    ]);
    expect(judge(about, withRow(0, { documented_message: 'symbol {symbol} not found' }))).toEqual([]);
  });

  test('stand in the order of the rows', () => {
    const second = { ...rows[2], documented_message: 'token too old' };
    const both = tableOf([...rows, second]);
    const added = (text: string): Change => [codes, '- { text: "token expired", seen: documented }', text];
    const [first, other] = [
      '- { text: "token expired", seen: documented }',
      '- { text: "token too old", seen: documented }',
    ];
    expect(judge(about, both, added(`${first}\n        ${other}`))).toEqual([]);
    expect(judge(about, both, added(`${other}\n        ${first}`))).toEqual([
      `${codes}:33:11: the documented messages stand in another order than in ${file}, expected "token expired", "token too old": an example shows the first`,
    ]);
    expect(judge(about, both)).toEqual([
      `${codes}:33:9: the documented message "token too old" is missing, expected it here as ${file}:6 has it`,
    ]);
  });
});

describe('titles', () => {
  test('that are official stand letter for letter', () => {
    expect(judge(about, table, [en, 'title: "Token expired"', 'title: "Token has expired"'])).toEqual([
      `${en}:25:14: official title: found "Token has expired", expected "Token expired", as ${file}:4 has it; fix the wrong one`,
    ]);
    expect(
      judge(about, table, [
        zhCn,
        'title: "令牌无效"\n      origin: official',
        'title: "令牌无效"\n      origin: translated',
      ]),
    ).toEqual([
      `${zhCn}:32:15: origin: found "translated", expected "official or third-party", since ${file}:5 has the title; fix the wrong one`,
    ]);
  });

  test('are official only where the table has one', () => {
    const expected = (line: number, column: string, code: string) =>
      `${line}:15: origin: official, but no row of "${code}" in ${file} has a title under ${column}, expected translated, or the title there as the provider published it`;
    expect(
      judge(about, table, [
        zhTw,
        'title: "權杖無效"\n      origin: translated',
        'title: "權杖無效"\n      origin: official',
      ]),
    ).toEqual([`${zhTw}:${expected(32, 'title_zh_tw', '1003')}`]);
    expect(judge(about, withRow(1, { title_en: '' }))).toEqual([`${en}:${expected(20, 'title_en', '400')}`]);
    expect(judge(/title_en/, [file, 'code\n400\n400\n1001\n1003\n'])).toHaveLength(2);
  });

  test('are the same in all rows of a meaning', () => {
    expect(judge(about, tableOf([...rows, { ...rows[2], title_en: 'Expired token' }]))).toEqual([
      `${file}:6:31: another title than on line 4, expected the same in all rows of a meaning`,
    ]);
  });
});

test('retry, wait and the kind of the envelope are told where they matter', () => {
  expect(
    judge(about, withRow(1, { retry: 'check-first', wait: 'header: Retry-After', envelope_kind: 'websocket' })),
  ).toEqual([
    `${codes}:14:7: kind of the envelope: found "http", expected "websocket", as ${file}:3 has it; fix the wrong one`,
    `${codes}:16:14: retry: found "backoff", expected "check-first", as ${file}:3 has it; fix the wrong one`,
    `${codes}:17:13: wait: found "seconds: 10", expected "header: Retry-After", as ${file}:3 has it; fix the wrong one`,
  ]);
  expect(judge(about, withRow(0, { wait: 'exponential' }))).toEqual([
    `${codes}:8:7: wait: found none, expected "exponential", as ${file}:2 has it; fix the wrong one`,
  ]);
  expect(judge(about, table, [catalog, 'kind: http', 'kind: websocket'])).toEqual([
    `${codes}:14:7: kind of the envelope: found "websocket", expected "http", as ${file}:3 has it; fix the wrong one`,
  ]);
});

describe('the table itself', () => {
  const names = columns.join(', ');

  test('has columns of known names, each once, and one for the code', () => {
    expect(judge(about, [file, 'status\ttitel_en\tstatus\n'])).toEqual([
      `${file}:1:1: no column code, expected it in the first line`,
      `${file}:1:8: no column "titel_en", expected one of ${names}, note`,
      `${file}:1:17: the column status stands twice, expected it once`,
    ]);
    expect(judge(about, [file, ''])).toEqual([`${file}:1:1: no column code, expected it in the first line`]);
  });

  test('has rows of known words, no longer than the first', () => {
    const text = 'code\tstatus\tretry\n400\tdocumented\n400\tknown\tlater\n1001\tretired\t\t\n1003\t\n';
    expect(judge(new RegExp(`^${file}.*(?:cells|expected one of)`), [file, text])).toEqual([
      `${file}:3:5: status: found "known", expected one of documented, undocumented, retired`,
      `${file}:3:11: retry: found "later", expected one of never, after-fix, backoff, automatic, check-first, none`,
      `${file}:4:1: the row has 4 cells, expected 3 as in the first line: a cell holds no tab`,
      `${file}:5:6: status: found "", expected one of documented, undocumented, retired`,
    ]);
  });

  test('is that of a catalog', () => {
    const expected = 'no catalog has this name, expected only <catalog>.tsv, as acme.tsv: rename it, or take it out';
    expect(judge(/no catalog has/, ['facts/akme.tsv', 'code\n'], ['facts/acme.csv', 'code\n'], table)).toEqual([
      `facts/acme.csv:1:1: ${expected}`,
      `facts/akme.tsv:1:1: ${expected}`,
    ]);
  });
});
