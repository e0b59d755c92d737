/** Writes Pagefind's index of the catalogs and of the hand-written pages, one language after the other. */
import type { ChildProcess } from 'node:child_process';
import { hash } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { aboutPath, apiPagePath, pagefindPath } from '../catalog/paths.ts';
import { handwrittenRecord } from '../generate/full-text/handwritten.ts';
import { type SearchRecord, searchRecords } from '../generate/full-text/records.ts';
import { type Locale, locales } from '../locales.ts';
import { root } from '../settings.ts';
import { getAtlas } from '../site/atlas.ts';
import type { Made, NewlyMade } from './record.ts';
import { nameOf, namesIn, type WritableFile, writeFiles } from './written-files.ts';

/** `-` and `_` belong to words; otherwise `-1121` is indexed as `1121`. */
const includeCharacters = '-_';

/** Name of the file that the search reads first. */
const entryName = 'pagefind-entry.json';

/** That file; every index has one with its own languages. */
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
  const memory: Partial<Record<Locale, Index>> = {};
  const written: string[] = [];
  for (const locale of locales) {
    const records = recordsOf(locale);
    const mark = hash('sha256', JSON.stringify(records));
    if (earlier?.[locale].mark === mark) {
      memory[locale] = earlier[locale];
      continue;
    }
    const made = await withIndex(records, (index) =>
      earlier ? update(index, out, earlier[locale]) : writeAll(index, out),
    );
    written.push(...made.written);
    memory[locale] = { mark, entry: made.entry, names: made.names };
  }
  const indexes = locales.flatMap((locale) => memory[locale] ?? []);
  const languages = Object.assign({}, ...indexes.map(({ entry }) => entry.languages));
  const entry: WritableFile = { path: entryName, content: JSON.stringify({ ...indexes[0]?.entry, languages }) };
  written.push(...writeFiles([entry], out).written);
  const all = new Set([entryName, ...indexes.flatMap(({ names }) => names)]);
  const inSite = (name: string): string => nameOf(`${pagefindPath}${name}`);
  return { written: written.map(inSite), names: [...all].map(inSite), memory };
}

/** The files of an index except the one that is read first, and which of them were written. */
interface IndexFiles extends Omit<Index, 'mark'> {
  readonly written: readonly string[];
}

/** Lets Pagefind write all files beside those of other languages. */
async function writeAll(index: pagefind.PagefindIndex, out: string): Promise<IndexFiles> {
  const entryFile = join(out, entryName);
  // Pagefind leaves files alone that exist, and this one is another in each index.
  rmSync(entryFile, { force: true });
  const there = new Set(namesIn(out));
  fine(await index.writeFiles({ outputPath: out }));
  const names = namesIn(out).filter((name) => name !== entryName && !there.has(name));
  return { entry: JSON.parse(readFileSync(entryFile, 'utf8')), names, written: names };
}

/**
 * Writes only files that differ. Pagefind would have to write all of them to show which they are. One that has the same
 * name is the same, as it is for Pagefind: either the name has a hash of the content, or it comes with Pagefind.
 */
async function update(index: pagefind.PagefindIndex, out: string, earlier: Index): Promise<IndexFiles> {
  const { files } = fine(await index.getFiles());
  const entry = files.find(({ path }) => path === entryName);
  if (!entry) throw new Error(`Pagefind made no ${entryName}`);
  const known = new Set(earlier.names);
  const others = files.filter((file) => file !== entry);
  const names = others.map(({ path }) => nameOf(path));
  const { written } = writeFiles(
    others.filter(({ path }) => !known.has(nameOf(path))),
    out,
  );
  return { entry: JSON.parse(Buffer.from(entry.content).toString()), names, written };
}

function recordsOf(locale: Locale): readonly SearchRecord[] {
  const handwritten = [aboutPath(locale), apiPagePath(locale)].map((path) =>
    handwrittenRecord(path, locale, readFileSync(join(root, 'content', 'docs', `${path.slice(1, -1)}.mdx`), 'utf8')),
  );
  return [...searchRecords(getAtlas(), locale), ...handwritten];
}

/** Number of records given to Pagefind at once: waiting for each would take half again as long. */
const recordsAtOnce = 64;

/**
 * Makes the index of one language, as if the site had no other. Pagefind needs about 800 bytes of memory for each
 * Chinese character; indexing all languages at once would need the sum of what each needs.
 */
async function withIndex<T>(
  records: readonly SearchRecord[],
  use: (index: pagefind.PagefindIndex) => Promise<T>,
): Promise<T> {
  const started: ChildProcess[] = [];
  const note = (message: unknown): void => void started.push((message as { process: ChildProcess }).process);
  subscribe('child_process', note);
  const index = fine(await pagefind.createIndex({ includeCharacters, writePlayground: false })).index;
  unsubscribe('child_process', note);
  if (!index) throw new Error('Pagefind did not start');
  for (let from = 0; from < records.length; from += recordsAtOnce) {
    const some = records.slice(from, from + recordsAtOnce);
    for (const answer of await Promise.all(some.map((record) => index.addCustomRecord(record)))) fine(answer);
  }
  const result = await use(index);
  await pagefind.close();
  // Only told to end so far. Its memory has to be free before the next one needs as much.
  await Promise.all(started.map(ended));
  return result;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ending = once(child, 'exit');
  child.ref();
  await ending;
}

/** @throws Error with Pagefind's errors, which it returns instead of throwing */
function fine<T extends { errors: string[] }>(answer: T): T {
  if (answer.errors.length > 0) throw new Error(`Pagefind: ${answer.errors.join('; ')}`);
  return answer;
}
