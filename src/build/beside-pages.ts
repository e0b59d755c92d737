/**
 * Files that need no page. Where all is made anew they are made in other threads while Astro renders, which keeps one
 * core busy; where little changed, at once and in this process, which knows already what did.
 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { settings } from '../settings.ts';
import { currentBuild, isBuilding } from './current.ts';
import type { Made } from './record.ts';
import { bytesIn } from './written-files.ts';

type Hooks = Pick<AstroIntegration['hooks'], 'astro:build:start' | 'astro:build:done'>;

/** Files of one kind that were made, and how many of them were written. */
export interface NewlyMade extends Made {
  readonly written: number;
}

export interface FilesBesidePages {
  /** What the record calls them. */
  readonly name: string;
  /** What the build's log calls them. */
  readonly label: string;
  /** Makes all files, into the site's folder, where there is none of them. */
  readonly make: (dir: string) => Promise<NewlyMade>;
  /** The same when pages are there already, if that is done in another way. */
  readonly makeLate?: (dir: string) => Promise<NewlyMade>;
  /** Makes those that are not as in the last build. */
  readonly update: (dir: string, before: Made) => Promise<NewlyMade>;
}

/** With more content than this there is no memory for it beside rendering: files are made when pages are there. */
const mostContent = 10_000_000;

/** Each needs memory of its own, so that they wait for each other. */
let last: Promise<unknown> = Promise.resolve();

/** The hooks of an integration whose files are made so; they throw what `make` throws, when all pages are there. */
export function besidePages({ name, label, make, makeLate = make, update }: FilesBesidePages): Hooks {
  const { outDir } = settings;
  let begun: Promise<{ made: NewlyMade; milliseconds: number }> | undefined;
  const begin = (work: () => Promise<NewlyMade>): NonNullable<typeof begun> =>
    last.then(async () => {
      const started = performance.now();
      const made = await work();
      return { made, milliseconds: performance.now() - started };
    });
  return {
    'astro:build:start': () => {
      if (!isBuilding()) return;
      const before = currentBuild().before?.made[name];
      if (before) begun = begin(() => update(outDir, before));
      else if (bytesIn(settings.contentDir) <= mostContent) begun = begin(() => make(outDir));
      last = begun?.catch(() => {}) ?? last;
    },
    'astro:build:done': async ({ dir, logger }) => {
      const { made, milliseconds } = await (begun ?? begin(() => makeLate(fileURLToPath(dir))));
      const { names, memory, written } = made;
      currentBuild().made[name] = { names, memory };
      const seconds = (milliseconds / 1000).toFixed(1);
      logger.info(`${label}: ${written} written, ${names.length - written} as they were, in ${seconds} s`);
    },
  };
}
