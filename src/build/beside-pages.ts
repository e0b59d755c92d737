/**
 * Makes the files that need no page. A build from scratch makes them in other threads while Astro renders, which keeps
 * one core busy; a build that continues makes them at once, in this process (pictures apart), which already knows what
 * changed.
 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { settings } from '../settings.ts';
import { currentBuild, isBuilding } from './current.ts';
import { type FilesBesidePages, madeLine } from './file-kinds.ts';
import type { NewlyMade } from './record.ts';
import { bytesIn } from './written-files.ts';

type Hooks = Pick<AstroIntegration['hooks'], 'astro:build:start' | 'astro:build:done'>;

/** Bytes of content above which memory does not suffice while rendering: files are then made once all pages exist. */
const mostContent = 10_000_000;

/** The last job begun. Each needs memory of its own, so they wait for each other. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Returns hooks for an integration whose files are made this way. Once all pages exist, they throw what `make` throws.
 */
export function besidePages(kind: FilesBesidePages): Hooks {
  const { name, make, makeLate = make, update } = kind;
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
      const { names, memory } = made;
      currentBuild().made[name] = { names, memory };
      logger.info(madeLine(kind, made, milliseconds));
    },
  };
}
