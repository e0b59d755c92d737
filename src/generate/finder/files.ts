/**
 * Generates the finder's data. A manifest for each language contains what is needed to understand a query; records
 * (titles by code, in one language) and the word index (of all languages) are spread over files by a hash of the key,
 * so that what is read for one query does not grow with the number of catalogs.
 */
import type { Atlas, Catalog, Entry } from '../../catalog/model.ts';
import {
  finderCodesPath,
  finderFormsPath,
  finderHeadsPath,
  finderManifestPath,
  finderRecordsPath,
  finderVocabularyPath,
  finderWordsPath,
} from '../../catalog/paths.ts';
import { recordShards, shardOf, wordShards } from '../../catalog/shards.ts';
import { type Locale, locales } from '../../locales.ts';
import { findObjects } from '../../search/loose-objects.ts';
import { nameKey } from '../../search/text.ts';
import type {
  CodesFile,
  Forms,
  JsonShape,
  Manifest,
  ManifestFile,
  RecordData,
  RecordShard,
  Shape,
} from '../../search/types.ts';
import type { EarlierFiles, GeneratedFile } from '../generated-file.ts';
import { folded, foldingPairs } from './folding.ts';
import { type Postings, postingsPacker } from './postings.ts';
import { indexAtlas } from './word-index.ts';

/** Generates all files of the finder; the same atlas gives the same bytes. */
export function* finderFiles(atlas: Atlas): Iterable<GeneratedFile> {
  yield* finderIndexFiles(atlas);
  yield* finderRecordFiles(atlas);
}

/** Generates the word index, and the files that a query is understood by. */
export function* finderIndexFiles(atlas: Atlas, earlier?: EarlierFiles): Iterable<GeneratedFile> {
  const entries = atlas.catalogs.flatMap((catalog) => catalog.entries);
  const index = indexAtlas(atlas, earlier);
  const shards: Manifest['shards'] = {
    records: recordShards(atlas),
    words: wordShards(index.postings),
  };
  for (const locale of locales) {
    yield json(finderManifestPath(locale), {
      locale,
      catalogs: atlas.catalogs.map((catalog) => manifestCatalog(catalog, locale)),
      entries: entries.length,
      shards,
    } satisfies ManifestFile);
  }
  yield json(finderFormsPath, {
    folding: foldingPairs(atlas),
    shapes: Object.fromEntries(atlas.catalogs.map((catalog) => [catalog.id, shapesOf(catalog)])),
  } satisfies Forms);
  const words = Array.from({ length: shards.words }, (): [string, Postings][] => []);
  for (const [key, postings] of index.keys) words[shardOf(key, shards.words)]?.push([key, postings]);
  const pack = postingsPacker(entries);
  for (const [shard, keys] of words.entries()) yield { path: finderWordsPath(shard), text: pack(keys) };
  yield json(
    finderCodesPath,
    atlas.catalogs.map(({ id, entries: own }) => [id, own.map(({ code }) => code)]) satisfies CodesFile,
  );
  yield json(finderVocabularyPath, index.vocabulary);
  yield json(finderHeadsPath, { heads: index.heads });
}

/** Generates titles and messages by code and symbol, in every language. */
export function* finderRecordFiles(atlas: Atlas): Iterable<GeneratedFile> {
  const count = recordShards(atlas);
  for (const locale of locales) {
    for (const [shard, records] of recordsByShard(atlas, locale, count).entries()) {
      yield json(finderRecordsPath(locale, shard), records);
    }
  }
}

const json = (path: string, value: unknown): GeneratedFile => ({ path, text: JSON.stringify(value) });

function manifestCatalog(catalog: Catalog, locale: Locale): ManifestFile['catalogs'][number] {
  const allFolded = (texts: readonly string[]): string[] => [...new Set(texts.map(folded))];
  return {
    id: catalog.id,
    provider: catalog.provider.id,
    name: catalog.name[locale],
    codes: catalog.entries.length,
    aliases: allFolded([
      ...catalog.aliases,
      ...locales.flatMap((each) => [catalog.name[each], catalog.provider.name[each]]),
    ]).filter((alias) => alias !== catalog.id),
    clues: allFolded(catalog.clues),
  };
}

function shapesOf({ envelopes }: Catalog): Shape[] {
  // The keys in the catalog's own answers, so that two catalogs that require the same keys can be told apart.
  const answers = envelopes
    .filter(({ language }) => language === 'json')
    .flatMap(({ template }) => findObjects(template.replace(/\{\{[^{}]*\}\}/g, '0')))
    .map(({ keys }) => [...keys.keys()]);
  return envelopes.flatMap(({ match }): Shape[] => {
    if (match === undefined) return [];
    if ('text' in match) return [{ text: folded(match.text) }];
    const keys = match.json.keys.map((key) => key.toLowerCase());
    const known = new Set(keys);
    for (const answer of answers) {
      if (keys.every((key) => answer.includes(key))) for (const key of answer) known.add(key);
    }
    const shape: JsonShape = {
      keys,
      known: [...known],
      ...(match.json.code === undefined ? {} : { code: match.json.code.toLowerCase() }),
      ...(match.json.subCode === undefined ? {} : { subCode: match.json.subCode.toLowerCase() }),
      ...(match.json.message === undefined ? {} : { message: match.json.message.toLowerCase() }),
    };
    return [shape];
  });
}

function recordsByShard(atlas: Atlas, locale: Locale, count: number): RecordShard[] {
  const shards = Array.from({ length: count }, () => ({
    records: [] as RecordData[],
    names: [] as [string, string, string][],
  }));
  for (const { entries } of atlas.catalogs) {
    const prefix = commonPrefix(entries);
    for (const entry of entries) {
      shards[shardOf(nameKey(entry.code), count)]?.records.push(record(entry, locale));
      const { symbol } = entry;
      const keys = new Set<string>();
      // The first half of a two-part code is what people know: they leave out the other.
      const [, half] = /^(-?\d+)_\d+$/.exec(entry.code) ?? [];
      if (half !== undefined) keys.add(nameKey(half));
      if (symbol !== undefined) keys.add(nameKey(symbol));
      if (symbol !== undefined && prefix !== '' && symbol.startsWith(prefix))
        keys.add(nameKey(symbol.slice(prefix.length)));
      for (const key of keys) shards[shardOf(key, count)]?.names.push([key, entry.catalog.id, entry.code]);
    }
  }
  return shards;
}

const record = ({ catalog, code, symbol, depth, meanings }: Entry, locale: Locale): RecordData => [
  catalog.id,
  code,
  symbol ?? '',
  meanings.every(({ problem }) => problem.category === 'success') ? 1 : 0,
  meanings.map(({ slug, text, messages }) => [slug, text[locale].title, messages.map((message) => message.text)]),
  ...(depth === 'full' ? ([1] as const) : ([] as const)),
];

/** Returns the prefix of most symbols of a catalog, such as ERR_: people leave it out. */
function commonPrefix(entries: readonly Entry[]): string {
  const counts = new Map<string, number>();
  let symbols = 0;
  for (const { symbol } of entries) {
    if (symbol === undefined) continue;
    symbols++;
    const [, prefix] = /^([A-Za-z]+_)./.exec(symbol) ?? [];
    if (prefix) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  for (const [prefix, count] of counts) if (count >= 3 && count * 2 > symbols) return prefix;
  return '';
}
