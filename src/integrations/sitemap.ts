/** Keeps Starlight from making a sitemap of its own: ours is generated from the model, like JSON and feeds. */
import type { AstroIntegration } from 'astro';

/** Does nothing, under the name by which Starlight recognizes that there is a sitemap. */
export const noSitemap = (): AstroIntegration => ({ name: '@astrojs/sitemap', hooks: {} });
