/** The build that runs in this process: what it goes on from, and what it has made. */
import { join } from 'node:path';
import { settings } from '../settings.ts';
import type { Made, SiteRecord } from './record.ts';
import { type FileState, isSameState, stateOf } from './written-files.ts';

/** What Astro keeps between builds. */
export const astroFolder = join(settings.keptDir, 'astro');

export interface CurrentBuild {
  /** What the last build left; undefined where everything is made anew. */
  readonly before: SiteRecord | undefined;
  /** The files that are made beside pages, by kind. */
  readonly made: Record<string, Made>;
  /** Every file of the site by name, when all is done. */
  files: Readonly<Record<string, FileState>>;
}

/** Astro loads the configuration, and with it this file, once more; the global symbol joins them. */
const key = Symbol.for('error-atlas.build');
const shared = globalThis as { [key]?: CurrentBuild };

export function beginBuild(before: SiteRecord | undefined): CurrentBuild {
  const current: CurrentBuild = { before, made: {}, files: {} };
  shared[key] = current;
  return current;
}

/** Whether a build runs in this process, and not a dev server or a check. */
export const isBuilding = (): boolean => shared[key] !== undefined;

/** @throws Error outside a build */
export function currentBuild(): CurrentBuild {
  const current = shared[key];
  if (!current) throw new Error('there is no build: npm run build');
  return current;
}

/** Whether a file of the site is as the last build left it. */
export const isAsBefore = (dir: string, name: string): boolean =>
  isSameState(currentBuild().before?.files[name], stateOf(join(dir, name)));
