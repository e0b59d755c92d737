/** Tidies up the site's files once all are made: removes what is left of an earlier build, compresses what changed. */
import { settings } from '../settings.ts';
import { compressFiles, isCompressible } from './compress.ts';
import { encodingsOf, endings } from './compressors.ts';
import { currentBuild } from './current.ts';
import { removeLeftovers, siteFiles, statesOf } from './site-files.ts';

/**
 * Compresses the text files that changed in the encodings of `ATLAS_COMPRESS`, each into a file beside it; with `none`,
 * compresses nothing; what programs read gets only gzip. Notes in the current build the state of every file.
 *
 * @param dir the site's root
 * @param pages pathnames of all pages, as Astro reports them
 * @returns the line for the build's log
 * @throws what reading and writing files throws
 */
export async function finishSite(dir: string, pages: Iterable<string>): Promise<string> {
  const started = performance.now();
  const { states, changed } = statesOf(dir, siteFiles(dir, pages));
  const count = Object.keys(states).length;
  const isText = (name: string): boolean => isCompressible(name, states[name]?.[0] ?? 0);
  const wanted = settings.compress.length === 0 ? [] : changed.filter(isText);
  const { files, bytes, compressed } = await compressFiles(dir, wanted, settings.compress);
  const formsOf = (texts: readonly string[]): string[] =>
    texts.flatMap((name) => encodingsOf(name, settings.compress).map((encoding) => `${name}${endings[encoding]}`));
  for (const name of formsOf(wanted)) currentBuild().written?.add(name);
  Object.assign(states, statesOf(dir, formsOf(Object.keys(states).filter(isText))).states);
  removeLeftovers(dir, states);
  currentBuild().files = states;
  const sizes = Object.entries(compressed).map(([encoding, size]) => `, ${encoding} ${megabytes(size)}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  return `${count} files, ${changed.length} changed; compressed ${files}, ${megabytes(bytes)}${sizes.join('')}, in ${seconds} s`;
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
