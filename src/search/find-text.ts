/** Finds entries by words and messages, and codes that do not exist: everything that a code alone does not need. */

import { type Drafts, draftKey, draftOf } from './candidates.ts';
import { readRecord } from './data.ts';
import { pointedTo } from './evidence.ts';
import type { CodesFound } from './find-codes.ts';
import { findMessages } from './find-messages.ts';
import { findUnknown } from './find-unknown.ts';
import { fold, isHan, normalise, squash, tokenise, wordKeys } from './text.ts';
import type { FinderData, Manifest, Meant, RecordData, Token, UnknownCode } from './types.ts';
import { tableOf } from './understand.ts';
import { likeness, rankWords, type WordsFound } from './words.ts';

export interface TextFound {
  /** Words of the query that occur in the index. */
  readonly words: readonly string[];
  readonly unknown: readonly UnknownCode[];
}

/** The number of entries found by words that are examined closely. */
const closely = 16;
/** Maximum number of entries shown for several words, and for a single one: further ones are no help. */
const mostRows = 5;
const fewRows = 3;
const leastAlike = 0.25;
/** Minimum length of a query that can match as part of a message rather than as words. */
const partLength = 8;

/**
 * Finds entries by words and messages, and lists unknown codes.
 * @param rest what is left of the query without codes and catalogs
 * @param isCode whether the whole query is a code: it may also be a message, but nothing else
 */
export async function findText(
  meant: Meant,
  rest: readonly Token[],
  codes: CodesFound,
  drafts: Drafts,
  isCode: boolean,
  manifest: Manifest,
  data: FinderData,
): Promise<TextFound> {
  if (!meant.plain || rest.length > 0) await findMessages(meant, codes, drafts, manifest, data);
  let words: WordsFound = { ranked: [], words: [] };
  // A code's entries are ordered by the words beside it; a message or a symbol needs nothing more.
  const certain =
    isCode ||
    [...drafts.values()].some(
      ({ exact, why }) => exact && (!meant.plain || why.has('symbol') || why.has('message') || why.has('title')),
    );
  if (rest.length > 0 && !certain) {
    words = await rankWords(rest, meant.spare, meant.plain, manifest, data);
    await addWords(words, meant, drafts, manifest, data);
  }
  const exact = [...drafts.values()].filter((draft) => draft.exact);
  return {
    words: foundWords(rest, words),
    // Words that lead nowhere do not stop a number from being a code.
    unknown: await findUnknown(meant, codes, drafts.size > 0 ? rest : [], exact, manifest, data),
  };
}

async function addWords(
  found: WordsFound,
  meant: Meant,
  drafts: Drafts,
  manifest: Manifest,
  data: FinderData,
): Promise<void> {
  const pointed = pointedTo(meant, manifest);
  const own = found.ranked.filter(({ catalog }) => pointed.includes(catalog));
  // Words beside the name of an API are about that API, if it has anything matching.
  const weighed = own.length > 0 ? own : found.ranked;
  const lower = weighed.filter(({ catalog, code }, i) => i >= closely && drafts.has(draftKey(catalog, code)));
  const looked = await Promise.all(
    [...weighed.slice(0, closely), ...lower].map(async ({ catalog, code, score }) => {
      const record = await readRecord(catalog, code, manifest, data);
      return record && { record, ...closer(record, found, meant.plain ? squash(meant.rest) : '', score, manifest) };
    }),
  );
  const hits = looked.filter((hit) => hit !== undefined).sort((a, b) => b.score - a.score);
  const top = hits[0]?.score ?? 0;
  let rows = found.words.length > 1 ? mostRows : fewRows;
  for (const { record, score, slug, alike } of hits) {
    // A paste has many words: it matches an entry only if it contains much of the entry's text.
    if (score < top / 3 || (!meant.plain && alike < leastAlike)) continue;
    const known = drafts.has(draftKey(record[0], record[1]));
    // Words do not ask for successes.
    if (!known && (record[3] === 1 || rows-- <= 0)) continue;
    const draft = draftOf(drafts, record);
    const share = score / top;
    draft.score = draft.score > 0 ? draft.score + 20 * share : 10 + 40 * share;
    draft.why.add('words');
    draft.meaning ??= slug;
  }
}

/** Raises the score of an entry whose title or message is similar to the query, and identifies the meaning. */
function closer(
  record: RecordData,
  { words }: WordsFound,
  query: string,
  score: number,
  manifest: Manifest,
): { score: number; slug: string | undefined; alike: number } {
  const table = tableOf(manifest);
  const [symbol, meanings] = [record[2], record[4]];
  let best = 0;
  let slug: string | undefined;
  for (const [id, title, messages] of meanings) {
    for (const text of [title, ...messages, symbol]) {
      const tokens = tokenise(fold(normalise(text), table));
      const whole = squash(tokens);
      // Part of a message, cut anywhere.
      const part = query.length >= partLength && whole.includes(query) ? 0.6 + (0.4 * query.length) / whole.length : 0;
      const alike = Math.max(part, likeness(words, tokens));
      if (alike > best) {
        best = alike;
        slug = id;
      }
    }
  }
  return { score: score * (1 + 2 * best * best), slug: best > 0.3 ? slug : undefined, alike: best };
}

/** Returns the query's own words that occur in the index. */
function foundWords(rest: readonly Token[], { words }: WordsFound): string[] {
  const kept = keptTokens(rest, words);
  const found: string[] = [];
  kept.forEach((token, i) => {
    const before = kept[i - 1];
    if (before && isHan(token.text) && isHan(before.text) && before.end === token.start) {
      found[found.length - 1] += token.text;
    } else found.push(token.text);
  });
  return [...new Set(found)].slice(0, 12);
}

/** Returns the tokens that are a key of the index, or part of one. */
const keptTokens = (rest: readonly Token[], words: WordsFound['words']): Token[] =>
  rest.filter((token, i) => {
    const before = rest[i - 1];
    const pair = before && before.end === token.start ? [before, token] : [token];
    const next = rest[i + 1];
    const keys = [
      ...wordKeys([token]),
      ...wordKeys(pair),
      ...(next?.start === token.end ? wordKeys([token, next]) : []),
    ];
    return words.some((word) => keys.some((key) => word.get(key) === 1));
  });
