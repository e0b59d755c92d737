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

/** Where a file lies under the site's root: a page's address ends with a slash, its file with index.html. */
export const filePath = (path: string): string => (path.endsWith('/') ? `${path}index.html` : path);

export interface WritableFile {
  /** As of a `GeneratedFile`. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

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
export function writeFiles(files: Iterable<WritableFile>, dir: string): WrittenFiles {
  const mkdir = folderMaker();
  const targets: string[] = [];
  let written = 0;
  for (const { path, content } of files) {
    const target = join(dir, filePath(path));
    targets.push(target);
    if (!mkdir(dirname(target)) && existsSync(target)) {
      if (isContent(target, content)) continue;
      // Links to the file, in sites that were built before, keep their content.
      unlinkSync(target);
    }
    writeFileSync(target, content);
    written += 1;
  }
  return { written, same: targets.length - written, targets };
}

const isContent = (file: string, content: string | Uint8Array): boolean =>
  typeof content === 'string' ? readFileSync(file, 'utf8') === content : readFileSync(file).equals(content);

/** A folder whose files stay between builds. */
export interface KeptFolder {
  /** Where the files are. */
  readonly files: string;
  /** The file that says what they were made from. */
  readonly stamp: string;
}

/** @param path a folder of ours */
export const keptFolder = (path: string): KeptFolder => ({
  files: join(path, 'files'),
  stamp: join(path, 'fingerprint'),
});

/**
 * Brings a folder up to date: where nothing changed that its files are made from, nothing is made.
 * @param fingerprint of everything the files are made from
 * @param make writes the files into a folder that may hold those of an earlier time
 * @returns undefined if nothing had to be made
 */
export async function refresh(
  { files, stamp }: KeptFolder,
  fingerprint: string,
  make: (dir: string) => Promise<WrittenFiles>,
): Promise<Written | undefined> {
  if (readIfThere(stamp) === fingerprint) return undefined;
  // Without its stamp a half-written folder is made again.
  rmSync(stamp, { force: true });
  const before = filesIn(files);
  mkdirSync(files, { recursive: true });
  const { written, same, targets } = await make(files);
  const made = new Set(targets);
  for (const file of before) if (!made.has(file)) rmSync(file, { force: true });
  writeFileSync(stamp, fingerprint);
  return { written, same };
}

/** Puts the files of a folder into another one as links, and replaces what is there. */
export function linkFiles({ files }: KeptFolder, to: string): void {
  const mkdir = folderMaker();
  for (const file of filesIn(files)) {
    const target = join(to, relative(files, file));
    if (!mkdir(dirname(target)) && existsSync(target)) unlinkSync(target);
    try {
      linkSync(file, target);
    } catch {
      // The folders lie on different disks, or on one that has no links.
      copyFileSync(file, target);
    }
  }
}

/** A hash over the names and contents of some files and of all files in some folders, and over other values. */
export function fingerprintOf(paths: readonly string[], ...values: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(values));
  for (const path of paths.flatMap(filesIn).sort()) hash.update(`\0${path}\0`).update(readFileSync(path));
  return hash.digest('hex');
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

/** All files in a folder and the folders in it, or the one file that it is; none where nothing is there. */
export function filesIn(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat ? [path] : [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));
}

/** What all files of a folder weigh. */
export const bytesIn = (path: string): number => filesIn(path).reduce((sum, file) => sum + statSync(file).size, 0);

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
