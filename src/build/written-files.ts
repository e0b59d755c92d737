/** Names and states of the built site's files, and writing those whose content changed. */
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Returns a file's path under the site's root: a page's address ends with a slash, its file with index.html. */
export const filePath = (path: string): string => (path.endsWith('/') ? `${path}index.html` : path);

export interface WritableFile {
  /** As in a `GeneratedFile`. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** The names of the files written and of all files made, in the form of `namesIn`. */
export interface Written {
  readonly written: readonly string[];
  readonly names: readonly string[];
}

/**
 * Writes files whose content differs from what exists.
 * @param dir folder that the files' paths are relative to
 */
export function writeFiles(files: Iterable<WritableFile>, dir: string): Written {
  const mkdir = folderMaker();
  const names: string[] = [];
  const written: string[] = [];
  for (const { path, content } of files) {
    const name = nameOf(path);
    names.push(name);
    const target = join(dir, name);
    if (!mkdir(dirname(target)) && isContent(target, content)) continue;
    writeFileSync(target, content);
    written.push(name);
  }
  return { written, names };
}

function isContent(file: string, content: string | Uint8Array): boolean {
  // Reading tens of megabytes takes longer than looking at their size first.
  if (statSync(file, { throwIfNoEntry: false })?.size !== Buffer.byteLength(content)) return false;
  return typeof content === 'string' ? readFileSync(file, 'utf8') === content : readFileSync(file).equals(content);
}

/** Returns the name of the file that contains an address's content. */
export const nameOf = (path: string): string => filePath(path).replace(/^\//, '');

/** A file's state, without reading its content: its size in bytes and its modification time in milliseconds. */
export type FileState = readonly [size: number, modified: number];

/** @returns undefined if there is no such file */
export function stateOf(path: string): FileState | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ? stateIn(stat) : undefined;
}

const stateIn = ({ size, mtimeMs }: Stats): FileState => [size, mtimeMs];

export const isSameState = (a: FileState | undefined, b: FileState | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

/** Returns a hash of the names and contents of files, given singly or as folders, and of other values. */
export function fingerprintOf(root: string, paths: readonly string[], ...values: readonly string[]): string {
  const parts = paths.flatMap(filesIn).sort();
  const marks = parts.map((path) => [relative(root, path).replaceAll(sep, '/'), hash('sha256', readFileSync(path))]);
  return hash('sha256', JSON.stringify([marks, values]));
}

/** Returns a function that makes folders and reports whether it created them, so that no older file is in them. */
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

/**
 * Returns all files in a folder and its subfolders, the file itself if the path is a file, or none if there is nothing.
 */
export function filesIn(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat ? [path] : [];
  return namesBelow(path, () => true).map((name) => join(path, name));
}

/** Returns the names of all files in a folder, relative to it and with slashes, without those in Git's folder. */
export const namesIn = (dir: string): string[] =>
  existsSync(dir) ? namesBelow(dir, (folder) => folder !== '.git/') : [];

/** Looks at each file once, and does not follow links out of the folder; Node's own `recursive` does neither. */
function namesBelow(dir: string, isWanted: (folder: string) => boolean): string[] {
  const names: string[] = [];
  const visit = (folder: string): void => {
    for (const item of readdirSync(`${dir}/${folder}`, { withFileTypes: true })) {
      const name = `${folder}${item.name}`;
      if (item.isFile()) names.push(name);
      else if (item.isDirectory() && isWanted(`${name}/`)) visit(`${name}/`);
    }
  };
  visit('');
  return names;
}

/** Returns the total size in bytes of all files in a folder. */
export const bytesIn = (path: string): number => filesIn(path).reduce((sum, file) => sum + statSync(file).size, 0);
