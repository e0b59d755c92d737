/** The end of a build. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { finishSite } from '../build/finish-site.ts';

/**
 * Removes leftovers and compresses what changed. Must be the last integration: what is written later would be neither
 * recorded nor compressed. Throws, and so ends the build, if a file cannot be read or written.
 */
export const finish = (): AstroIntegration => ({
  name: 'error-atlas:finish',
  hooks: {
    'astro:build:done': async ({ dir, pages, logger }) => {
      logger.info(
        await finishSite(
          fileURLToPath(dir),
          pages.map(({ pathname }) => pathname),
        ),
      );
    },
  },
});
