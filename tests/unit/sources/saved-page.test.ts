import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../../src/sources/saved-page/page.ts';
import { isKnown, normalise } from '../../../src/sources/wording.ts';

const rowsOf = (saved: string) =>
  readPage(saved).rows.map(({ code, title, messages, symbol, line }) => ({ code, title, messages, symbol, line }));

const row = (code: string, line: number, title?: string, messages: readonly string[] = [], symbol?: string) => ({
  code,
  title,
  messages,
  symbol,
  line,
});

describe('columns of a table', () => {
  test('are told by their headings, wherever they stand', () => {
    const page = [
      '| HTTP code | Solution | Error code | Name | Message | Meaning |',
      '|---|---|---|---|---|---|',
      '| 400 | Look | `constructor` | ERR_X | it\\|broke<br>again | It broke |',
      '| 400 | Look | -1 / -2 | SUCCESS | - |  |',
    ].join('\n');
    expect(rowsOf(page)).toEqual([
      row('constructor', 3, 'It broke', ['it|broke'], 'ERR_X'),
      row('-1', 4, undefined, [], 'SUCCESS'),
      row('-2', 4, undefined, [], 'SUCCESS'),
    ]);
  });

  test('a column named as something else still words the code when there is no other', () => {
    expect(rowsOf('| code | reason |\n|---|---|\n| 1 | Broke |')).toEqual([row('1', 3, 'Broke')]);
  });

  test('tables of other things have no rows', () => {
    expect(rowsOf('| Code | Name |\n|---|---|\n| AAPL | Apple |\n| 700 | Tencent |\n| MSFT | Microsoft |')).toEqual([]);
    expect(rowsOf('| HTTP code | Meaning |\n|---|---|\n| 400 | Bad |')).toEqual([]);
    expect(rowsOf('| Plan | Requests |\n|---|---|\n| 10 | 20 |')).toEqual([]);
    expect(rowsOf('```\n| code | meaning |\n|---|---|\n| 1 | x |\n```')).toEqual([]);
  });

  test('headings inside a table are passed over, rows without a code are told', () => {
    const page = readPage('| code | meaning |\n|---|---|\n| Orders | |\n| 1 | Broke |\n| 1001–1005 | Reserved |');
    expect(page.rows.map(({ code }) => code)).toEqual(['1']);
    expect(page.unread).toEqual([{ line: 5, text: '1001–1005 | Reserved' }]);
  });

  test.each([
    '`-1001` DISCONNECTED',
    '-1001 (DISCONNECTED)',
    '-1001: DISCONNECTED',
    '−1001（DISCONNECTED）',
    '-1001<br>DISCONNECTED',
  ])('a cell with code and symbol: %s', (cell) => {
    expect(rowsOf(`| Code | Meaning |\n|---|---|\n| -1000 | Unknown |\n| ${cell} | Internal error |`)).toEqual([
      row('-1000', 3, 'Unknown'),
      row('-1001', 4, 'Internal error', [], 'DISCONNECTED'),
    ]);
    expect(rowsOf(`| Code | Meaning |\n|---|---|\n| ${cell} | |`)).toEqual([
      row('-1001', 3, undefined, [], 'DISCONNECTED'),
    ]);
  });

  test('a number that stands alone and is no code is told too, short ones count sections', () => {
    const page = readPage('| code | meaning |\n|---|---|\n| 2. Orders | |\n| 1 | Broke |\n| 1001–1005 | |');
    expect(page.rows.map(({ code }) => code)).toEqual(['1']);
    expect(page.unread).toEqual([{ line: 5, text: '1001–1005' }]);
  });

  test('codes keep the order of the table that lists them, wherever headings name them', () => {
    const table = '| Code | Meaning |\n|---|---|\n| 400 | Bad |\n| 403 | Forbidden |';
    const codes = (page: string) => [...new Set(readPage(page).rows.map(({ code }) => code))];
    expect(codes(`### 403  Error\n\n${table}`)).toEqual(['400', '403']);
    expect(codes(`### 410 Gone\n\n### 403 Error\n\n${table}\n\n### 409 Conflict`)).toEqual([
      '410',
      '400',
      '403',
      '409',
    ]);
  });
});

