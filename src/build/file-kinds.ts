/** The kinds of files that are made beside the pages. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { settings } from '../settings.ts';
import { writeFullText } from './full-text.ts';
import { makeFiles, type PlainContext, updateFiles } from './make-files.ts';
import { drawPictures } from './pictures.ts';
import type { Made, NewlyMade } from './record.ts';
import { revision } from './revision.ts';
import { inThread } from './threads.ts';

export interface FilesBesidePages {
  /** Their name in the record. */
  readonly name: string;
  /** Their name in the build's log. */
  readonly label: string;
  /** Makes all files in the site's folder, which has none of them yet. */
  readonly make: (dir: string) => Promise<NewlyMade>;
  /** Does the same once all pages exist, if that is done differently. */
  readonly makeLate?: (dir: string) => Promise<NewlyMade>;
  /** Makes those that differ from the last build. */
  readonly update: (dir: string, before: Made) => Promise<NewlyMade>;
}

/** The full-text index. Throws if Pagefind does not start or rejects a record. */
export const fullTextFiles: FilesBesidePages = {
  name: 'search-index',
  label: 'full-text index',
  make: (dir) => inThread<NewlyMade>(new URL('./full-text-worker.ts', import.meta.url), dir),
  // Not in a thread, which would need another copy of the model.
  makeLate: (dir) => {
    giveMemoryBack();
    return writeFullText(dir);
  },
  update: writeFullText,
};

/** What is made from the catalogs without Astro: JSON, Markdown twins, permanent links, search data. */
export const generatedFiles: FilesBesidePages = {
  name: 'generated',
  label: 'files from the catalogs',
  make: (dir) => makeFiles(dir, plainContext()),
  update: async (dir, before) => updateFiles(dir, plainContext(), before),
};

/** The preview pictures of links. */
export const pictureFiles: FilesBesidePages = {
  name: 'pictures',
  label: 'pictures',
  make: (dir) => drawPictures(dir),
  update: drawPictures,
};

export const plainContext = (): PlainContext => ({
  site: settings.site,
  base: settings.base,
  revision: revision(),
});

/** Says in a build's log how many files of a kind were made. */
export function madeLine({ label }: FilesBesidePages, { written, names }: NewlyMade, milliseconds: number): string {
  const others = names.length - written.length;
  return `${label}: ${written.length} written, ${others} as they were, in ${(milliseconds / 1000).toFixed(1)} s`;
}

/**
 * Frees memory. Rendering many pages leaves this process with three times the memory that it still needs. Pagefind, in
 * a process of its own, may need more than all the rest, and Node gives nothing back by itself.
 */
function giveMemoryBack(): void {
  setFlagsFromString('--expose-gc');
  const gc: NodeJS.GCFunction = runInNewContext('gc');
  gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
