/** The one model of this process, shared by pages and integrations. */

import type { Atlas } from '../catalog/model.ts';
import { type ChangeSet, readChanges } from '../catalog/published/changes.ts';
import { readAtlas } from '../catalog/read.ts';
import type { KnownValues } from '../catalog/reading/known-values.ts';
import { pageKey } from '../documents/digest.ts';
import { documentMakers, type Published } from '../documents/index.ts';
import { locales } from '../locales.ts';
import { root, settings } from '../settings.ts';

/** Vite loads pages and integrations as separate module graphs; the global symbol joins them. */
const key = Symbol.for('error-atlas.model');
const valuesKey = Symbol.for('error-atlas.values');
const shared = globalThis as {
  /** Values of texts that were read before. */
  [valuesKey]?: KnownValues;
  [key]?: { readonly published: Published; earlier?: EarlierKeys; keys?: ReadonlyMap<string, string> };
};

/** Keys of pages in an earlier state of the content. */
export interface EarlierKeys {
  /** Tells whether the pages of a catalog or, given a code, of an entry have the same keys now. */
  readonly isUnchanged: (catalog: string, code?: string) => boolean;
  /** By address. */
  readonly keys: Readonly<Record<string, string>>;
}

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
  const { published, earlier } = held;
  held.keys ??= new Map(
    locales.flatMap((locale) =>
      [...documentMakers(published, locale)].map(({ path, catalog, code, make }) => {
        const known = catalog !== undefined && earlier?.isUnchanged(catalog, code) ? earlier.keys[path] : undefined;
        return [path, known ?? pageKey(make(), published.atlas)] as const;
      }),
    ),
  );
  return held.keys;
}

/** Lets `getPageKeys` take keys from an earlier state: making the documents of all pages takes seconds. */
export function continueKeys(earlier: EarlierKeys): void {
  getShared().earlier = earlier;
}

/** Lets content be read with the help of values that are known already. */
export function readWith(known: KnownValues): void {
  shared[valuesKey] = known;
}

function getShared(): NonNullable<(typeof shared)[typeof key]> {
  if (!shared[key]) {
    const { contentDir } = settings;
    const known = shared[valuesKey];
    const atlas = readAtlas(contentDir, root, known);
    shared[key] = { published: { atlas, changes: readChanges(contentDir, root, atlas, known) } };
  }
  return shared[key];
}
