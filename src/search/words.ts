/** Entries that share words with a query, in any language, also words that are cut off or misspelt. */
import { fieldBits, type Posting, readPostings, readVocabulary } from './data.ts';
import { nearWords } from './near.ts';
import { isHan, stem, wordKeys } from './text.ts';
import type { FinderData, Manifest, Token } from './types.ts';

/** A word of the query: the keys that may be meant, each with how surely. */
export type Word = ReadonlyMap<string, number>;

export interface Ranked {
  readonly catalog: string;
  readonly code: string;
  readonly score: number;
}

export interface WordsFound {
  readonly ranked: readonly Ranked[];
  /** Words of the query that occur. */
  readonly words: readonly Word[];
}

const mostKeys = 24;
const mostNear = 6;
const mostJoined = 9;
const longestWord = 40;
const nothing: WordsFound = { ranked: [], words: [] };

/**
 * Ranks entries by the words they share with the query: rare words and words of titles and messages count
 * more. Words that occur nowhere do not matter.
 * @param typing the last word may be cut off
 */
export async function rankWords(
  tokens: readonly Token[],
  typing: boolean,
  manifest: Manifest,
  data: FinderData,
): Promise<WordsFound> {
  const keys = wordKeys(tokens)
    .filter((key) => key.length <= longestWord && !/^\d+$/.test(key))
    .slice(0, mostKeys);
  // "back-test" and "white list" may be one word, which counts only if it occurs.
  const joined = joinedKeys(tokens).filter((key) => !keys.includes(key));
  if (keys.length === 0) return nothing;
  const postings = await readPostings([...keys, ...joined], manifest, data);
  const lastToken = tokens.at(-1);
  const last = typing && lastToken && !isHan(lastToken.text) ? stem(lastToken.text) : undefined;
  const unsure = keys.filter((key) => /^\p{L}{2,}$/u.test(key) && !isHan(key) && (!postings.has(key) || key === last));
  const near = new Map<string, readonly string[]>();
  if (unsure.length > 0) {
    const vocabulary = await readVocabulary(data);
    for (const key of unsure) near.set(key, nearWords(key, vocabulary, mostNear, !postings.has(key)));
    const more = await readPostings([...near.values()].flat(), manifest, data);
    for (const [key, found] of more) postings.set(key, found);
  }
  const words = [...keys, ...joined]
    .map((key): Word => {
      const others = (near.get(key) ?? []).map((other): [string, number] => [other, other.startsWith(key) ? 0.6 : 0.5]);
      return new Map([...others, [key, 1] as const].filter(([other]) => postings.has(other)));
    })
    .filter((word) => word.size > 0);
  return { ranked: rank(words, postings, manifest.entries), words };
}

/** Two words that stand together, as one. */
const joinedKeys = (tokens: readonly Token[]): string[] =>
  tokens
    .slice(1, mostJoined)
    .map((token, i) => [tokens[i]?.text ?? '', token.text])
    .filter((pair) => pair.every((text) => /^[a-z]{2,20}$/.test(text)))
    .map((pair) => stem(pair.join('')));

function rank(words: readonly Word[], postings: ReadonlyMap<string, readonly Posting[]>, entries: number): Ranked[] {
  const scores = new Map<string, { catalog: string; code: string; score: number; words: number }>();
  let all = 0;
  for (const word of words) {
    /** The best that the word gives each entry. */
    const best = new Map<string, readonly [Posting, number]>();
    let rarest = 0;
    for (const [key, sure] of word) {
      const found = postings.get(key) ?? [];
      const rarity = Math.log(1 + entries / Math.max(1, found.length));
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

const fieldWeight = (fields: number): number => {
  const named = (fields & fieldBits.message ? 1 : 0) + (fields & fieldBits.title ? 1 : 0);
  if (named > 0) return 2.5 + 0.5 * named;
  return fields & fieldBits.problem ? 2 : 1;
};

/** How alike a query and a title or message are, from 0 to 1: what they share, of both. */
export function likeness(words: readonly Word[], tokens: readonly Token[]): number {
  const keys = wordKeys(tokens);
  if (keys.length === 0 || words.length === 0) return 0;
  const shared = words.filter((word) => keys.some((key) => word.has(key))).length;
  return (shared / words.length) * Math.min(1, shared / keys.length);
}
