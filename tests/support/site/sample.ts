/**
 * Sample pages of every kind for expensive checks. Of entries and permanent links, which number in the thousands, some
 * of every catalog are drawn by a seed; everything else is included in full.
 */
import { createHash } from 'node:crypto';
import type { Catalog, Entry } from '../../../src/catalog/model.ts';
import { catalogPath, codeSegment, entryPath, permanentPath } from '../../../src/catalog/paths.ts';
import { locales } from '../../../src/locales.ts';
import { getAtlas } from '../../../src/site/atlas.ts';

const seed = process.env['ATLAS_SEED'] ?? '20261127';
/** Number of entries drawn from each catalog, each in one of the languages. */
const perCatalog = 12;

const drawn = <T>(list: readonly T[], keyOf: (item: T) => string, count: number): T[] =>
  list
    .map(
      (item) =>
        [
          createHash('sha1')
            .update(`${seed} ${keyOf(item)}`)
            .digest('hex'),
          item,
        ] as const,
    )
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, count)
    .map(([, item]) => item);

/** Draws entries of a catalog, among them its longest one and, if it has them, an outline and a full one. */
export function sampledOf({ id, entries }: Catalog): readonly Entry[] {
  const byLength = entries.toSorted((a, b) => b.meanings.length - a.meanings.length);
  const some = [
    byLength[0],
    entries.find(({ depth }) => depth === 'full'),
    entries.find(({ depth }) => depth === 'outline'),
    ...drawn(entries, ({ code }) => `${id} ${code}`, perCatalog),
  ];
  return [...new Set(some.filter((entry) => entry !== undefined))];
}

/** Addresses of those entries, each in one language, and their permanent links. */
export const sampledEntries: readonly string[] = getAtlas().catalogs.flatMap((catalog) =>
  sampledOf(catalog).flatMap(({ code }, index) => [
    entryPath(locales[index % locales.length] ?? 'en', catalog.id, code),
    permanentPath(catalog.id, code),
  ]),
);

const entryFolders: ReadonlySet<string> = new Set(
  getAtlas().catalogs.flatMap(({ id, entries }) =>
    entries.flatMap(({ code }) => [
      ...locales.map((locale) => `${catalogPath(locale, id)}${codeSegment(code)}/`),
      permanentPath(id, code),
    ]),
  ),
);

const chosen: ReadonlySet<string> = new Set(sampledEntries);

/** Whether an address is in the sample: it is drawn, or not one of an entry. */
export const isSampled = (path: string): boolean => !entryFolders.has(path) || chosen.has(path);

/** Picks the page files that belong to no entry, and those of the drawn entries. */
export function sampled(files: readonly string[]): string[] {
  const some = files.filter((file) => isSampled(`/${file.replace(/index\.html$/, '')}`));
  console.log(`${some.length} of ${files.length} pages: all but entries, and those drawn by ATLAS_SEED=${seed}`);
  return some;
}
