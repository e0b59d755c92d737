/** Builds the full-text index, one per language, from the model and the hand-written pages. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { aboutPath, apiPagePath, pagefindPath } from '../catalog/paths.ts';
import { searchRecords } from '../generate/search-records.ts';
import { type Locale, locales } from '../locales.ts';
import { getAtlas } from '../site/atlas.ts';

/** `-` and `_` belong to words, else `-1121` is indexed as `1121`. */
const includeCharacters = '-_';

/** The file that the search reads first; every index writes one with its own languages. */
interface PagefindEntry {
  readonly languages: Readonly<Record<string, unknown>>;
}

/**
 * After the build, writes Pagefind's index of the catalogs' entries and of the hand-written pages; in dev there is
 * none. Throws where Pagefind does not start or refuses a record, and where a hand-written page was not built.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'error-atlas:search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const started = performance.now();
        const out = fileURLToPath(dir);
        const entryFile = join(out, pagefindPath, 'pagefind-entry.json');
        const entries: PagefindEntry[] = [];
        giveMemoryBack();
        for (const locale of locales) {
          await writeIndex(locale, out);
          entries.push(JSON.parse(readFileSync(entryFile, 'utf8')));
        }
        const languages = Object.assign({}, ...entries.map((entry) => entry.languages));
        writeFileSync(entryFile, JSON.stringify({ ...entries[0], languages }));
        logger.info(`full-text index written in ${((performance.now() - started) / 1000).toFixed(1)} s`);
      },
    },
  };
}

/**
 * Writes the index of one language, as if the site had no other. Pagefind needs some 800 bytes of memory for each
 * character of Chinese; all languages at once would need as much as all of them together.
 */
async function writeIndex(locale: Locale, out: string): Promise<void> {
  const index = fine(await pagefind.createIndex({ includeCharacters, writePlayground: false })).index;
  if (!index) throw new Error('Pagefind did not start');
  for (const record of searchRecords(getAtlas(), locale)) fine(await index.addCustomRecord(record));
  for (const url of [aboutPath(locale), apiPagePath(locale)]) {
    fine(await index.addHTMLFile({ url, content: readFileSync(join(out, url, 'index.html'), 'utf8') }));
  }
  fine(await index.writeFiles({ outputPath: join(out, pagefindPath) }));
  // Ends its process, and with it frees its memory.
  await pagefind.close();
}

/**
 * Rendering many pages leaves this process with three times the memory that it still needs. Pagefind, in a process of
 * its own, may need more than all the rest, and Node gives nothing back by itself.
 */
function giveMemoryBack(): void {
  setFlagsFromString('--expose-gc');
  const gc: NodeJS.GCFunction = runInNewContext('gc');
  gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

/** @throws Error with what Pagefind complains of, which it returns and does not throw */
function fine<T extends { errors: string[] }>(answer: T): T {
  if (answer.errors.length > 0) throw new Error(`Pagefind: ${answer.errors.join('; ')}`);
  return answer;
}
