/** The kinds of files that are made beside the pages. */
import { join } from 'node:path';
import { settings } from '../settings.ts';
import { astroFolder } from './current.ts';
import { writeFullText } from './full-text.ts';
import { makeFiles, type PlainContext, updateFiles } from './make-files.ts';
import { drawPictures } from './pictures.ts';
import type { Made, NewlyMade } from './record.ts';
import { revision } from './revision.ts';

/** Folder for what generated files leave to the next build. */
const keptFolder = join(astroFolder, 'made');

export interface FilesBesidePages {
  /** Their name in the record. */
  readonly name: string;
  /** Their name in the build's log. */
  readonly label: string;
  /**
   * Makes all files in the site's folder, or those that differ from an earlier build. Throws what reading and writing
   * files throws, and what the libraries throw that make them.
   */
  readonly make: (dir: string, before?: Made) => Promise<NewlyMade>;
}

/** In the order in which they are made; the full-text index comes first, because it may need most memory. */
export const fileKinds: readonly FilesBesidePages[] = [
  { name: 'search-index', label: 'full-text index', make: writeFullText },
  {
    // JSON, Markdown twins, permanent links, search data.
    name: 'generated',
    label: 'files from the catalogs',
    make: async (dir, before) =>
      before ? updateFiles(dir, keptFolder, plainContext(), before) : makeFiles(dir, keptFolder, plainContext()),
  },
  { name: 'pictures', label: 'preview pictures', make: drawPictures },
];

export const plainContext = (): PlainContext => ({
  site: settings.site,
  base: settings.base,
  revision: revision(),
});

/** Says in a build's log how many files of a kind were made. */
export function madeLine(label: string, { written, names }: NewlyMade, milliseconds: number): string {
  const others = names.length - written.length;
  return `${label}: ${written.length} written, ${others} as they were, in ${(milliseconds / 1000).toFixed(1)} s`;
}
