import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Atlas, Entry } from '../../src/catalog/model.ts';
import { readAtlas } from '../../src/catalog/read.ts';
import type { GeneratedFile, SiteContext } from '../../src/generate/generated-file.ts';

export const tinyDir = join(import.meta.dirname, '../fixtures/tiny');
export const contentDir = join(import.meta.dirname, '../../content');

export const tiny = (): Atlas => readAtlas(tinyDir, tinyDir);

export const context: SiteContext = { site: 'https://atlas.example', base: '/', revision: 'abc123', changes: [] };

/** The text of one file, and an error where there is none. */
export function textAt(files: Iterable<GeneratedFile>, path: string): string {
  for (const file of files) if (file.path === path) return file.text;
  throw new Error(`no file at ${path}`);
}

export function entryOf(atlas: Atlas, catalog: string, code: string): Entry {
  const entry = atlas.catalogs.find(({ id }) => id === catalog)?.entries.find((other) => other.code === code);
  if (!entry) throw new Error(`no entry ${catalog} ${code}`);
  return entry;
}

/** Runs a test with a copy of the fixture that it may change. */
export function withCopy<T>(use: (dir: string) => T): T {
  const dir = mkdtempSync(join(tmpdir(), 'atlas-'));
  try {
    cpSync(tinyDir, dir, { recursive: true });
    return use(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}
