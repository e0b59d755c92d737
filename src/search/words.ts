/** Finds entries that share words with a query, in any language, including words that are cut off or misspelt. */

import { nearWords, splitWord } from '../edit-distance.ts';
import { fieldBits, type Posting, readPostings, readVocabulary } from './data.ts';
import { isFiller, isHan, stem, wordKeys } from './text.ts';
import type { FinderData, Manifest, Token } from './types.ts';

/** A word of the query: the keys it may mean, each with a confidence. */
export type Word = ReadonlyMap<string, number>;

export interface Ranked {
  readonly catalog: string;
  readonly code: string;
  readonly score: number;
}

export interface WordsFound {
  readonly ranked: readonly Ranked[];
  /** Words of the query that occur in the index. */
  readonly words: readonly Word[];
}

/** Weight of fillers, and of words from a catalog's longer name, relative to other words. */
const little = 0.3;
const mostKeys = 24;
const mostNear = 6;
const mostJoined = 9;
const longestWord = 40;
const nothing: WordsFound = { ranked: [], words: [] };

/**
 * Ranks entries by the words they share with the query: rare words and words of titles and messages count more. Words
 * that occur nowhere are ignored.
 * @param spare words that may belong to a catalog's name
 * @param typing whether the last word may be cut off
 */
export async function rankWords(
  rest: readonly Token[],
  spare: readonly Token[],
  typing: boolean,
  manifest: Manifest,
  data: FinderData,
): Promise<WordsFound> {
  const tokens = spare.length === 0 ? rest : [...spare, ...rest].sort((a, b) => a.start - b.start);
  const keys = wordKeys(tokens)
    .filter((key) => key.length <= longestWord && !/^\d+$/.test(key))
    .slice(0, mostKeys);
  // "back-test" and "white list" may be single words; the joined form counts only if it occurs.
  const pairs = joinedKeys(tokens);
  const joined = [...pairs.keys()].filter((key) => !keys.includes(key));
  if (keys.length === 0) return nothing;
  const postings = await readPostings([...keys, ...joined], manifest, data);
  const lastToken = tokens.at(-1);
  const last = typing && lastToken && !isHan(lastToken.text) ? stem(lastToken.text) : undefined;
  const unsure = keys.filter((key) => /^\p{L}{2,}$/u.test(key) && !isHan(key) && (!postings.has(key) || key === last));
  const near = new Map<string, readonly string[]>();
  if (unsure.length > 0) {
    const vocabulary = await readVocabulary(data);
    for (const key of unsure) {
      // "apikey" is two words and is looked up as both.
      const parts = postings.has(key) ? [] : splitWord(key, vocabulary, stem);
      joined.push(...parts.filter((part) => !keys.includes(part)));
      if (parts.length === 0) near.set(key, nearWords(key, vocabulary, mostNear, !postings.has(key)));
    }
    const more = await readPostings([...joined, ...[...near.values()].flat()], manifest, data);
    for (const [key, found] of more) postings.set(key, found);
  }
  const words = [...keys, ...new Set(joined)]
    .map((key): Word => {
      const others = (near.get(key) ?? []).map((other): [string, number] => [other, other.startsWith(key) ? 0.6 : 0.5]);
      return new Map([...others, [key, 1] as const].filter(([other]) => postings.has(other)));
    })
    .filter((word) => word.size > 0);
  const slight = new Set([...(spare.length === 0 ? [] : wordKeys(spare)), ...crossing(keys, postings)]);
  const says = (key: string): boolean => !slight.has(key) && !(pairs.get(key) ?? [key]).every(isFiller);
  // The word itself comes last in the map.
  const weigh = (word: Word): number => (says([...word.keys()].at(-1) ?? '') ? 1 : little);
  return { ranked: rank(words, weigh, postings, manifest.entries), words };
}

/**
 * Returns pairs of Chinese characters that straddle two words, such as 额不 in 余额不足: they are rarer than the pairs on
 * either side, and that rarity would give them too much weight.
 */
function crossing(keys: readonly string[], postings: ReadonlyMap<string, readonly Posting[]>): string[] {
  const count = (key: string | undefined): number => (key === undefined ? 0 : (postings.get(key)?.length ?? 0));
  return keys.filter((key, i) => {
    const [before, after] = [keys[i - 1], keys[i + 1]];
    if (!isHan(key) || before?.[1] !== key[0] || after?.[0] !== key[1]) return false;
    return count(key) < Math.min(count(before), count(after));
  });
}

/** Returns each pair of adjacent words joined into one key, with the two stems. */
const joinedKeys = (tokens: readonly Token[]): Map<string, readonly string[]> =>
  new Map(
    tokens
      .slice(1, mostJoined)
      .map((token, i) => [tokens[i]?.text ?? '', token.text])
      .filter((pair) => pair.every((text) => /^[a-z]{2,20}$/.test(text)))
      .map((pair) => [stem(pair.join('')), pair.map(stem)]),
  );

function rank(
  words: readonly Word[],
  weigh: (word: Word) => number,
  postings: ReadonlyMap<string, readonly Posting[]>,
  entries: number,
): Ranked[] {
  const scores = new Map<string, { catalog: string; code: string; score: number; words: number }>();
  let all = 0;
  for (const word of words) {
    /** The best score that the word gives each entry. */
    const best = new Map<string, readonly [Posting, number]>();
    let rarest = 0;
    const weight = weigh(word);
    for (const [key, sure] of word) {
      const found = postings.get(key) ?? [];
      const rarity = weight * Math.log(1 + entries / Math.max(1, howMany(found)));
      if (found.length > 0) rarest = Math.max(rarest, rarity * sure);
      for (const posting of found) {
        const id = `${posting.catalog} ${posting.code}`;
        const score = rarity * sure * fieldWeight(posting.fields);
        if (score > (best.get(id)?.[1] ?? 0)) best.set(id, [posting, score]);
      }
    }
    all += rarest;
    for (const [id, [{ catalog, code }, score]] of best) {
      const sum = scores.get(id) ?? { catalog, code, score: 0, words: 0 };
      sum.score += score;
      sum.words += rarest;
      scores.set(id, sum);
    }
  }
  return [...scores.values()]
    .map(({ catalog, code, score, words: share }) => ({ catalog, code, score: score * (0.4 + (0.6 * share) / all) }))
    .sort((a, b) => b.score - a.score);
}

/** Counts the entries that a word is about; those that only mention it among their causes count less. */
const howMany = (found: readonly Posting[]): number =>
  found.reduce((sum, { fields }) => sum + Math.min(1, fieldWeight(fields) / 3), 0);

const fieldWeight = (fields: number): number => {
  const named = (fields & fieldBits.message ? 1 : 0) + (fields & fieldBits.title ? 1 : 0);
  if (named > 0) return 2.5 + 0.5 * named;
  return fields & fieldBits.problem ? 2 : 1;
};

/**
 * Returns how similar a query is to a title or message, from 0 to 1: the share of the query's words that it has, times
 * the share of its words that the query has.
 */
export function likeness(words: readonly Word[], tokens: readonly Token[]): number {
  const keys = wordKeys(tokens);
  if (keys.length === 0 || words.length === 0) return 0;
  const shared = words.filter((word) => keys.some((key) => word.has(key))).length;
  return (shared / words.length) * Math.min(1, shared / keys.length);
}
