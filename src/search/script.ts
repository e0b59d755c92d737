/** Chinese in the script of the page at hand: full texts are indexed as they are written. */
import type { Manifest } from './types.ts';

/**
 * Simplified characters on a page in traditional ones, and the other way round. One simplified character may
 * stand for several traditional ones: the first that the catalogs use is taken.
 */
export function inScriptOf({ locale, folding }: Manifest, text: string): string {
  if (locale === 'en') return text;
  const table = new Map<string, string>();
  for (let i = 0; i + 1 < folding.length; i += 2) {
    const [traditional, simplified] = [folding.charAt(i), folding.charAt(i + 1)];
    const [from, to] = locale === 'zh-tw' ? [simplified, traditional] : [traditional, simplified];
    if (!table.has(from)) table.set(from, to);
  }
  return [...text].map((character) => table.get(character) ?? character).join('');
}
