/** Converts Chinese to the script of the page: full texts are indexed as written. */
import { foldingTable } from './text.ts';
import type { Manifest } from './types.ts';

/**
 * Converts simplified characters on a page in traditional Chinese, and the other way round. One simplified character
 * may correspond to several traditional ones: the first that the catalogs use is taken.
 */
export function inScriptOf({ locale, folding }: Manifest, text: string): string {
  if (locale === 'en') return text;
  const simplified = foldingTable(folding);
  const table =
    locale === 'zh-cn' ? simplified : new Map([...simplified].reverse().map(([from, to]) => [to, from] as const));
  return [...text].map((character) => table.get(character) ?? character).join('');
}
