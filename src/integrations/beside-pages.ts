/** What a build makes beside the pages. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { beginBesidePages, makeLate } from '../build/beside-pages.ts';
import { currentBuild, isBuilding } from '../build/current.ts';
import { madeLine } from '../build/file-kinds.ts';
import { settings } from '../settings.ts';

/** Makes them while Astro renders or, if there is much content, once all pages exist. Throws what making them throws. */
export function besidePages(): AstroIntegration {
  let begun: ReturnType<typeof beginBesidePages>;
  return {
    name: 'error-atlas:beside-pages',
    hooks: {
      'astro:build:start': () => {
        if (!isBuilding()) return;
        begun = beginBesidePages(settings.outDir);
        // Reported below; until then nobody waits for it.
        begun?.catch(() => {});
      },
      'astro:build:done': async ({ dir, logger }) => {
        for (const { kind, made, milliseconds } of await (begun ?? makeLate(fileURLToPath(dir)))) {
          currentBuild().made[kind.name] = { names: made.names, memory: made.memory };
          logger.info(madeLine(kind.label, made, milliseconds));
        }
      },
    },
  };
}
