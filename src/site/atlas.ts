/** The one model of this process, shared by pages and integrations. */
import { readAtlas } from '../catalog/resolve.ts';
import type { Atlas } from '../catalog/model.ts';
import { root, settings } from '../settings.ts';

/** Vite loads pages and integrations as separate module graphs; the global symbol joins them. */
const key = Symbol.for('error-atlas.model');
const shared = globalThis as { [key]?: Atlas };

/**
 * The model, read once.
 * @throws ContentError with everything that is wrong in the content
 */
export function getAtlas(): Atlas {
  shared[key] ??= readAtlas(settings.contentDir, root);
  return shared[key];
}

/** Forgets the model, so that the next page reads the content anew. */
export function forgetAtlas(): void {
  delete shared[key];
}
