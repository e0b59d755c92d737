/** Makes the pictures that chats show with a link, when the site is built; in dev when one is asked for. */
import type { AstroIntegration } from 'astro';
import { ogCards } from '../generate/og-cards.ts';
import { drawOgImages } from '../generate/og-image.ts';
import { getAtlas } from '../site/atlas.ts';
import { contentType } from '../site/headers.ts';
import { inThread } from '../threads.ts';
import { besidePages } from './beside-pages.ts';
import type { WrittenFiles } from './write.ts';

/**
 * For a build, draws and writes the picture of the site and of each catalog in every language; in dev draws the one
 * that is asked for. Throws what drawing throws, which ends the build; in dev it goes to Astro's error page.
 */
export function ogImages(): AstroIntegration {
  return {
    name: 'error-atlas:og-images',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(async (request, response, next) => {
          const path = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
          if (!path.endsWith('.png')) return next();
          try {
            const cards = [...ogCards(getAtlas())].filter((card) => card.path === path);
            for await (const image of drawOgImages(cards)) {
              response.setHeader('content-type', contentType(path));
              response.end(image.png);
              return;
            }
            next();
          } catch (error) {
            next(error);
          }
        });
      },
      ...besidePages({
        name: 'pictures',
        label: 'pictures',
        make: (dir) => inThread<WrittenFiles>(new URL('./og-images-worker.ts', import.meta.url), dir),
      }),
    },
  };
}
