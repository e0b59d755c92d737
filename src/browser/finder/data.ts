/** Loads the finder's data over the network: each file is fetched once, from the site itself. */
import { withBase } from '../../catalog/paths.ts';
import type { Locale } from '../../locales.ts';
import { readManifest } from '../../search/manifest.ts';
import type { FinderData } from '../../search/types.ts';

/** Returns an address of the site under the base path that it was built for. */
export const here = (path: string): string => withBase(import.meta.env.BASE_URL, path);

const loaded = new Map<string, Promise<unknown>>();

function load(path: string): Promise<unknown> {
  let file = loaded.get(path);
  if (!file) {
    file = fetch(here(path)).then((answer) => {
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      return answer.json();
    });
    // A failure is not kept, so that the next attempt fetches again.
    file.catch(() => loaded.delete(path));
    loaded.set(path, file);
  }
  return file;
}

/** Reads the finder's files over the network, each once; a file that failed to load is requested again. */
export function finderData(locale: Locale): FinderData {
  return {
    loadManifest: (text) => readManifest(text, locale, load),
    loadShard: load,
  };
}
