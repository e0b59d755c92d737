/** Which files the site has when it is done, and what is left of an earlier one. */
import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../settings.ts';
import { endings } from './compress.ts';
import { currentBuild } from './current.ts';
import { type FileState, isSameState, nameOf, namesIn, stateOf } from './written-files.ts';

/** Where Astro puts styles, scripts and fonts; all of them are written by every build. */
export const assetsFolder = '_astro';

/** Names without those of the compressed forms of others. */
function withoutForms(names: readonly string[]): string[] {
  const all = new Set(names);
  return names.filter(
    (name) => !Object.values(endings).some((ending) => name.endsWith(ending) && all.has(name.slice(0, -ending.length))),
  );
}

/**
 * The names of all files, but for those of an earlier build that nothing stands for any more and for compressed forms.
 * @param pages pathnames of all pages, as Astro tells them
 */
export function siteFiles(dir: string, pages: Iterable<string>): string[] {
  const { before, made } = currentBuild();
  if (!before) return withoutForms(namesIn(dir));
  const top = readdirSync(dir, { withFileTypes: true }).filter((item) => item.isFile());
  return [
    ...new Set([
      ...withoutForms(top.map(({ name }) => name)),
      ...withoutForms(namesIn(join(dir, assetsFolder)).map((name) => `${assetsFolder}/${name}`)),
      ...namesIn(join(root, 'public')),
      ...Object.values(made).flatMap(({ names }) => names),
      ...[...pages].map((pathname) => nameOf(pathname)).filter((name) => existsSync(join(dir, name))),
    ]),
  ];
}

/** The states of files, with those that are not as the last build left them. */
export function statesOf(
  dir: string,
  names: Iterable<string>,
): { states: Record<string, FileState>; changed: string[] } {
  const before = currentBuild().before?.files ?? {};
  const states: Record<string, FileState> = {};
  const changed: string[] = [];
  for (const name of names) {
    const state = stateOf(join(dir, name));
    if (!state) continue;
    states[name] = state;
    if (!isSameState(before[name], state)) changed.push(name);
  }
  return { states, changed };
}

/** Removes what the last build left and this one does not have, with folders in which nothing is left. */
export function removeLeftovers(dir: string, files: Readonly<Record<string, FileState>>): void {
  for (const name of Object.keys(currentBuild().before?.files ?? {})) {
    if (files[name] !== undefined) continue;
    rmSync(join(dir, name), { force: true });
    try {
      for (let folder = dirname(name); folder !== '.'; folder = dirname(folder)) rmdirSync(join(dir, folder));
    } catch {
      // There is something in it.
    }
  }
}
