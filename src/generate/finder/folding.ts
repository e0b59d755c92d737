/** Selects the traditional characters that the finder folds into simplified ones. */
import type { Atlas } from '../../catalog/model.ts';
import { locales } from '../../locales.ts';
import { fold, foldingTable, normalise } from '../../search/text.ts';
import { synonyms } from './synonyms.ts';
import { variants } from './variants.ts';

/** All known pairs; for the generator, which sees all texts. */
export const fullTable: ReadonlyMap<string, string> = foldingTable(variants);

/** Folds a text of the content as queries are folded. */
export const folded = (text: string): string => fold(normalise(text), fullTable);

/**
 * Returns the pairs that a reader's browser needs: those of which either character occurs in the atlas, since a query
 * may write a character of a simplified text in a way that no traditional text does.
 */
export function foldingPairs(atlas: Atlas): string {
  const occurring = new Uint8Array(0x10000);
  const see = (...texts: readonly (string | undefined)[]): void => {
    for (const text of texts) {
      if (text !== undefined) for (let i = 0; i < text.length; i++) occurring[text.charCodeAt(i)] = 1;
    }
  };
  // Synonyms of words in the atlas may be typed in either script, too.
  see(...synonyms.flat());
  for (const catalog of atlas.catalogs) {
    see(
      ...catalog.aliases,
      ...catalog.clues,
      ...locales.flatMap((locale) => [catalog.name[locale], catalog.provider.name[locale]]),
    );
    see(...catalog.envelopes.map(({ match }) => (match && 'text' in match ? match.text : undefined)));
    for (const { meanings } of catalog.entries) {
      for (const { messages, text } of meanings) {
        see(...messages.map((message) => message.text));
        for (const locale of locales)
          see(
            text[locale].title,
            ...text[locale].former.map(({ title }) => title),
            ...text[locale].causes.map(({ plain }) => plain),
          );
      }
    }
  }
  for (const { text } of atlas.problems)
    for (const locale of locales) see(text[locale].title, text[locale].summary.plain);
  let pairs = '';
  for (const [traditional, simplified] of fullTable) {
    if (occurring[traditional.charCodeAt(0)] || occurring[simplified.charCodeAt(0)]) pairs += traditional + simplified;
  }
  return pairs;
}
