/** Measures the size of the built site. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { apiErrorsPath, catalogPath, entryPath, permanentPath } from '../../src/catalog/paths.ts';
import { locales } from '../../src/locales.ts';
import { root, settings } from '../../src/settings.ts';
import { getAtlas } from '../../src/site/atlas.ts';
import { median, type SizeFigures, type Spread } from './results.ts';

const fileOf = (path: string): string => join(settings.outDir, path.endsWith('/') ? `${path}index.html` : path);
const bytesOf = (path: string): number => statSync(fileOf(path)).size;

/** Returns the bytes of a file's compressed copy, or of one made now if the build made none. */
function gzipOf(path: string): number {
  const file = fileOf(path);
  return existsSync(`${file}.gz`) ? statSync(`${file}.gz`).size : gzipSync(readFileSync(file)).length;
}

const spread = (values: readonly number[]): Spread => ({
  median: median(values),
  largest: values.reduce((a, b) => Math.max(a, b), 0),
});

export function measureSizes(): SizeFigures {
  const { catalogs } = getAtlas();
  const entries = catalogs.flatMap((catalog) => catalog.entries);
  const pages = entryPages();
  const site = { files: 0, bytes: 0 };
  const compressedCopies = { files: 0, bytes: 0 };
  for (const item of readdirSync(settings.outDir, { recursive: true, withFileTypes: true })) {
    if (!item.isFile()) continue;
    const count = /\.(?:gz|br)$/.test(item.name) ? compressedCopies : site;
    count.files += 1;
    count.bytes += statSync(join(item.parentPath, item.name)).size;
  }
  const catalogPages = catalogs.flatMap(({ id, entries: own }) =>
    locales.map((locale) => ({ largest: gzipOf(catalogPath(locale, id)), codes: own.length })),
  );
  return {
    codes: entries.length,
    entryPages: pages.length,
    site,
    compressedCopies,
    entryHtml: spread(pages.map(bytesOf)),
    entryOfOneMeaning: spread(entryPages(undefined, 1).map(bytesOf)),
    realEntryHtml: spread(entryPages(readdirSync(join(root, 'content', 'catalogs'))).map(bytesOf)),
    entryGzip: spread(pages.map(gzipOf)),
    catalogGzip: catalogPages.reduce((a, b) => (b.largest > a.largest ? b : a)),
    permanentLargest: spread(
      entries
        .filter(({ meanings }) => meanings.length === 1)
        .map(({ catalog, code }) => bytesOf(permanentPath(catalog.id, code))),
    ).largest,
    errorsJsonGzip: gzipOf(apiErrorsPath),
  };
}

/** @param meanings entries with more meanings are left out */
const entryPages = (
  ids: readonly string[] = getAtlas().catalogs.map(({ id }) => id),
  meanings = Number.POSITIVE_INFINITY,
): string[] =>
  getAtlas()
    .catalogs.filter(({ id }) => ids.includes(id))
    .flatMap(({ id, entries }) =>
      entries
        .filter((entry) => entry.meanings.length <= meanings)
        .flatMap(({ code }) => locales.map((locale) => entryPath(locale, id, code))),
    );

/** Returns the median-sized and the largest entry page among those with one meaning. */
export function typicalPages(): { readonly median: string; readonly largest: string } {
  const pages = entryPages(undefined, 1).map((path) => ({ path, bytes: bytesOf(path) }));
  pages.sort((a, b) => a.bytes - b.bytes);
  const page = (index: number): string => pages[index]?.path ?? '/';
  return { median: page(Math.floor(pages.length / 2)), largest: page(pages.length - 1) };
}
