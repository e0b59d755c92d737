/** Titles and descriptions of pages, for browsers' tabs, search engines and chat previews. */
import type { Catalog, Entry, Meaning } from '../catalog/model.ts';
import type { Locale } from '../locales.ts';

const longest = 155;

/** More titles of one code than this are too many for one title. */
const mostTitles = 3;

/** Joins the titles of an entry's meanings in one line; of many, only the first ones. */
export const meaningTitles = ({ meanings }: Entry, locale: Locale): string =>
  [
    ...meanings.slice(0, mostTitles).map(({ text }) => text[locale].title),
    ...(meanings.length > mostTitles ? ['…'] : []),
  ].join(' / ');

/** `MEXC Futures 1002: Contract not activated` */
export const entryTitle = (entry: Entry, locale: Locale): string =>
  `${entry.catalog.name[locale]} ${entry.code}: ${meaningTitles(entry, locale)}`;

/** Returns the title of a meaning as it is shown elsewhere, cut since some official ones are whole paragraphs. */
export const shortTitle = ({ text }: Meaning, locale: Locale): string => shorten(text[locale].title, longestElsewhere);

const longestElsewhere = 100;

/** Returns one line that names provider, code and meaning and goes on with the likeliest cause and the first step. */
export function entryDescription(entry: Entry, locale: Locale): string {
  const [{ text, problem }] = entry.meanings;
  const { causes, fixes } = text[locale];
  const [stop, blank] = locale === 'en' ? ['.', ' '] : ['。', ''];
  const title = entryTitle(entry, locale);
  // Some official titles end in a mark of their own.
  const sentence = /[.!?…。！？]$/.test(title) ? title : `${title}${stop}`;
  // An outline has no cause of its own.
  const [cause = problem.text[locale].summary] = causes;
  return shorten([sentence, cause.plain, fixes[0]?.plain].filter(Boolean).join(blank), longest);
}

export const catalogTitle = (catalog: Catalog, locale: Locale): string =>
  `${catalog.name[locale]} · ${catalog.surface[locale]}`;

/** Cuts a text to at most `most` characters. */
export function shorten(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
