/** The one model of this process, shared by pages and integrations. */

import type { Atlas } from '../catalog/model.ts';
import { type ChangeSet, readChanges } from '../catalog/published/changes.ts';
import { readAtlas } from '../catalog/read.ts';
import { pageKey } from '../documents/digest.ts';
import { documentMakers, type Published } from '../documents/index.ts';
import { locales } from '../locales.ts';
import { root, settings } from '../settings.ts';

/** Vite loads pages and integrations as separate module graphs; the global symbol joins them. */
const key = Symbol.for('error-atlas.model');
const shared = globalThis as { [key]?: { readonly published: Published; keys?: ReadonlyMap<string, string> } };

/**
 * Returns the model, which is read once.
 * @throws ContentError with everything that is wrong in the content
 */
export const getAtlas = (): Atlas => getPublished().atlas;

/** Returns the change list, which is read with the model. */
export const getChanges = (): readonly ChangeSet[] => getPublished().changes;

/** Forgets the model, so that the next page reads the content anew. */
export function forgetAtlas(): void {
  delete shared[key];
}

/**
 * Returns what pages are made from, which is read once.
 * @throws ContentError with everything that is wrong in the content
 */
export const getPublished = (): Published => getShared().published;

/** Returns the key of every page that is made from the model, by address: the same key means the same page. */
export function getPageKeys(): ReadonlyMap<string, string> {
  const held = getShared();
  held.keys ??= new Map(
    locales.flatMap((locale) =>
      [...documentMakers(held.published, locale)].map(
        ({ path, make }) => [path, pageKey(make(), held.published.atlas)] as const,
      ),
    ),
  );
  return held.keys;
}

function getShared(): NonNullable<(typeof shared)[typeof key]> {
  if (!shared[key]) {
    const atlas = readAtlas(settings.contentDir, root);
    shared[key] = { published: { atlas, changes: readChanges(settings.contentDir, root, atlas) } };
  }
  return shared[key];
}
