/** The finder's data as the generator makes it, read from memory. */
import { join } from 'node:path';
import type { Atlas } from '../../src/catalog/model.ts';
import { readAtlas } from '../../src/catalog/read.ts';
import { finderFiles } from '../../src/generate/finder/files.ts';
import type { Locale } from '../../src/locales.ts';
import { readManifest } from '../../src/search/manifest.ts';
import type { FinderData, Hit } from '../../src/search/types.ts';

export const realAtlas = (): Atlas => readAtlas(join(process.cwd(), 'content'), process.cwd());

/** The catalogs that labelled queries know: with further ones the same words have further answers. */
const labelledCatalogs: ReadonlySet<string> = new Set(['alltick', 'mexc-futures', 'myquant-gm', 'tickdb']);

export function labelledAtlas(): Atlas {
  const atlas = realAtlas();
  return { ...atlas, catalogs: atlas.catalogs.filter(({ id }) => labelledCatalogs.has(id)) };
}

export const filesOf = (atlas: Atlas): ReadonlyMap<string, string> =>
  new Map([...finderFiles(atlas)].map(({ path, text }) => [path, text]));

/** Reads parsed files; `read` collects the paths that were asked for. */
export function dataOf(files: ReadonlyMap<string, string>, locale: Locale, read: Set<string> = new Set()): FinderData {
  const parsed = new Map<string, unknown>();
  const loadShard = async (path: string): Promise<unknown> => {
    read.add(path);
    const text = files.get(path);
    if (text === undefined) throw new Error(`no file ${path}`);
    if (!parsed.has(path)) parsed.set(path, JSON.parse(text));
    return parsed.get(path);
  };
  return { loadShard, loadManifest: (text) => readManifest(text, locale, loadShard) };
}

/** A hit as labelled queries write it. */
export const label = ({ catalog, code, meaning }: Hit, withMeaning: boolean): string =>
  `${catalog.id}/${code}${withMeaning && meaning !== undefined ? `#${meaning}` : ''}`;
