/**
 * Computes which of the finder's files a key is in. Every page includes this, so that it can request the file before
 * the finder has loaded.
 */

/** Name of the manifest, which lies beside the numbered files of records. */
export const manifestName = 'index';

/** Approximate number of entries in a file of records, and of postings in a file of the index. */
const entriesInShard = 16;
const postingsInShard = 1200;

/** Returns the number of files, rounded up to a power of two: a few entries more do not move all others elsewhere. */
const filesFor = (items: number, each: number): number => 2 ** Math.max(0, Math.ceil(Math.log2(items / each)));

/** Returns the number of files of records. */
export const recordShards = (atlas: {
  readonly catalogs: readonly { readonly entries: readonly unknown[] }[];
}): number =>
  filesFor(
    atlas.catalogs.reduce((sum, { entries }) => sum + entries.length, 0),
    entriesInShard,
  );

/** Returns the number of files of the word index. */
export const wordShards = (postings: number): number => filesFor(postings, postingsInShard);

/** Computes FNV-1a over UTF-16, optionally continuing from an earlier result. */
export function hash(text: string, from = 0x811c9dc5): number {
  let value = from;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** Returns which of a number of files a key is in. */
export function shardOf(key: string, shards: number): number {
  const value = hash(key);
  // The low bits of FNV alone are weak.
  return ((value ^ (value >>> 15)) >>> 0) % shards;
}
