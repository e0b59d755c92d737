/**
 * Pages for what is dear: some of every kind. Entries and permanent links, of which there are thousands, are drawn by a
 * seed, some of every catalog; of everything else each page is looked at.
 */
import { createHash } from 'node:crypto';
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

/**
 * Addresses of entries and permanent links that are drawn: of each catalog, and among them its longest entry, an
 * outline and a full one where it has both.
 */
export const sampledEntries: readonly string[] = getAtlas().catalogs.flatMap(({ id, entries }) => {
  const byLength = entries.toSorted((a, b) => b.meanings.length - a.meanings.length);
  const full = entries.find(({ depth }) => depth === 'full');
  const outline = entries.find(({ depth }) => depth === 'outline');
  const some = [byLength[0], full, outline, ...drawn(entries, ({ code }) => `${id} ${code}`, perCatalog)].filter(
    (entry) => entry !== undefined,
  );
  return [...new Set(some)].flatMap(({ code }, index) => [
    entryPath(locales[index % locales.length] ?? 'en', id, code),
    permanentPath(id, code),
  ]);
});

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
