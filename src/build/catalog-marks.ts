/** Tells which catalogs' pages cannot have changed, without making them. */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { Atlas } from '../catalog/model.ts';
import { recordShards } from '../catalog/shards.ts';
import { elsewhereOf } from '../documents/elsewhere.ts';
import { fingerprintOf } from './written-files.ts';

/** Hashes of what is made from a catalog. */
export interface CatalogMark {
  /** Of its own files and those that all catalogs share. */
  readonly own: string;
  /** Of all that its pages and its JSON show. */
  readonly shown: string;
}

export type CatalogMarks = Readonly<Record<string, CatalogMark>>;

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
      const own = hash('sha256', JSON.stringify([files(join('catalogs', catalog.id)), common]));
      return [catalog.id, { own, shown: hash('sha256', JSON.stringify([own, elsewhereOf(catalog)])) }];
    }),
  );
}
