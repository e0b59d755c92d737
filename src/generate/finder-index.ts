/** The index of words: what occurs in titles, messages, symbols, problems and causes, in all languages. */
import type { Atlas, Entry } from '../catalog/model.ts';
import { locales } from '../locales.ts';
import { fieldBits, headMark, postingBase, wholeMark } from '../search/data.ts';
import { hashHead, headOf, messageRuns } from '../search/messages.ts';
import { isHan, squash, tokenise, wordKeys } from '../search/text.ts';
import type { WordShard } from '../search/types.ts';
import { folded, fullTable } from './finder-folding.ts';
import { ideasIn, known, tokensOf } from './finder-phrases.ts';

/**
 * A key's entries in the order of the atlas: each as its position there times `postingBase`, and the bits of the
 * fields that the key was found in. There are millions: an object for each would take as long as all the rest.
 */
export type Postings = readonly number[];

const positionOf = (posting: number): number => Math.floor(posting / postingBase);
const bitsOf = (posting: number): number => posting % postingBase;

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

/** Collects what every entry is found by; the same atlas gives the same index. */
export function indexAtlas(atlas: Atlas): Index {
  const keys = new Map<string, number[]>();
  const heads = new Set<number>();
  const vocabulary = new Set<string>();
  let position = 0;
  const add = (key: string, bits: number): void => {
    const postings = keys.get(key);
    const last = postings?.at(-1);
    if (!postings) keys.set(key, [position * postingBase + bits]);
    else if (last !== undefined && positionOf(last) === position) postings[postings.length - 1] = last | bits;
    else postings.push(position * postingBase + bits);
  };
  const index: Sink = {
    words: ({ keys: own, ideas, characters }, bits) => {
      for (const key of own) {
        add(key, bits);
        if (bits !== fieldBits.cause && !vocabulary.has(key) && isVocabulary(key)) vocabulary.add(key);
      }
      // Other words for the same count as if they stood in a lesser field. Causes touch on too much to have any.
      const less = bits >= fieldBits.title ? fieldBits.problem : fieldBits.cause;
      if (bits !== fieldBits.cause) for (const key of ideas()) add(key, less);
      // A title or a message is also found by one character.
      if (bits >= fieldBits.title) for (const text of characters()) add(text, bits);
    },
    whole: (text, bits) => {
      const tokens = tokensOf(text);
      if (tokens.length > 0) add(wholeMark + squash(tokens), bits);
    },
    message: (literal) => {
      const head = headOf(messageRuns(literal, fullTable));
      if (head.length === 0) return;
      add(headMark + head.join(' '), fieldBits.message);
      heads.add(hashHead(head));
    },
  };
  const wordsOf = remembered(readWords);
  for (const catalog of atlas.catalogs) {
    for (const entry of catalog.entries) {
      indexEntry(entry, wordsOf, index);
      position++;
    }
  }
  let count = 0;
  for (const [key, postings] of keys) {
    const most = key.startsWith(wholeMark) || key.startsWith(headMark) ? mostEqual : mostPostings;
    if (postings.length > most) keys.set(key, best(postings, most));
    count += Math.min(postings.length, most);
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

/** Words of letters, which a query may have with a letter wrong. */
const isVocabulary = (key: string): boolean => key.length > 2 && /^\p{L}+$/u.test(key) && !isHan(key);

/** A text as the index has it. */
interface Words {
  readonly keys: readonly string[];
  /** Keys of other words for what the text says. */
  readonly ideas: () => readonly string[];
  /** Its Chinese characters. */
  readonly characters: () => readonly string[];
}

/** What the index takes of an entry. */
interface Sink {
  words(words: Words, bits: number): void;
  whole(text: string, bits: number): void;
  message(literal: string): void;
}

function readWords(text: string): Words {
  const plain = folded(text);
  const joined = [...plain.matchAll(joinedLetter)].map(([, letter, word]) => ` ${letter}${word}`);
  const tokens = tokenise(plain + joined.join(''));
  return {
    keys: wordKeys(tokens).filter((key) => key.length <= longestKey),
    ideas: once(() => [...ideasIn(tokens, known)].flatMap((idea) => known.keys[idea] ?? [])),
    characters: once(() => tokens.map(({ text }) => text).filter(isHan)),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Problems' texts and many names stand behind one entry after the other. */
function remembered<T>(read: (text: string) => T): (text: string) => T {
  const all = new Map<string, T>();
  return (text) => {
    const value = all.get(text) ?? read(text);
    all.set(text, value);
    return value;
  };
}

function indexEntry(entry: Entry, wordsOf: (text: string) => Words, index: Sink): void {
  for (const name of [entry.symbol, /[A-Za-z]/.test(entry.code) ? entry.code : undefined]) {
    if (name !== undefined) index.words(readWords(name), fieldBits.message);
  }
  for (const { slug, messages, text, problem } of entry.meanings) {
    // What our own names for it say, as order-duplicate.
    for (const name of [slug, problem.id]) index.words(wordsOf(name), fieldBits.problem);
    for (const { text: literal, example } of messages) {
      index.words(readWords(literal), fieldBits.message);
      index.whole(literal, fieldBits.message);
      if (example !== undefined) index.whole(example, fieldBits.message);
      index.message(literal);
    }
    for (const locale of locales) {
      const { title, causes } = text[locale];
      index.words(readWords(title), fieldBits.title);
      index.whole(title, fieldBits.title);
      index.words(wordsOf(problem.text[locale].title), fieldBits.problem);
      index.words(wordsOf(problem.text[locale].summary), fieldBits.cause);
      for (const cause of causes) index.words(readWords(cause), fieldBits.cause);
    }
  }
}

/** The postings with the best fields, in the order of the atlas. */
function best(postings: Postings, most: number): number[] {
  const ranked = [...Map.groupBy(postings, bitsOf)].sort(([a], [b]) => b - a).flatMap(([, same]) => same);
  return ranked.slice(0, most).sort((a, b) => a - b);
}

/** One file of the index: the entries that occur in it, and its keys in order. */
export function packPostings(keys: readonly (readonly [string, Postings])[], entries: readonly Entry[]): WordShard {
  // By position in the atlas: first whether an entry occurs, then its place among those that do.
  const places = new Int32Array(entries.length);
  for (const [, postings] of keys) for (const posting of postings) places[positionOf(posting)] = 1;
  let occurring = 0;
  const catalogs: [string, string[]][] = [];
  for (const [position, entry] of entries.entries()) {
    if (places[position] === 0) continue;
    places[position] = occurring++;
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
            postings.map((posting) => {
              const index = places[positionOf(posting)] ?? 0;
              const packed = (index - before) * postingBase + bitsOf(posting);
              before = index;
              return packed;
            }),
          ];
        }),
    ),
  };
}
