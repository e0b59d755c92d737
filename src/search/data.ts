/** Reads the finder's files: finds the file that a key is in, and what it says about the key. */
import {
  finderCodesPath,
  finderHeadsPath,
  finderRecordsPath,
  finderVocabularyPath,
  finderWordsPath,
} from '../catalog/paths.ts';
import { shardOf } from '../catalog/shards.ts';
import { nameKey } from './text.ts';
import type { CodesFile, FinderData, Manifest, RecordData, RecordShard, WordShard } from './types.ts';

/** Bits of the fields that a key was found in; a posting contains their sum. */
export const fieldBits = { message: 8, title: 4, problem: 2, cause: 1 } as const;
export const postingBase = 16;

/** Prefixes of the key of a whole message or title, and of the first words of a message. */
export const wholeMark = '=';
export const headMark = '^';

/** Number of hash bits that distinguish the beginnings of messages. */
const headBits = 26;
/**
 * Returns the upper bits of a hash.
 * @param value a 32-bit hash, of which the upper bits are kept
 */
export const headHash = (value: number): number => value >>> (32 - headBits);

export interface Posting {
  readonly catalog: string;
  readonly code: string;
  readonly fields: number;
}

/** Reads entries by the keys of their codes and symbols. */
export async function readRecords(
  keys: Iterable<string>,
  manifest: Manifest,
  data: FinderData,
): Promise<ReadonlyMap<string, { byCode: readonly RecordData[]; bySymbol: readonly RecordData[] }>> {
  const wanted = [...new Set(keys)];
  const shards = await Promise.all(wanted.map((key) => recordShard(key, manifest, data)));
  return new Map(
    await Promise.all(
      wanted.map(async (key, i) => {
        const shard = shards[i] as RecordShard;
        const named = shard.names.filter(([name]) => name === key);
        const bySymbol = await Promise.all(named.map(([, catalog, code]) => readRecord(catalog, code, manifest, data)));
        return [
          key,
          {
            byCode: shard.records.filter(([, code]) => nameKey(code) === key),
            bySymbol: bySymbol.filter((record) => record !== undefined),
          },
        ] as const;
      }),
    ),
  );
}

/** Reads one entry. */
export async function readRecord(
  catalog: string,
  code: string,
  manifest: Manifest,
  data: FinderData,
): Promise<RecordData | undefined> {
  const { records } = await recordShard(nameKey(code), manifest, data);
  return records.find((record) => record[0] === catalog && record[1] === code);
}

const recordShard = (key: string, manifest: Manifest, data: FinderData): Promise<RecordShard> =>
  data.loadShard(finderRecordsPath(manifest.locale, shardOf(key, manifest.shards.records))) as Promise<RecordShard>;

/** Reads where words, messages and their beginnings occur; a key that occurs nowhere is left out. */
export async function readPostings(
  keys: Iterable<string>,
  manifest: Manifest,
  data: FinderData,
): Promise<Map<string, readonly Posting[]>> {
  const found = new Map<string, readonly Posting[]>();
  await Promise.all(
    [...new Set(keys)].map(async (key) => {
      const shard = (await data.loadShard(finderWordsPath(shardOf(key, manifest.shards.words)))) as WordShard;
      if (Object.hasOwn(shard.keys, key)) found.set(key, unpack(shard, shard.keys[key] ?? []));
    }),
  );
  return found;
}

function unpack({ entries }: WordShard, packed: readonly number[]): Posting[] {
  const postings: Posting[] = [];
  let position = 0;
  let catalog = 0;
  let before = 0;
  for (const value of packed) {
    // Postings are in order; each contains the distance from the previous one.
    position += Math.floor(value / postingBase);
    while (catalog < entries.length && position >= before + (entries[catalog]?.[1].length ?? 0)) {
      before += entries[catalog]?.[1].length ?? 0;
      catalog++;
    }
    const [id, codes] = entries[catalog] ?? ['', []];
    const code = codes[position - before];
    if (code !== undefined) postings.push({ catalog: id, code, fields: value % postingBase });
  }
  return postings;
}

/** Reads all codes of all catalogs, to find those near a code that does not exist. */
export const readCodes = (data: FinderData): Promise<CodesFile> =>
  data.loadShard(finderCodesPath) as Promise<CodesFile>;

/** Reads the words of titles, messages and symbols, to match words that are cut off or misspelt. */
export const readVocabulary = (data: FinderData): Promise<readonly string[]> =>
  data.loadShard(finderVocabularyPath) as Promise<readonly string[]>;

const headSets = new WeakMap<object, ReadonlySet<number>>();

/** Reads the hashes of the beginnings of all messages. */
export async function readHeads(data: FinderData): Promise<ReadonlySet<number>> {
  const file = (await data.loadShard(finderHeadsPath)) as { readonly heads: string };
  const known = headSets.get(file);
  if (known) return known;
  const set = new Set<number>();
  let value = 0;
  for (const step of file.heads.split(' ')) {
    value += Number.parseInt(step, 36);
    set.add(value);
  }
  headSets.set(file, set);
  return set;
}
