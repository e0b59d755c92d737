/** Which of the finder's files a key is in. Every page has this, so that a file is on its way before the finder is. */

/** How many entries share a file of records, and how many postings a file of the index, about. */
const entriesInShard = 16;
const postingsInShard = 1200;

/** The next power of two: a few entries more do not move all others into other files. */
const filesFor = (items: number, each: number): number => 2 ** Math.max(0, Math.ceil(Math.log2(items / each)));

/** How many files of records there are. */
export const recordShards = (atlas: {
  readonly catalogs: readonly { readonly entries: readonly unknown[] }[];
}): number =>
  filesFor(
    atlas.catalogs.reduce((sum, { entries }) => sum + entries.length, 0),
    entriesInShard,
  );

/** How many files the index of words has. */
export const wordShards = (postings: number): number => filesFor(postings, postingsInShard);

/** FNV-1a over UTF-16, to be continued from an earlier result. */
export function hash(text: string, from = 0x811c9dc5): number {
  let value = from;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** The file, of a number of files, that a key is in. */
export function shardOf(key: string, shards: number): number {
  const value = hash(key);
  // The low bits of FNV alone are weak.
  return ((value ^ (value >>> 15)) >>> 0) % shards;
}