describe('text', () => {
  test('a heading of a code and a symbol of one word is worded by the line below it', () => {
    expect(rowsOf('#### -1001 DISCONNECTED\n * Internal error.')).toEqual([
      row('-1001', 1, 'Internal error.', [], 'DISCONNECTED'),
    ]);
  });

  test('sections are the headings that name no code', () => {
    expect(readPage('# Errors\n\n### -1001 LOST\n\nx\n\n## 订单\n').sections).toEqual([
      { line: 1, text: 'Errors' },
      { line: 7, text: '订单' },
    ]);
  });

  test('line endings, a byte order mark and front matter do not matter, and lines are counted as saved', () => {
    const page = readPage('\uFEFF---\r\ntitle: Errors\r\ncreated: 2026-01-02\r\n---\r\n|code|\r\n|---|\r\n|7|\r\n');
    expect(page.meta).toEqual({ title: 'Errors', url: undefined, date: '2026-01-02' });
    expect(page.rows.map(({ code, line }) => ({ code, line }))).toEqual([{ code: '7', line: 7 }]);
  });

  test('a rule at the beginning is no front matter', () => {
    expect(rowsOf('---\n\n| code | meaning |\n|---|---|\n| 1 | Broke |\n\n---\n')).toEqual([row('1', 5, 'Broke')]);
  });

  test('sections, years and times are no codes', () => {
    expect(rowsOf('# 1. Errors\n\n## 2 Retry\n\n10:30 opens\n\n404 is rare\n\n- 2024 was quiet')).toEqual([]);
  });

  test('a list of codes', () => {
    expect(rowsOf('- 1001: No such contract\n- **1002**: Not activated\n- 1003： Risk')).toEqual([
      row('1001', 1, 'No such contract'),
      row('1002', 2, 'Not activated'),
      row('1003', 3, 'Risk'),
    ]);
  });

  test('examples are read only for codes that the page documents', () => {
    const page = readPage(
      '| code | meaning |\n|---|---|\n| 1 | Broke |\n\n```\n{"ret": 1, "msg": "broke"}\n{"ret": 2, "msg": "x"}\n```',
    );
    const keys = { code: 'ret', message: 'msg' };
    expect(page.answers).toEqual([{ code: '1', message: 'broke', keys, quoted: false, line: 6 }]);
    expect(readPage('|code|\n|-|\n|1|\n\n{"code": "1", "msg": "x"}').answers).toMatchObject([{ quoted: true }]);
  });

  test('nothing that a page holds makes the reader throw', () => {
    const piece = fc.constantFrom(
      '|',
      '---',
      '\n',
      '<table>',
      '<tr>',
      '<td rowspan="9">',
      '</table>',
      '1001',
      'code',
      '# ',
      '{',
      '}',
      '"code":1',
      '```',
      '\\',
      '- ',
      ' ',
      '\u0000',
      '\uD800',
      '<html>',
      'Broke',
      '__proto__',
      '错误码',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 60 }), (pieces) => {
        expect(readPage(pieces.join('')).rows).toBeInstanceOf(Array);
      }),
    );
  });

  test('a table comes back as it was written', () => {
    const code = fc.stringMatching(/^(?:-?[1-9]\d{0,5}|[A-Z]{2,5}_[A-Z]{2,5})$/);
    const words = fc.stringMatching(/^[A-Za-z\u4e00-\u9fa5]{1,8}( [a-z_|\\]{1,8}){0,3}$/);
    const escaped = (text: string) => text.replace(/[\\`*_[\]<>|]/g, '\\$&');
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(code, words), { selector: ([each]) => each, minLength: 1 }), (rows) => {
        const page = `| code | meaning |\n|--|--|\n${rows.map((cells) => `| ${cells.map(escaped).join(' | ')} |`).join('\n')}`;
        expect(readPage(page).rows.map(({ code, title, symbol }) => [code, title ?? symbol])).toEqual(rows);
      }),
    );
  });
});

describe('wordings', () => {
  test.each([
    ['无效的 ACCOUNT\\_ID', '无效的ACCOUNT_ID'],
    ['  a\u00a0 b\n', 'a b'],
    ['set `X-API-Key`', 'set X-API-Key'],
    ['e\u0301', 'é'],
  ])('%j says %j', (one, other) => expect(normalise(one)).toBe(normalise(other)));

  test.each([
    ['too many requests', 'Too Many Requests'],
    ['ab', 'a b'],
    ['Broke.', 'Broke'],
  ])('%j does not say %j', (one, other) => expect(normalise(one)).not.toBe(normalise(other)));

  test('placeholders stand for some text, and the rest is literal', () => {
    expect(isKnown('Invalid (a+b): limit', ['Invalid (a+b): {detail}'])).toBe(true);
    expect(isKnown('Invalid (a+b): ', ['Invalid (a+b): {detail}'])).toBe(false);
    expect(isKnown('Invalid aab: limit', ['Invalid (a+b): {detail}'])).toBe(false);
  });

  test.each([
    ['BrokeDocumentation Index', true],
    ['Broke# Title', true],
    ['Broke---', true],
    ['Broke=== next', true],
    ['Broke本文档', true],
    ['Broke now', false],
    ['Broken', false],
    ['Broke, retry', false],
  ])('%j at the end of a list runs on: %s', (said, expected) => expect(isKnown(said, ['Broke'], true)).toBe(expected));
});
