/** Reads the manifest in two parts: a code, with or without a name, needs only the first. */
import { finderFormsPath, finderManifestPath } from '../catalog/paths.ts';
import type { Locale } from '../locales.ts';
import type { Forms, Manifest, ManifestFile, Shape } from './types.ts';

/**
 * Whether a text is at most three words of Latin letters and digits: no answer looks like that, and there is no Chinese
 * to fold.
 */
export const isCodeWithName = (text: string): boolean => /^\s*(?:[\w.-]{1,40}(?:\s+|$)){0,3}$/.test(text);

const nothing: Forms = { folding: '', shapes: {} };
/** Returns a catalog's shapes. Looks at own properties only: a catalog may be called `constructor`. */
const shapesIn = ({ shapes }: Forms, id: string): readonly Shape[] => (Object.hasOwn(shapes, id) && shapes[id]) || [];
const composed = new WeakMap<ManifestFile, Map<Forms, Manifest>>();

/**
 * Reads the manifest, or only the part that a text needs.
 * @param text the query; without it, all of the manifest is read
 * @param load returns the parsed JSON of a file, the same object each time
 * @throws what `load` throws
 */
export async function readManifest(
  text: string | undefined,
  locale: Locale,
  load: (path: string) => Promise<unknown>,
): Promise<Manifest> {
  const [file, forms] = await Promise.all([
    load(finderManifestPath(locale)) as Promise<ManifestFile>,
    text !== undefined && isCodeWithName(text) ? nothing : (load(finderFormsPath) as Promise<Forms>),
  ]);
  const known = composed.get(file) ?? new Map<Forms, Manifest>();
  composed.set(file, known);
  // The same pair of files gives the same object, so that what is derived from it can be cached by it.
  const manifest = known.get(forms) ?? {
    ...file,
    folding: forms.folding,
    catalogs: file.catalogs.map((catalog) => ({ ...catalog, shapes: shapesIn(forms, catalog.id) })),
  };
  known.set(forms, manifest);
  return manifest;
}
