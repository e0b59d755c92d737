/** Tells which catalogs' files cannot have changed, without making them. */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { Atlas } from '../catalog/model.ts';
import { recordShards } from '../catalog/shards.ts';
import { besideEntry, providerShown } from '../documents/elsewhere.ts';
import { fingerprintOf } from './written-files.ts';

/** Hashes of what is made from a catalog. */
export interface CatalogMark {
  /** Of its own files and those that all catalogs share. */
  readonly own: string;
  /** Of these, and of what its pages show of its provider. */
  readonly shown: string;
  /** For each entry by code, of what its files show of other catalogs. */
  readonly entries: Readonly<Record<string, string>>;
}

export type CatalogMarks = Readonly<Record<string, CatalogMark>>;

/** Tells whether a catalog's files have not changed or, given a code, those of one entry. */
export type IsUnchanged = (catalog: string, code?: string) => boolean;

const known = new WeakMap<Atlas, CatalogMarks>();

/**
 * Returns the marks of every catalog.
 * @param contentDir the folder that the model was read from
 */
export function catalogMarks(atlas: Atlas, contentDir: string): CatalogMarks {
  const made = known.get(atlas) ?? marksOf(atlas, contentDir);
  known.set(atlas, made);
  return made;
}

function marksOf(atlas: Atlas, contentDir: string): CatalogMarks {
  const files = (path: string): string => fingerprintOf(contentDir, [join(contentDir, path)]);
  const common = [files('problems'), recordShards(atlas)];
  return Object.fromEntries(
    atlas.catalogs.map((catalog) => {
      const own = markOf([files(join('catalogs', catalog.id)), common]);
      const entries = catalog.entries.map((entry) => [entry.code, markOf(besideEntry(entry))] as const);
      return [catalog.id, { own, shown: markOf([own, providerShown(catalog)]), entries: Object.fromEntries(entries) }];
    }),
  );
}

/** 132 bits are enough, and there are thousands. */
const markOf = (value: unknown): string => hash('sha256', JSON.stringify(value), 'base64url').slice(0, 22);

/** Compares marks with those of an earlier time. */
export function unchangedSince(before: CatalogMarks, now: CatalogMarks): IsUnchanged {
  const whole = new Set(
    Object.entries(now)
      .filter(([id, mark]) => JSON.stringify(mark) === JSON.stringify(before[id]))
      .map(([id]) => id),
  );
  return (catalog, code) => {
    if (code === undefined || whole.has(catalog)) return whole.has(catalog);
    const [earlier, mark] = [before[catalog], now[catalog]];
    return earlier?.shown === mark?.shown && earlier?.entries[code] === mark?.entries[code];
  };
}
