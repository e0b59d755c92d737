/** Files of the built site: their names and states, and writing those whose content changed. */
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** Where a file lies under the site's root: a page's address ends with a slash, its file with index.html. */
export const filePath = (path: string): string => (path.endsWith('/') ? `${path}index.html` : path);

export interface WritableFile {
  /** As of a `GeneratedFile`. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What was written, and the names of all files that were made, as `namesIn` has them. */
export interface Written {
  readonly written: number;
  readonly names: readonly string[];
}

/**
 * Writes files whose content differs from what is there.
 * @param dir folder that the files' paths begin at
 */
export function writeFiles(files: Iterable<WritableFile>, dir: string): Written {
  const mkdir = folderMaker();
  const names: string[] = [];
  let written = 0;
  for (const { path, content } of files) {
    const name = nameOf(path);
    names.push(name);
    const target = join(dir, name);
    if (!mkdir(dirname(target)) && existsSync(target) && isContent(target, content)) continue;
    writeFileSync(target, content);
    written += 1;
  }
  return { written, names };
}

const isContent = (file: string, content: string | Uint8Array): boolean =>
  typeof content === 'string' ? readFileSync(file, 'utf8') === content : readFileSync(file).equals(content);

/** The name of the file that holds an address's content. */
export const nameOf = (path: string): string => filePath(path).replace(/^\//, '');

/** How a file stands, without a look at its content: its size in bytes and when it was written, in milliseconds. */
export type FileState = readonly [size: number, modified: number];

/** @returns undefined where there is no such file */
export function stateOf(path: string): FileState | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ? stateIn(stat) : undefined;
}

const stateIn = ({ size, mtimeMs }: Stats): FileState => [size, mtimeMs];

export const isSameState = (a: FileState | undefined, b: FileState | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

/** A hash over the names and contents of some files and of all files in some folders, and over other values. */
export function fingerprintOf(root: string, paths: readonly string[], ...values: readonly string[]): string {
  const parts = paths.flatMap(filesIn).sort();
  const marks = parts.map((path) => [relative(root, path).replaceAll(sep, '/'), hash('sha256', readFileSync(path))]);
  return hash('sha256', JSON.stringify([marks, values]));
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
  const files: string[] = [];
  // Node's own `recursive` looks at every file once more, and follows links out of the folder.
  const visit = (folder: string): void => {
    for (const item of readdirSync(folder, { withFileTypes: true })) {
      if (item.isDirectory()) visit(`${folder}${sep}${item.name}`);
      else if (item.isFile()) files.push(`${folder}${sep}${item.name}`);
    }
  };
  visit(path);
  return files;
}

/** The names of all files in a folder, from it on and with slashes; those of Git, in its folder, are not ours. */
export function namesIn(dir: string): string[] {
  const folder = resolve(dir);
  return filesIn(folder)
    .map((path) => path.slice(folder.length + 1).replaceAll(sep, '/'))
    .filter((name) => !name.startsWith('.git/'));
}

/** What all files of a folder weigh. */
export const bytesIn = (path: string): number => filesIn(path).reduce((sum, file) => sum + statSync(file).size, 0);
