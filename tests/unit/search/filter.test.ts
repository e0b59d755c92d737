import { describe, expect, it } from 'vitest';
import { matchesFilter } from '../../../src/search/filter.ts';

const rows = [
  { code: '1001', symbol: 'ERR_INVALID_TOKEN', text: '1001 Invalid token 令牌无效' },
  { code: '1002', text: '1002 Contract not activated; see 1001' },
  { code: '10010', text: '10010 Max. 32 bits 簽章無效' },
  { code: '-1121', text: '-1121 Invalid symbol.' },
  { code: 'AMBIGUOUS_SYMBOL', text: 'AMBIGUOUS_SYMBOL Ambiguous symbol' },
];
const folding = '簽签無无';
const shown = (typed: string, options?: Parameters<typeof matchesFilter>[2]): string[] =>
  rows.filter((row) => matchesFilter(row, typed, options)).map(({ code }) => code);

describe('a filter', () => {
  it.each([
    ['', ['1001', '1002', '10010', '-1121', 'AMBIGUOUS_SYMBOL']],
    ['  ', ['1001', '1002', '10010', '-1121', 'AMBIGUOUS_SYMBOL']],
    ['10', ['1001', '1002', '10010']],
    ['1002', ['1002']],
    ['１００２', ['1002']],
    ['#1002', ['1002']],
    ['错误码1002', ['1002']],
    ['錯誤碼 1002', ['1002']],
    ['code=1002', ['1002']],
    ['1002 error', ['1002']],
    ['1001', ['1001', '1002', '10010']],
    ['-1121', ['-1121']],
    ['1121', ['-1121']],
    ['invalid_token', ['1001']],
    ['TOKEN invalid', ['1001']],
    ['ambiguous', ['AMBIGUOUS_SYMBOL']],
    ['invalid', ['1001', '-1121']],
    ['令牌', ['1001']],
    ['1002 contract', ['1002']],
    ['1002 token', []],
    ['nothing of this', []],
  ])('%s', (typed, codes) => {
    expect(shown(typed)).toEqual(codes);
  });

  it('takes simplified for traditional with a table', () => {
    expect(shown('签章')).toEqual([]);
    expect(shown('签章', { folding })).toEqual(['10010']);
    expect(shown('簽章無效', { folding })).toEqual(['10010']);
    expect(shown('無效', { folding })).toEqual(['1001', '10010']);
  });

  it("leaves the catalog's own name out", () => {
    expect(shown('mexc 1002')).toEqual([]);
    expect(shown('MEXC 1002', { ignore: ['mexc', 'MEXC Futures'] })).toEqual(['1002']);
  });

  it('takes a few milliseconds for 200 rows', () => {
    const many = Array.from({ length: 200 }, (_, n) => ({
      code: String(n),
      text: 'Contract not activated '.repeat(8),
    }));
    for (const row of many) matchesFilter(row, 'warm up');
    const started = performance.now();
    for (const row of many) matchesFilter(row, '10 contract', { folding });
    expect(performance.now() - started).toBeLessThan(100);
  });
});
