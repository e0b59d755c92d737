/** Writes generated files, touching only those whose text changed, and nothing where nothing they come from did. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { GeneratedFile } from '../generate/file.ts';

/** Where a file lies under the site's root: a page's address ends with a slash, its file with index.html. */
export const filePath = (path: string): string => (path.endsWith('/') ? `${path}index.html` : path);

export interface Written {
  readonly written: number;
  /** Files that were there with the same text. */
  readonly same: number;
}

/**
 * @param dir folder that the files' paths begin at; files in it that are no longer made are removed
 */
export function writeGenerated(files: Iterable<GeneratedFile>, dir: string): Written {
  const left = new Set(filesIn(dir));
  let written = 0;
  let same = 0;
  const made = new Set<string>();
  for (const { path, text } of files) {
    const target = join(dir, filePath(path));
    if (left.delete(target) && readFileSync(target, 'utf8') === text) {
      same += 1;
      continue;
    }
    const folder = dirname(target);
    if (!made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      made.add(folder);
    }
    writeFileSync(target, text);
    written += 1;
  }
  for (const target of left) rmSync(target);
  return { written, same };
}

/**
 * The same through a folder that stays between builds: where nothing changed that the files are made
 * from, nothing is made.
 * @param fingerprint of everything the files are made from
 * @param make makes the files; called only when the fingerprint is new
 * @param cache folder of ours, written to
 * @param out folder that gets all files
 * @returns undefined if nothing had to be made
 */
export function writeThroughCache(
  fingerprint: string,
  make: () => Iterable<GeneratedFile>,
  cache: string,
  out: string,
): Written | undefined {
  const stamp = join(cache, 'fingerprint');
  const files = join(cache, 'files');
  let result: Written | undefined;
  if (readIfThere(stamp) !== fingerprint) {
    // Without its stamp a half-written cache is made again.
    rmSync(stamp, { force: true });
    result = writeGenerated(make(), files);
    writeFileSync(stamp, fingerprint);
  }
  cpSync(files, out, { recursive: true });
  return result;
}

/** A hash over the names and texts of all files in some folders, and over other values. */
export function fingerprintOf(folders: readonly string[], ...values: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(values));
  for (const path of folders.flatMap(filesIn).sort()) hash.update(`\0${path}\0`).update(readFileSync(path));
  return hash.digest('hex');
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
