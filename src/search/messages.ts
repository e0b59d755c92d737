/**
 * Messages as sent on the wire: `{placeholders}` mark the parts that vary. A message is looked up by its head, its
 * first few words, at every position in a text.
 */

import { hash } from '../catalog/shards.ts';
import { headHash } from './data.ts';
import { fold, hashWord, isHan, normalise, tokenise } from './text.ts';
import type { Token } from './types.ts';

/** The words of a message between its placeholders; an empty run comes before a placeholder at its beginning. */
export type Runs = readonly (readonly string[])[];

const longestHead = 4;
/** Maximum number of words that a placeholder may stand for. */
const longestGap = 40;

/**
 * Splits a message into runs of words between its placeholders.
 * @param table folds traditional characters into simplified ones
 */
export const messageRuns = (message: string, table: ReadonlyMap<string, string>): Runs =>
  fold(normalise(message), table)
    .split(/\{[^{}]*\}/)
    .map((part) => tokenise(part).map(({ text }) => text));

/**
 * Returns the index of the run that a message is looked up by: the first with two words or more, otherwise the first
 * with any.
 */
export function headRun(runs: Runs): number {
  const first = runs.findIndex((run) => run.length > 1);
  return first >= 0 ? first : runs.findIndex((run) => run.length > 0);
}

/** Returns the first words of a message, as the index has them. */
export const headOf = (runs: Runs): readonly string[] => (runs[headRun(runs)] ?? []).slice(0, longestHead);

/** Returns the hash of a head, computed word by word. */
export const hashHead = (words: readonly string[]): number =>
  headHash(words.reduce((value, word) => hashWord(word, value), hash('')));

/** A position where a message may begin. */
export interface HeadAt {
  readonly head: string;
  readonly at: number;
}

/**
 * Finds positions whose words are the head of a message; longer heads first, and among equal lengths the later ones.
 */
export function findHeads(tokens: readonly Token[], heads: ReadonlySet<number>, most: number): HeadAt[] {
  const found: (HeadAt & { length: number })[] = [];
  for (let at = 0; at < tokens.length && found.length < 1000; at++) {
    let value = hash('');
    for (let length = 1; length <= longestHead && at + length <= tokens.length; length++) {
      value = hashWord(tokens[at + length - 1]?.text ?? '', value);
      // A single word is a message only if it is the whole text.
      if (length === 1 && tokens.length > 1) continue;
      if (!heads.has(headHash(value))) continue;
      const head = tokens.slice(at, at + length).map(({ text }) => text);
      found.push({ head: head.join(' '), at, length });
    }
  }
  return found.sort((a, b) => b.length - a.length || b.at - a.at).slice(0, most);
}

export interface MessageMatch {
  /** The first token and the one after the last. */
  readonly start: number;
  readonly end: number;
  /** How much matched: words count one, Chinese characters half. */
  readonly weight: number;
  /** Whether the message ends with a placeholder, which takes the rest. */
  readonly open: boolean;
}

/**
 * A message counts as near when this share of its words matches in order, with at most this many others between them.
 */
const nearShare = 0.6;
const nearGap = 2;

/**
 * Returns how much of a message whose head was found follows in order, if not all of it does; undefined if it is too
 * little, or no more than the head.
 */
export function nearMessage(
  runs: Runs,
  tokens: readonly Token[],
  at: number,
): { readonly same: number; readonly end: number } | undefined {
  const words = runs.slice(headRun(runs)).flat();
  let same = 0;
  let end = at;
  for (const word of words) {
    for (let place = end; place <= end + nearGap; place++) {
      if (tokens[place]?.text !== word) continue;
      same++;
      end = place + 1;
      break;
    }
  }
  return same > longestHead && same >= words.length * nearShare ? { same, end } : undefined;
}

/** Compares a message with the text at a position where its head was found. */
export function matchMessage(runs: Runs, tokens: readonly Token[], at: number): MessageMatch | undefined {
  const first = headRun(runs);
  let place = at;
  let weight = 0;
  for (let n = first; n < runs.length; n++) {
    const run = runs[n] ?? [];
    const from = place;
    const last = n === first ? from : Math.min(from + longestGap, tokens.length - run.length);
    while (place <= last && !run.every((word, offset) => tokens[place + offset]?.text === word)) place++;
    if (place > last) return undefined;
    place += run.length;
    for (const word of run) weight += isHan(word) ? 0.5 : 1;
  }
  return { start: at, end: place, weight, open: runs.at(-1)?.length === 0 };
}
