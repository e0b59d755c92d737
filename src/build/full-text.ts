/** Writes Pagefind's index of the catalogs and of the hand-written pages, one language after the other. */
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as pagefind from 'pagefind';
import { aboutPath, apiPagePath, pagefindPath } from '../catalog/paths.ts';
import { handwrittenRecord } from '../generate/full-text/handwritten.ts';
import { type SearchRecord, searchRecords } from '../generate/full-text/records.ts';
import { type Locale, locales } from '../locales.ts';
import { root } from '../settings.ts';
import { getAtlas } from '../site/atlas.ts';
import type { NewlyMade } from './beside-pages.ts';
import type { Made } from './record.ts';
import { nameOf, namesIn } from './written-files.ts';

/** `-` and `_` belong to words; otherwise `-1121` is indexed as `1121`. */
const includeCharacters = '-_';

/** The file that the search reads first; every index writes one with its own languages. */
interface PagefindEntry {
  readonly languages: Readonly<Record<string, unknown>>;
}

/** The index of one language. */
interface Index {
  /** A fingerprint of the records in it. */
  readonly mark: string;
  readonly entry: PagefindEntry;
  /** Its files below Pagefind's folder; those of the search itself are the same in every index. */
  readonly names: readonly string[];
}

type Memory = Readonly<Record<Locale, Index>>;

/**
 * @param dir the site's root
 * @param before the earlier files, which exist: languages whose records are the same are left alone
 * @throws Error if Pagefind does not start or rejects a record
 */
export async function writeFullText(dir: string, before?: Made): Promise<NewlyMade> {
  const earlier = before?.memory as Memory | undefined;
  const out = join(dir, pagefindPath);
  const entryName = 'pagefind-entry.json';
  const memory: Partial<Record<Locale, Index>> = {};
  const made = new Set<string>();
  for (const locale of locales) {
    const records = recordsOf(locale);
    const mark = hash('sha256', JSON.stringify(records));
    if (earlier?.[locale].mark === mark) {
      memory[locale] = earlier[locale];
      continue;
    }
    const folder = join(out, locale);
    await writeIndex(records, folder);
    const names = namesIn(folder).filter((name) => name !== entryName);
    const entry: PagefindEntry = JSON.parse(readFileSync(join(folder, entryName), 'utf8'));
    for (const name of names) {
      mkdirSync(dirname(join(out, name)), { recursive: true });
      renameSync(join(folder, name), join(out, name));
      made.add(name);
    }
    rmSync(folder, { recursive: true });
    memory[locale] = { mark, entry, names };
  }
  const indexes = locales.flatMap((locale) => memory[locale] ?? []);
  if (made.size > 0) {
    const languages = Object.assign({}, ...indexes.map(({ entry }) => entry.languages));
    writeFileSync(join(out, entryName), JSON.stringify({ ...indexes[0]?.entry, languages }));
    made.add(entryName);
  }
  const all = new Set([entryName, ...indexes.flatMap(({ names }) => names)]);
  return { written: made.size, names: [...all].map((name) => nameOf(`${pagefindPath}${name}`)), memory };
}

function recordsOf(locale: Locale): readonly SearchRecord[] {
  const handwritten = [aboutPath(locale), apiPagePath(locale)].map((path) =>
    handwrittenRecord(path, locale, readFileSync(join(root, 'content', 'docs', `${path.slice(1, -1)}.mdx`), 'utf8')),
  );
  return [...searchRecords(getAtlas(), locale), ...handwritten];
}

/**
 * Writes the index of one language, as if the site had no other. Pagefind needs about 800 bytes of memory for each
 * Chinese character; indexing all languages at once would need the sum of what each needs.
 */
async function writeIndex(records: readonly SearchRecord[], out: string): Promise<void> {
  const index = fine(await pagefind.createIndex({ includeCharacters, writePlayground: false })).index;
  if (!index) throw new Error('Pagefind did not start');
  for (const record of records) fine(await index.addCustomRecord(record));
  fine(await index.writeFiles({ outputPath: out }));
  // Ends its process, which frees its memory.
  await pagefind.close();
}

/** @throws Error with Pagefind's errors, which it returns instead of throwing */
function fine<T extends { errors: string[] }>(answer: T): T {
  if (answer.errors.length > 0) throw new Error(`Pagefind: ${answer.errors.join('; ')}`);
  return answer;
}
