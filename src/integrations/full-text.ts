/** The full-text index. */
import type { AstroIntegration } from 'astro';
import { besidePages } from '../build/beside-pages.ts';
import { fullTextFiles } from '../build/file-kinds.ts';

/**
 * Writes Pagefind's index of the catalogs' entries, the problems and the hand-written pages into the built site; there
 * is none in dev. Throws if Pagefind does not start or rejects a record.
 */
export const searchIndex = (): AstroIntegration => ({
  name: 'error-atlas:search-index',
  hooks: besidePages(fullTextFiles),
});
