/** What the files of a catalog show that is not from its own files. */
import type { Catalog, Entry } from '../catalog/model.ts';
import { locales } from '../locales.ts';
import { namedOf, sameCodeOnly, sameProblem } from './related.ts';

/**
 * Returns all that the pages and the JSON of a catalog could show from other catalogs. Texts of problems are left out:
 * they belong to all catalogs.
 */
export const elsewhereOf = ({ provider, entries }: Catalog): unknown => [
  [provider.id, provider.name, provider.homepage, provider.catalogs.map(({ id }) => id)],
  entries.map((entry) => [
    shownOf(sameProblem(entry)),
    shownOf(sameCodeOnly(entry)),
    // Programs get all of them.
    entry.sameCode.map(({ catalog, code }) => [catalog.id, code]),
  ]),
];

/** Returns what is shown of a list of entries: those that are named, and how many there are. */
const shownOf = (entries: readonly Entry[]): unknown => [
  entries.length,
  namedOf(entries).map(({ catalog, code, symbol, meanings }) => [
    [catalog.id, catalog.name, code, symbol],
    meanings.map(({ slug, problem, text }) => [slug, problem.id, locales.map((locale) => text[locale].title)]),
  ]),
];
