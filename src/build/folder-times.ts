/**
 * When folders last changed: a file that is added to one or removed from it changes its time. A build can so tell that
 * nothing was, without listing each of tens of thousands.
 */
import { readdirSync, statSync } from 'node:fs';

/** Milliseconds by folder, each with a slash at its end; the folder with all of them is empty text. */
export type FolderTimes = Readonly<Record<string, number>>;

/** @returns true if no file was added to a folder or removed from it since */
export const areFoldersAsTold = (dir: string, times: FolderTimes): boolean =>
  Object.entries(times).every(([folder, time]) => timeOf(`${dir}/${folder}`) === time);

const timeOf = (folder: string): number | undefined => {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat?.isDirectory() ? stat.mtimeMs : undefined;
};

/** What an earlier look found. */
export interface EarlierTimes {
  readonly times: FolderTimes;
  /** Names of the files that were added or removed since. */
  readonly changed: Iterable<string>;
}

/**
 * Returns the times of a folder and all folders in it except Git's. One with a file more or less than told gets a time
 * that it cannot have.
 * @param names of all files, relative to the folder and with slashes
 */
export function folderTimes(dir: string, names: Iterable<string>, earlier?: EarlierTimes): FolderTimes {
  const counts = fileCounts(names);
  const touched = new Set([...(earlier?.changed ?? [])].flatMap(foldersAbove));
  const isAsBefore = (folder: string): boolean => earlier?.times[folder] !== undefined && !touched.has(folder);
  const times: Record<string, number> = {};
  const look = (folder: string): void => {
    // First the time: what is added after that is noticed next time.
    const time = timeOf(`${dir}/${folder}`) ?? -1;
    const items = readdirSync(`${dir}/${folder}`, { withFileTypes: true });
    // Links are neither followed nor counted, as in `namesIn`.
    const files = items.filter((item) => item.isFile()).length;
    times[folder] = files === (counts.get(folder) ?? 0) ? time : -1;
    const folders = items.filter((item) => item.isDirectory() && item.name !== '.git');
    // The others are looked at anyway; these are empty, or somebody else's.
    for (const { name } of folders) if (!counts.has(`${folder}${name}/`)) look(`${folder}${name}/`);
  };
  for (const folder of counts.keys()) if (!isAsBefore(folder)) look(folder);
  for (const [folder, time] of Object.entries(earlier?.times ?? {})) {
    if (isAsBefore(folder) && (counts.has(folder) || isAsBefore(above(folder)))) times[folder] = time;
  }
  return times;
}

/** Returns the number of files in each folder that files are in, or other folders with files. */
function fileCounts(names: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map([['', 0]]);
  const count = (folder: string, files: number): void => {
    const known = counts.get(folder);
    counts.set(folder, (known ?? 0) + files);
    if (known === undefined) count(above(folder), 0);
  };
  for (const name of names) count(above(name), 1);
  return counts;
}

/** Returns the folder that a file or a folder is in. */
const above = (path: string): string => path.slice(0, path.lastIndexOf('/', path.length - 2) + 1);

function foldersAbove(name: string): string[] {
  const folders = [above(name)];
  for (let folder = folders[0] ?? ''; folder !== ''; folder = above(folder)) folders.push(above(folder));
  return folders;
}
