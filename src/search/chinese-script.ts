/** Chinese in the script of the page at hand: full texts are indexed as they are written. */
import { foldingTable } from './text.ts';
import type { Manifest } from './types.ts';

/**
 * Simplified characters on a page in traditional ones, and the other way round. One simplified character may
 * stand for several traditional ones: the first that the catalogs use is taken.
 */
export function inScriptOf({ locale, folding }: Manifest, text: string): string {
  if (locale === 'en') return text;
  const simplified = foldingTable(folding);
  const table =
    locale === 'zh-cn' ? simplified : new Map([...simplified].reverse().map(([from, to]) => [to, from] as const));
  return [...text].map((character) => table.get(character) ?? character).join('');
}
