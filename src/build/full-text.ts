/** Writes Pagefind's index of the catalogs and of the hand-written pages, one language after the other. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { aboutPath, apiPagePath, pagefindPath } from '../catalog/paths.ts';
import { handwrittenRecord } from '../generate/full-text/handwritten.ts';
import { searchRecords } from '../generate/full-text/records.ts';
import { type Locale, locales } from '../locales.ts';
import { root } from '../settings.ts';
import { getAtlas } from '../site/atlas.ts';
import { filesIn, type WrittenFiles } from './kept-files.ts';

/** `-` and `_` belong to words, else `-1121` is indexed as `1121`. */
const includeCharacters = '-_';

/** The file that the search reads first; every index writes one with its own languages. */
interface PagefindEntry {
  readonly languages: Readonly<Record<string, unknown>>;
}

/**
 * @param dir the site's root, or a folder that is put into it
 * @throws Error where Pagefind does not start or refuses a record
 */
export async function writeFullText(dir: string): Promise<WrittenFiles> {
  const out = join(dir, pagefindPath);
  // Pagefind writes over what is there, which sites that were built before share; and names hold hashes, so that files
  // of an earlier index would stay.
  rmSync(out, { recursive: true, force: true });
  const entryFile = join(out, 'pagefind-entry.json');
  const entries: PagefindEntry[] = [];
  for (const locale of locales) {
    await writeIndex(locale, out);
    entries.push(JSON.parse(readFileSync(entryFile, 'utf8')));
  }
  const languages = Object.assign({}, ...entries.map((entry) => entry.languages));
  writeFileSync(entryFile, JSON.stringify({ ...entries[0], languages }));
  const targets = filesIn(out);
  return { written: targets.length, same: 0, targets };
}

/**
 * Writes the index of one language, as if the site had no other. Pagefind needs some 800 bytes of memory for each
 * character of Chinese; all languages at once would need as much as all of them together.
 */
async function writeIndex(locale: Locale, out: string): Promise<void> {
  const index = fine(await pagefind.createIndex({ includeCharacters, writePlayground: false })).index;
  if (!index) throw new Error('Pagefind did not start');
  for (const record of searchRecords(getAtlas(), locale)) fine(await index.addCustomRecord(record));
  for (const path of [aboutPath(locale), apiPagePath(locale)]) {
    const source = readFileSync(join(root, 'content', 'docs', `${path.slice(1, -1)}.mdx`), 'utf8');
    fine(await index.addCustomRecord(handwrittenRecord(path, locale, source)));
  }
  fine(await index.writeFiles({ outputPath: out }));
  // Ends its process, and with it frees its memory.
  await pagefind.close();
}

/** @throws Error with what Pagefind complains of, which it returns and does not throw */
function fine<T extends { errors: string[] }>(answer: T): T {
  if (answer.errors.length > 0) throw new Error(`Pagefind: ${answer.errors.join('; ')}`);
  return answer;
}
