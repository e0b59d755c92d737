import { join } from 'node:path';
import { loadContent } from '../../src/catalog/load.ts';
import type { Atlas, Entry } from '../../src/catalog/model.ts';
import { readAtlas } from '../../src/catalog/read.ts';
import { resolve } from '../../src/catalog/resolve.ts';
import type { GeneratedFile, SiteContext } from '../../src/generate/generated-file.ts';

export const tinyDir = join(import.meta.dirname, '../fixtures/tiny');
export const contentDir = join(import.meta.dirname, '../../content');

export const tiny = (): Atlas => readAtlas(tinyDir, tinyDir);

/** The catalog that `npm test -- --catalog <id>` is about; undefined if tests check all of them. */
export const onlyCatalog = process.env['ATLAS_TEST_CATALOG'];

let whole: Atlas | undefined;

/** Returns the real content, read once: nothing changes a model. */
export function wholeAtlas(): Atlas {
  whole ??= readAtlas(contentDir, contentDir);
  return whole;
}

let real: Atlas | undefined;

/** Returns the real content, with only the catalog under test if there is one; read once. */
export function realAtlas(): Atlas {
  real ??= onlyCatalog === undefined ? wholeAtlas() : atlasWith(onlyCatalog);
  return real;
}

function atlasWith(catalog: string): Atlas {
  const files = loadContent(contentDir, contentDir, []);
  return resolve({ ...files, catalogs: files.catalogs.filter(({ id }) => id === catalog) });
}

export const context: SiteContext = { site: 'https://atlas.example', base: '/', revision: 'abc123', changes: [] };

/** Returns the text of one file; throws if there is none. */
export function textAt(files: Iterable<GeneratedFile>, path: string): string {
  for (const file of files) if (file.path === path) return file.text;
  throw new Error(`no file at ${path}`);
}

export function entryOf(atlas: Atlas, catalog: string, code: string): Entry {
  const entry = atlas.catalogs.find(({ id }) => id === catalog)?.entries.find((other) => other.code === code);
  if (!entry) throw new Error(`no entry ${catalog} ${code}`);
  return entry;
}
