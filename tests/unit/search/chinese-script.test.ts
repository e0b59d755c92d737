import { describe, expect, it } from 'vitest';
import type { Locale } from '../../../src/locales.ts';
import { inScriptOf } from '../../../src/search/chinese-script.ts';
import type { Manifest } from '../../../src/search/types.ts';

const manifest = (locale: Locale): Manifest => ({
  locale,
  catalogs: [],
  folding: '簽签無无発发發发',
  entries: 0,
  shards: { records: 1, words: 1 },
});

describe('words in the script of a page', () => {
  it.each([
    ['zh-tw', '签名 1002', '簽名 1002'],
    ['zh-tw', '簽名', '簽名'],
    ['zh-cn', '簽名無效 token', '签名无效 token'],
    ['zh-cn', '签名', '签名'],
    ['en', '簽名', '簽名'],
  ] as const)('%s: %s', (locale, typed, searched) => {
    expect(inScriptOf(manifest(locale), typed)).toBe(searched);
  });

  it('takes the first of several traditional characters', () => {
    expect(inScriptOf(manifest('zh-tw'), '发')).toBe('発');
  });
});
