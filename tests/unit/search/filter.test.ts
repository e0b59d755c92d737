import { describe, expect, it } from 'vitest';
import { matchesFilter } from '../../../src/search/filter.ts';
import type { Manifest } from '../../../src/search/types.ts';

const rows = [
  { code: '1001', symbol: 'ERR_INVALID_TOKEN', text: '1001 Invalid token 令牌无效' },
  { code: '1002', text: '1002 Contract not activated; see 1001' },
  { code: '10010', text: '10010 Max. 32 bits 簽章無效' },
  { code: '-1121', text: '-1121 Invalid symbol.' },
  { code: 'AMBIGUOUS_SYMBOL', text: 'AMBIGUOUS_SYMBOL Ambiguous symbol' },
];
const manifest: Manifest = {
  locale: 'en',
  catalogs: [
    {
      id: 'mexc-futures',
      provider: 'mexc-futures',
      name: 'MEXC Futures',
      codes: 1,
      aliases: ['mexc', 'mexc futures', '抹茶'],
      clues: [],
      shapes: [],
    },
    { id: 'alltick', provider: 'alltick', name: 'AllTick', codes: 1, aliases: [], clues: [], shapes: [] },
  ],
  folding: '簽签無无',
  entries: 2,
  shards: { records: 1, words: 1 },
};
const known = { manifest, catalog: 'mexc-futures' };
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
    expect(shown('签章', known)).toEqual(['10010']);
    expect(shown('簽章無效', known)).toEqual(['10010']);
    expect(shown('無效', known)).toEqual(['1001', '10010']);
  });

  it("leaves the catalog's own name out", () => {
    expect(shown('mexc 1002')).toEqual([]);
    expect(shown('MEXC 1002', known)).toEqual(['1002']);
    expect(shown('1002 抹茶', known)).toEqual(['1002']);
    expect(shown('mexc futures', known)).toEqual(rows.map(({ code }) => code));
  });

  it('takes the name of another catalog for a word', () => {
    expect(shown('alltick 1002', known)).toEqual([]);
  });
});
