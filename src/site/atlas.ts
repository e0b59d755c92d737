/** The one model of this process, shared by pages and integrations. */

import type { Atlas } from '../catalog/model.ts';
import { type ChangeSet, readChanges } from '../catalog/published/changes.ts';
import { readAtlas } from '../catalog/read.ts';
import type { Published } from '../documents/index.ts';
import { root, settings } from '../settings.ts';

/** Vite loads pages and integrations as separate module graphs; the global symbol joins them. */
const key = Symbol.for('error-atlas.model');
const shared = globalThis as { [key]?: Published };

/**
 * The model, read once.
 * @throws ContentError with everything that is wrong in the content
 */
export const getAtlas = (): Atlas => getPublished().atlas;

/** The change list, read with the model. */
export const getChanges = (): readonly ChangeSet[] => getPublished().changes;

/** Forgets the model, so that the next page reads the content anew. */
export function forgetAtlas(): void {
  delete shared[key];
}

/**
 * What pages are made of, read once.
 * @throws ContentError with everything that is wrong in the content
 */
export function getPublished(): Published {
  if (!shared[key]) {
    const atlas = readAtlas(settings.contentDir, root);
    shared[key] = { atlas, changes: readChanges(settings.contentDir, root, atlas) };
  }
  return shared[key];
}
