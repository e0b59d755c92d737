/** Makes the pictures that chats show with a link: when the site is built, or in dev when one is requested. */
import type { AstroIntegration } from 'astro';
import { ogCards } from '../generate/pictures/cards.ts';
import { drawOgImages } from '../generate/pictures/draw.ts';
import { contentType } from '../hosting/headers.ts';
import { getAtlas } from '../site/atlas.ts';

/**
 * For a build, draws and writes the pictures of the site and of each catalog in every language; in dev, draws the one
 * that is requested. Throws what drawing throws, which ends the build; in dev it goes to Astro's error page.
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
    },
  };
}
