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

/** How many files were written, and how many were not. */
export interface Written {
  readonly written: number;
  /** Files that were there with the same text. */
  readonly same: number;
}

/** What was written, with the place of every file that was made. */
export interface WrittenFiles extends Written {
  readonly targets: readonly string[];
}

/**
 * @param dir folder that the files' paths begin at
 * @param site another folder that gets them, as links
 */
export function writeFiles(files: Iterable<GeneratedFile>, dir: string, site?: string): WrittenFiles {
  const mkdir = folderMaker();
  const link = fileLinker();
  const targets: string[] = [];
  let written = 0;
  for (const { path, text } of files) {
    const name = filePath(path);
    const target = join(dir, name);
    targets.push(target);
    const isThere = !mkdir(dirname(target)) && existsSync(target);
    if (!isThere || readFileSync(target, 'utf8') !== text) {
      // Links to the file, in sites that were built before, keep their text.
      if (isThere) unlinkSync(target);
      writeFileSync(target, text);
      written += 1;
    }
    if (site !== undefined) link(target, join(site, name));
  }
  return { written, same: targets.length - written, targets };
}

/**
 * Puts files into a site through a folder that stays between builds: where nothing changed that the files are made
 * from, nothing is made.
 * @param fingerprint of everything the files are made from
 * @param make writes the files into a folder that may hold those of an earlier time, and into the site; called only
 * when the fingerprint is new
 * @param cache folder of ours, written to
 * @param site folder that gets all files, as links to those of the cache
 * @returns undefined if nothing had to be made
 */
export async function writeThroughCache(
  fingerprint: string,
  make: (dir: string, site: string) => Promise<WrittenFiles>,
  cache: string,
  site: string,
): Promise<Written | undefined> {
  const stamp = join(cache, 'fingerprint');
  const dir = join(cache, 'files');
  const before = filesIn(dir);
  if (readIfThere(stamp) === fingerprint) {
    const link = fileLinker();
    for (const file of before) link(file, join(site, relative(dir, file)));
    return undefined;
  }
  // Without its stamp a half-written cache is made again.
  rmSync(stamp, { force: true });
  const { written, same, targets } = await make(dir, site);
  const made = new Set(targets);
  for (const file of before) if (!made.has(file)) rmSync(file);
  mkdirSync(cache, { recursive: true });
  writeFileSync(stamp, fingerprint);
  return { written, same };
}

/** A hash over the names and texts of all files in some folders, and over other values. */
export function fingerprintOf(folders: readonly string[], ...values: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(values));
  for (const path of folders.flatMap(filesIn).sort()) hash.update(`\0${path}\0`).update(readFileSync(path));
  return hash.digest('hex');
}

/** Puts a file at another place, too, and replaces what is there. */
function fileLinker(): (file: string, target: string) => void {
  const mkdir = folderMaker();
  return (file, target) => {
    if (!mkdir(dirname(target)) && existsSync(target)) unlinkSync(target);
    try {
      linkSync(file, target);
    } catch {
      // The folders lie on different disks, or on one that has no links.
      copyFileSync(file, target);
    }
  };
}

/** Makes folders; the function says whether a folder is one that it has made, and nobody else has files in it. */
function folderMaker(): (folder: string) => boolean {
  const known = new Map<string, boolean>();
  return (folder) => {
    let made = known.get(folder);
    if (made === undefined) {
      made = mkdirSync(folder, { recursive: true }) !== undefined;
      known.set(folder, made);
    }
    return made;
  };
}

/** All files in a folder and the folders in it; none where it is not there. */
export function filesIn(dir: string): string[] {
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
