/** Writes generated files, touching only those whose text changed, and nothing where nothing they come from did. */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { GeneratedFile } from '../generate/file.ts';

/** Where a file lies under the site's root: a page's address ends with a slash, its file with index.html. */
export const filePath = (path: string): string => (path.endsWith('/') ? `${path}index.html` : path);

export interface Written {
  readonly written: number;
  /** Files that were there with the same text. */
  readonly same: number;
}

/** What was written, with the place of every file that was made. */
export interface WrittenFiles extends Written {
  readonly targets: readonly string[];
}

/** @param dir folder that the files' paths begin at */
export function writeFiles(files: Iterable<GeneratedFile>, dir: string): WrittenFiles {
  const mkdir = folderMaker();
  const targets: string[] = [];
  let written = 0;
  for (const { path, text } of files) {
    const target = join(dir, filePath(path));
    targets.push(target);
    if (existsSync(target)) {
      if (readFileSync(target, 'utf8') === text) continue;
      // Links to the file, in sites that were built before, keep their text.
      unlinkSync(target);
    } else mkdir(dirname(target));
    writeFileSync(target, text);
    written += 1;
  }
  return { written, same: targets.length - written, targets };
}

/** Removes the files of a folder that are not among `targets`. */
export function removeOthers(dir: string, targets: Iterable<string>): void {
  const kept = new Set(targets);
  for (const file of filesIn(dir)) if (!kept.has(file)) rmSync(file);
}

/**
 * Puts files into a site through a folder that stays between builds: where nothing changed that the files are made
 * from, nothing is made.
 * @param fingerprint of everything the files are made from
 * @param make writes the files into a folder that may hold those of an earlier time; called only when the fingerprint is new
 * @param cache folder of ours, written to
 * @param out folder that gets all files, as links to those of the cache
 * @returns undefined if nothing had to be made
 */
export async function writeThroughCache(
  fingerprint: string,
  make: (dir: string) => Promise<WrittenFiles>,
  cache: string,
  out: string,
): Promise<Written | undefined> {
  const stamp = join(cache, 'fingerprint');
  const files = join(cache, 'files');
  let result: Written | undefined;
  if (readIfThere(stamp) !== fingerprint) {
    // Without its stamp a half-written cache is made again.
    rmSync(stamp, { force: true });
    const { written, same, targets } = await make(files);
    removeOthers(files, targets);
    writeFileSync(stamp, fingerprint);
    linkFiles(targets, files, out);
    result = { written, same };
  } else linkFiles(filesIn(files), files, out);
  return result;
}

/** A hash over the names and texts of all files in some folders, and over other values. */
export function fingerprintOf(folders: readonly string[], ...values: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(values));
  for (const path of folders.flatMap(filesIn).sort()) hash.update(`\0${path}\0`).update(readFileSync(path));
  return hash.digest('hex');
}

/** Files of a folder are also in the other one then; what is there is replaced. */
function linkFiles(files: readonly string[], from: string, to: string): void {
  const mkdir = folderMaker();
  for (const file of files) {
    const target = join(to, relative(from, file));
    if (existsSync(target)) unlinkSync(target);
    else mkdir(dirname(target));
    try {
      linkSync(file, target);
    } catch {
      // The folders lie on different disks, or on one that has no links.
      copyFileSync(file, target);
    }
  }
}

/** Makes folders, each once. */
function folderMaker(): (folder: string) => void {
  const made = new Set<string>();
  return (folder) => {
    if (made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    made.add(folder);
  };
}

function filesIn(dir: string): string[] {
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
