/** Tells which catalogs' pages cannot have changed, without making them. */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { Atlas } from '../catalog/model.ts';
import { recordShards } from '../catalog/shards.ts';
import { elsewhereOf } from '../documents/elsewhere.ts';
import { fingerprintOf } from './written-files.ts';

const known = new WeakMap<Atlas, Readonly<Record<string, string>>>();

/**
 * @param contentDir the folder that the model was read from
 * @returns a hash for each catalog, of its own files and of all that its pages show from elsewhere
 */
export function catalogMarks(atlas: Atlas, contentDir: string): Readonly<Record<string, string>> {
  const made = known.get(atlas) ?? marksOf(atlas, contentDir);
  known.set(atlas, made);
  return made;
}

function marksOf(atlas: Atlas, contentDir: string): Readonly<Record<string, string>> {
  const files = (path: string): string => fingerprintOf(contentDir, [join(contentDir, path)]);
  const common = [files('problems'), recordShards(atlas)];
  return Object.fromEntries(
    atlas.catalogs.map((catalog) => [
      catalog.id,
      hash('sha256', JSON.stringify([files(join('catalogs', catalog.id)), common, elsewhereOf(catalog)])),
    ]),
  );
}
