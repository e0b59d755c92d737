/** The finder's data as the generator makes it, read from memory. */
import type { Atlas } from '../../src/catalog/model.ts';
import { finderFiles } from '../../src/generate/finder/files.ts';
import type { Locale } from '../../src/locales.ts';
import { readManifest } from '../../src/search/manifest.ts';
import type { FinderData, Hit } from '../../src/search/types.ts';
import { wholeAtlas } from './fixture.ts';

/** The catalogs that the labelled queries assume: with more catalogs, the same words have more answers. */
const labelledCatalogs: ReadonlySet<string> = new Set(['alltick', 'mexc-futures', 'myquant-gm', 'tickdb']);

let labelled: Atlas | undefined;

export function labelledAtlas(): Atlas {
  const atlas = wholeAtlas();
  labelled ??= { ...atlas, catalogs: atlas.catalogs.filter(({ id }) => labelledCatalogs.has(id)) };
  return labelled;
}

const made = new WeakMap<Atlas, ReadonlyMap<string, string>>();

/** Returns the finder's files for a model, made once. */
export function filesOf(atlas: Atlas): ReadonlyMap<string, string> {
  const files = made.get(atlas) ?? new Map([...finderFiles(atlas)].map(({ path, text }) => [path, text]));
  made.set(atlas, files);
  return files;
}

/** Returns finder data that reads and parses these files; `read` collects the requested paths. */
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

/** Writes a hit as labelled queries do. */
export const label = ({ catalog, code, meaning }: Hit, withMeaning: boolean): string =>
  `${catalog.id}/${code}${withMeaning && meaning !== undefined ? `#${meaning}` : ''}`;
