/** Builds the full-text index, one per language, from the model and the hand-written pages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { aboutPath, apiPagePath, pagefindPath } from '../catalog/paths.ts';
import { searchRecords } from '../generate/search-records.ts';
import { locales } from '../locales.ts';
import { getAtlas } from '../site/atlas.ts';

/** `-` and `_` belong to words, else `-1121` is indexed as `1121`. */
const includeCharacters = '-_';

/**
 * After the build, writes Pagefind's index of the catalogs' entries and of the hand-written pages; in dev there is
 * none. Throws where Pagefind does not start or refuses a record, and where a hand-written page was not built.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'error-atlas:search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const out = fileURLToPath(dir);
        const index = fine(await pagefind.createIndex({ includeCharacters, writePlayground: false })).index;
        if (!index) throw new Error('Pagefind did not start');
        for (const record of searchRecords(getAtlas())) fine(await index.addCustomRecord(record));
        for (const locale of locales) {
          for (const url of [aboutPath(locale), apiPagePath(locale)]) {
            fine(await index.addHTMLFile({ url, content: readFileSync(join(out, url, 'index.html'), 'utf8') }));
          }
        }
        fine(await index.writeFiles({ outputPath: join(out, pagefindPath) }));
        await pagefind.close();
        logger.info('full-text index written');
      },
    },
  };
}

/** @throws Error with what Pagefind complains of, which it returns and does not throw */
function fine<T extends { errors: string[] }>(answer: T): T {
  if (answer.errors.length > 0) throw new Error(`Pagefind: ${answer.errors.join('; ')}`);
  return answer;
}
