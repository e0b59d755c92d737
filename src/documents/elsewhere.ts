/** What the files of a catalog show that is not from its own files, nor from the problems, which belong to all. */
import type { Catalog, Entry } from '../catalog/model.ts';
import { locales } from '../locales.ts';
import { namedOf, sameCodeOnly, sameProblem } from './related.ts';

/** Returns all that pages and JSON of a catalog could show of its provider. */
export const providerShown = ({ provider }: Catalog): unknown => [
  provider.id,
  provider.name,
  provider.homepage,
  provider.catalogs.map(({ id }) => id),
];

/** Returns all that the page and the JSON of an entry could show of other catalogs. */
export const besideEntry = (entry: Entry): unknown => [
  shownOf(sameProblem(entry)),
  shownOf(sameCodeOnly(entry)),
  // Programs get all of them.
  entry.sameCode.map(({ catalog, code }) => [catalog.id, code]),
];

/** Returns what is shown of a list of entries: those that are named, and how many there are. */
const shownOf = (entries: readonly Entry[]): unknown => [
  entries.length,
  namedOf(entries).map(({ catalog, code, symbol, meanings }) => [
    [catalog.id, catalog.name, code, symbol],
    meanings.map(({ slug, problem, text }) => [slug, problem.id, locales.map((locale) => text[locale].title)]),
  ]),
];
