/** The build that runs in this process: what it continues from, and what it has made. */
import { join } from 'node:path';
import { settings } from '../settings.ts';
import type { Holding, Made, SiteRecord } from './record.ts';

/** Folder for what Astro keeps between builds. */
export const astroFolder = join(settings.keptDir, 'astro');

export interface CurrentBuild {
  /** What the last build left; undefined in a build from scratch. */
  readonly before: SiteRecord | undefined;
  /** The files made beside the pages, by kind. */
  readonly made: Record<string, Made>;
  /** Names of the files that this build wrote; undefined in a build from scratch, in which Astro writes, too. */
  written: Set<string> | undefined;
  /** What the site's folder holds, once the build is done. */
  site: Holding;
}

/** Global symbol, because Astro loads the configuration, and with it this file, a second time. */
const key = Symbol.for('error-atlas.build');
const shared = globalThis as { [key]?: CurrentBuild };

export function beginBuild(before: SiteRecord | undefined): CurrentBuild {
  const current: CurrentBuild = { before, made: {}, written: undefined, site: { files: {}, folders: {} } };
  shared[key] = current;
  return current;
}

/** Returns true if a build runs in this process, not a dev server or a check. */
export const isBuilding = (): boolean => shared[key] !== undefined;

/** @throws Error outside a build */
export function currentBuild(): CurrentBuild {
  const current = shared[key];
  if (!current) throw new Error('there is no build: npm run build');
  return current;
}

/** Returns true if a file of the site is as the last build left it. */
export const isAsBefore = (name: string): boolean => currentBuild().written?.has(name) === false;
