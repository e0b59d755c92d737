/** The index of words: what occurs in titles, messages, symbols, problems and causes, in all languages. */
import type { Atlas, Entry } from '../catalog/model.ts';
import { locales } from '../locales.ts';
import { fieldBits, headMark, postingBase, wholeMark } from '../search/data.ts';
import { hashHead, headOf, messageRuns } from '../search/messages.ts';
import { isHan, squash, tokenise, wordKeys } from '../search/text.ts';
import type { Token, WordShard } from '../search/types.ts';
import { folded, fullTable } from './finder-folding.ts';
import { ideasIn, known, tokensOf } from './finder-phrases.ts';

/** A key's entries, as positions in the atlas, with the fields it was found in. */
export type Postings = Map<number, number>;

export interface Index {
  readonly keys: ReadonlyMap<string, Postings>;
  /** How many postings there are in all. */
  readonly postings: number;
  readonly vocabulary: readonly string[];
  /** Sorted hashes of all heads, each as its distance from the one before. */
  readonly heads: string;
}

/** A word that more entries have says little: the best of them are kept. */
const mostPostings = 256;
const mostEqual = 512;
const longestKey = 40;
/** K-line is also written kline. */
const joinedLetter = /(?<![\p{L}\p{N}])([a-z])-([a-z]{2,})/gu;

export function indexAtlas(atlas: Atlas): Index {
  const keys = new Map<string, Postings>();
  const heads = new Set<number>();
  const vocabulary = new Set<string>();
  let position = 0;
  const add = (key: string, bits: number): void => {
    const postings = keys.get(key);
    if (postings) postings.set(position, (postings.get(position) ?? 0) | bits);
    else keys.set(key, new Map([[position, bits]]));
  };
  const addWords = (tokens: readonly Token[], bits: number): void => {
    for (const key of wordKeys(tokens)) {
      if (key.length > longestKey) continue;
      add(key, bits);
      if (bits !== fieldBits.cause && key.length > 2 && /^\p{L}+$/u.test(key) && !isHan(key)) vocabulary.add(key);
    }
    // Other words for the same count as if they stood in a lesser field. Causes touch on too much to have any.
    const less = bits >= fieldBits.title ? fieldBits.problem : fieldBits.cause;
    const ideas = bits === fieldBits.cause ? [] : ideasIn(tokens, known);
    for (const idea of ideas) for (const key of known.keys[idea] ?? []) add(key, less);
    // A title or a message is also found by one character.
    if (bits >= fieldBits.title) for (const { text } of tokens) if (isHan(text)) add(text, bits);
  };
  const addWhole = (tokens: readonly Token[], bits: number): void => {
    if (tokens.length > 0) add(wholeMark + squash(tokens), bits);
  };
  for (const catalog of atlas.catalogs) {
    for (const entry of catalog.entries) {
      indexEntry(entry, addWords, addWhole, (runs) => {
        const head = headOf(runs);
        if (head.length === 0) return;
        add(headMark + head.join(' '), fieldBits.message);
        heads.add(hashHead(head));
      });
      position++;
    }
  }
  let count = 0;
  for (const [key, postings] of keys) {
    const most = key.startsWith(wholeMark) || key.startsWith(headMark) ? mostEqual : mostPostings;
    if (postings.size > most) keys.set(key, best(postings, most));
    count += Math.min(postings.size, most);
  }
  let before = 0;
  const steps = [...heads]
    .sort((a, b) => a - b)
    .map((value) => {
      const step = (value - before).toString(36);
      before = value;
      return step;
    });
  return { keys, postings: count, vocabulary: [...vocabulary].sort(), heads: steps.join(' ') };
}

function indexEntry(
  entry: Entry,
  addWords: (tokens: readonly Token[], bits: number) => void,
  addWhole: (tokens: readonly Token[], bits: number) => void,
  addMessage: (runs: ReturnType<typeof messageRuns>) => void,
): void {
  const wordsOf = (text: string): Token[] => {
    const joined = [...folded(text).matchAll(joinedLetter)].map(([, letter, word]) => ` ${letter}${word}`);
    return tokenise(folded(text) + joined.join(''));
  };
  for (const name of [entry.symbol, /[A-Za-z]/.test(entry.code) ? entry.code : undefined]) {
    if (name !== undefined) addWords(wordsOf(name), fieldBits.message);
  }
  for (const { slug, messages, text, problem } of entry.meanings) {
    // What our own names for it say, as order-duplicate.
    for (const name of [slug, problem.id]) addWords(wordsOf(name), fieldBits.problem);
    for (const { text: literal, example } of messages) {
      addWords(wordsOf(literal), fieldBits.message);
      addWhole(tokensOf(literal), fieldBits.message);
      if (example !== undefined) addWhole(tokensOf(example), fieldBits.message);
      addMessage(messageRuns(literal, fullTable));
    }
    for (const locale of locales) {
      const { title, causes } = text[locale];
      addWords(wordsOf(title), fieldBits.title);
      addWhole(tokensOf(title), fieldBits.title);
      addWords(wordsOf(problem.text[locale].title), fieldBits.problem);
      addWords(wordsOf(problem.text[locale].summary), fieldBits.cause);
      for (const cause of causes) addWords(wordsOf(cause), fieldBits.cause);
    }
  }
}

/** The postings with the best fields, in the order of the atlas. */
const best = (postings: Postings, most: number): Postings =>
  new Map(
    [...postings]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, most)
      .sort((a, b) => a[0] - b[0]),
  );

/** One file of the index: the entries that occur in it, and its keys in order. */
export function packPostings(keys: readonly (readonly [string, Postings])[], entries: readonly Entry[]): WordShard {
  const occurring = [...new Set(keys.flatMap(([, postings]) => [...postings.keys()]))].sort((a, b) => a - b);
  const place = new Map(occurring.map((position, index) => [position, index]));
  const catalogs: [string, string[]][] = [];
  for (const position of occurring) {
    const entry = entries[position];
    if (!entry) continue;
    const last = catalogs.at(-1);
    if (last?.[0] === entry.catalog.id) last[1].push(entry.code);
    else catalogs.push([entry.catalog.id, [entry.code]]);
  }
  return {
    entries: catalogs,
    keys: Object.fromEntries(
      [...keys]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, postings]) => {
          let before = 0;
          return [
            key,
            [...postings].map(([position, bits]) => {
              const index = place.get(position) ?? 0;
              const packed = (index - before) * postingBase + bits;
              before = index;
              return packed;
            }),
          ];
        }),
    ),
  };
}
