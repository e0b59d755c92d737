/** What hosts need besides the pages. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeHostFiles } from '../build/host-files.ts';

/** After the build, checks pages' inline code and writes `_headers` and `_redirects`. Throws what `writeHostFiles` throws. */
export const hosting = (): AstroIntegration => ({
  name: 'error-atlas:hosting',
  hooks: {
    'astro:build:done': ({ dir, pages, logger }) => {
      logger.info(
        writeHostFiles(
          fileURLToPath(dir),
          pages.map(({ pathname }) => pathname),
        ),
      );
    },
  },
});
