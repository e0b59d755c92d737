/** The files of the finished site, and what is left of an earlier one. */
import { readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../settings.ts';
import { endings } from './compressors.ts';
import { currentBuild } from './current.ts';
import { type FileState, isSameState, nameOf, namesIn, stateOf } from './written-files.ts';

/** Folder in which Astro puts styles, scripts and fonts; every build writes all of them. */
export const assetsFolder = '_astro';

/** Removes the names that are compressed forms of other files. */
function withoutForms(names: readonly string[]): string[] {
  const all = new Set(names);
  return names.filter(
    (name) => !Object.values(endings).some((ending) => name.endsWith(ending) && all.has(name.slice(0, -ending.length))),
  );
}

/**
 * Returns the names of all files, except compressed forms and leftovers of an earlier build.
 * @param pages pathnames of all pages, as Astro reports them
 */
export function siteFiles(dir: string, pages: Iterable<string>): string[] {
  const { before, made, written } = currentBuild();
  if (!before) return withoutForms(namesIn(dir));
  const top = readdirSync(dir, { withFileTypes: true }).filter((item) => item.isFile());
  return [
    ...new Set([
      ...withoutForms(top.map(({ name }) => name)),
      ...withoutForms(namesIn(join(dir, assetsFolder)).map((name) => `${assetsFolder}/${name}`)),
      ...namesIn(join(root, 'public')),
      ...Object.values(made).flatMap(({ names }) => names),
      ...[...pages].map((pathname) => nameOf(pathname)).filter((name) => written?.has(name) || before.site.files[name]),
    ]),
  ];
}

/** Returns the states of files, and the names of those that are not as the last build left them. */
export function statesOf(
  dir: string,
  names: Iterable<string>,
): { states: Record<string, FileState>; changed: string[] } {
  const { before: last, written } = currentBuild();
  const before = last?.site.files ?? {};
  const states: Record<string, FileState> = {};
  const changed: string[] = [];
  for (const name of names) {
    // The last build's record was found to be true before anything was written.
    const known = written?.has(name) === false ? before[name] : undefined;
    const state = known ?? stateOf(join(dir, name));
    if (!state) continue;
    states[name] = state;
    if (!isSameState(before[name], state)) changed.push(name);
  }
  return { states, changed };
}

/**
 * Removes what the last build left and this one does not have, along with folders that become empty.
 * @returns the names of what it removed
 */
export function removeLeftovers(dir: string, files: Readonly<Record<string, FileState>>): readonly string[] {
  const left = Object.keys(currentBuild().before?.site.files ?? {}).filter((name) => files[name] === undefined);
  for (const name of left) {
    rmSync(join(dir, name), { force: true });
    try {
      for (let folder = dirname(name); folder !== '.'; folder = dirname(folder)) rmdirSync(join(dir, folder));
    } catch {
      // The folder is not empty.
    }
  }
  return left;
}
