/** The one model of this process, shared by pages and integrations. */

import type { Atlas } from '../catalog/model.ts';
import { type ChangeSet, readChanges } from '../catalog/published/changes.ts';
import { readAtlas } from '../catalog/read.ts';
import { root, settings } from '../settings.ts';

/** Vite loads pages and integrations as separate module graphs; the global symbol joins them. */
const key = Symbol.for('error-atlas.model');
const shared = globalThis as { [key]?: Published };

interface Published {
  readonly atlas: Atlas;
  /** What was published when, newest first. */
  readonly changes: readonly ChangeSet[];
}

/**
 * The model, read once.
 * @throws ContentError with everything that is wrong in the content
 */
export const getAtlas = (): Atlas => published().atlas;

/** The change list, read with the model. */
export const getChanges = (): readonly ChangeSet[] => published().changes;

/** Forgets the model, so that the next page reads the content anew. */
export function forgetAtlas(): void {
  delete shared[key];
}

function published(): Published {
  if (!shared[key]) {
    const atlas = readAtlas(settings.contentDir, root);
    shared[key] = { atlas, changes: readChanges(settings.contentDir, root, atlas) };
  }
  return shared[key];
}
