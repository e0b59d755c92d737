/** Tidies up the site's files once all are made: removes what is left of an earlier build, compresses what changed. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { downloads } from '../generate/downloads.ts';
import { settings } from '../settings.ts';
import { compressFiles, isCompressible } from './compress.ts';
import { encodingsOf, endings } from './compressors.ts';
import { currentBuild } from './current.ts';
import { folderTimes } from './folder-times.ts';
import { removeLeftovers, siteFiles, statesOf } from './site-files.ts';
import { nameOf } from './written-files.ts';

/**
 * Compresses the text files that changed in the encodings of `ATLAS_COMPRESS`, each into a file beside it; with `none`,
 * compresses nothing but downloads; what programs read gets only gzip. Notes in the current build what the site's
 * folder holds.
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
    texts.flatMap((name) =>
      encodingsOf(name, states[name]?.[0] ?? 0, settings.compress).map((encoding) => `${name}${endings[encoding]}`),
    );
  for (const name of [...formsOf(wanted), ...writeDownloads(dir, changed)]) currentBuild().written?.add(name);
  Object.assign(states, statesOf(dir, [...formsOf(Object.keys(states).filter(isText)), ...downloadNames]).states);
  const removed = removeLeftovers(dir, states);
  const { before, written } = currentBuild();
  const earlier = before && written && { times: before.site.folders, changed: [...written, ...removed] };
  currentBuild().site = { files: states, folders: folderTimes(dir, Object.keys(states), earlier) };
  const sizes = Object.entries(compressed).map(([encoding, size]) => `, ${encoding} ${megabytes(size)}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  return `${count} files, ${changed.length} changed; compressed ${files}, ${megabytes(bytes)}${sizes.join('')}, in ${seconds} s`;
}

const downloadNames = downloads.map(({ path }) => nameOf(path));

/** Writes the downloads whose content changed: the form that servers send, if there is one. @returns their names */
function writeDownloads(dir: string, changed: readonly string[]): readonly string[] {
  const wanted = downloads.filter(({ of }) => changed.includes(nameOf(of)));
  for (const { path, of } of wanted) {
    const [target, source] = [join(dir, nameOf(path)), join(dir, nameOf(of))];
    mkdirSync(dirname(target), { recursive: true });
    if (settings.compress.includes('gzip') && existsSync(`${source}${endings.gzip}`)) {
      copyFileSync(`${source}${endings.gzip}`, target);
    } else writeFileSync(target, gzipSync(readFileSync(source)));
  }
  return wanted.map(({ path }) => nameOf(path));
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
