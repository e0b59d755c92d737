/**
 * Pages for what is dear: some of every kind. Entries and permanent links, of which there are thousands, are drawn by a
 * seed, some of every catalog; of everything else each page is looked at.
 */
import { createHash } from 'node:crypto';
import type { Catalog, Entry } from '../../../src/catalog/model.ts';
import { catalogPath, codeSegment, entryPath, permanentPath } from '../../../src/catalog/paths.ts';
import { locales } from '../../../src/locales.ts';
import { getAtlas } from '../../../src/site/atlas.ts';

const seed = process.env['ATLAS_SEED'] ?? '20261127';
/** So many entries of each catalog, each in one of the languages. */
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

/** Entries of a catalog that are drawn, and among them its longest one, an outline and a full one where it has both. */
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

/** Of the files of pages those that are no entry's, and those that are drawn. */
export function sampled(files: readonly string[]): string[] {
  const chosen = new Set(sampledEntries);
  const some = files.filter((file) => {
    const path = `/${file.replace(/index\.html$/, '')}`;
    return !entryFolders.has(path) || chosen.has(path);
  });
  console.log(`${some.length} of ${files.length} pages: all but entries, and those drawn by ATLAS_SEED=${seed}`);
  return some;
}
