/** Finds the entries that a text means. The text itself goes nowhere: only files of the site are read. */

import { besideCode } from './codes.ts';
import { readRecord } from './data.ts';
import { catalogName, type Draft, type Drafts, draftKey, draftOf, toHit } from './evidence.ts';
import { type CodesFound, findCodes } from './find-codes.ts';
import { findMessages } from './find-messages.ts';
import { findUnknown } from './find-unknown.ts';
import { fold, isHan, normalise, tokenise, wordKeys } from './text.ts';
import type { Answer, FinderData, FindOptions, Hit, Manifest, Meant, RecordData, Token } from './types.ts';
import { tableOf, understand } from './understand.ts';
import { likeness, rankWords, type WordsFound } from './words.ts';

const similarHits = 8;
const exactHits = 60;
/** How many entries found by words are looked at closely. */
const closely = 16;
const longestMessage = 200;

/**
 * Answers a query: a code, a symbol, a message, words, or a whole paste.
 * @param text anything, also nothing; what is over 100,000 characters is cut out of the middle
 * @throws what `data` throws when a file cannot be read, nothing else
 */
export async function find(text: string, data: FinderData, options: FindOptions = {}): Promise<Answer> {
  const manifest = await data.loadManifest();
  const meant = understand(text, manifest);
  const drafts: Drafts = new Map();
  const codes = await findCodes(meant, drafts, manifest, data);
  const rest = meant.plain && meant.codes.length > 0 ? meant.rest.filter((token) => !besideCode(token)) : meant.rest;
  if (!meant.plain || rest.length > 0) await findMessages(meant, codes, drafts, manifest, data);
  let words: WordsFound = { ranked: [], words: [] };
  if (rest.length > 0 && (meant.plain || ![...drafts.values()].some(({ exact }) => exact))) {
    words = await rankWords(rest, meant.plain, manifest, data);
    await addWords(words, meant, drafts, manifest, data);
  }
  const all = [...drafts.values()].sort((a, b) => b.score - a.score || place(a, manifest) - place(b, manifest));
  const exact = all.filter((draft) => draft.exact).slice(0, exactHits);
  const unknown = await findUnknown(meant, codes, rest, exact, manifest, data);
  const elsewhere = new Set(unknown.flatMap((each) => each.elsewhere.map(({ path }) => path)));
  const hits = (list: readonly Draft[]): Hit[] => list.map((draft) => toHit(draft, manifest));
  const similar = hits(all.filter((draft) => !draft.exact && draft.score > 0))
    .filter(({ path }) => !elsewhere.has(path))
    .slice(0, options.similar ?? similarHits);
  const answer = { exact: hits(exact), similar, unknown };
  const [message] = meant.messages;
  return {
    ...answer,
    understood: {
      codes: meant.codes
        .filter(({ code, from }) => meant.plain || from !== 'number' || drafts.size > 0 || code === '')
        .map(({ code, from }) => ({ code, from })),
      catalogs: meant.catalogs.map(({ id, by }) => ({ ...catalogName(id, manifest), by })),
      message: message && Array.from(message.text.slice(0, longestMessage)).join(''),
      words: foundWords(rest, words),
      plain: meant.plain,
    },
    share: shareOf(meant, answer, rest, words),
  };
}

/** The catalogs' own order, and within one the order of codes. */
function place({ record }: Draft, manifest: Manifest): number {
  const number = Number(record[1]);
  return (
    manifest.catalogs.findIndex(({ id }) => id === record[0]) * 1e9 +
    (Number.isFinite(number) ? Math.min(Math.abs(number), 1e8) : 1e8)
  );
}

async function addWords(
  found: WordsFound,
  meant: Meant,
  drafts: Drafts,
  manifest: Manifest,
  data: FinderData,
): Promise<void> {
  const named = new Set(meant.catalogs.filter(({ by }) => by === 'name').map(({ id }) => id));
  const weighed = found.ranked.map((ranked) => ({
    ...ranked,
    score: ranked.score * (named.size > 0 && !named.has(ranked.catalog) ? 0.3 : 1),
  }));
  weighed.sort((a, b) => b.score - a.score);
  const known = weighed.filter(({ catalog, code }, i) => i >= closely && drafts.has(draftKey(catalog, code)));
  const looked = await Promise.all(
    [...weighed.slice(0, closely), ...known].map(async ({ catalog, code, score }) => {
      const record = await readRecord(catalog, code, manifest, data);
      return record && { record, ...closer(record, found, score, manifest) };
    }),
  );
  const hits = looked.filter((hit) => hit !== undefined);
  const top = Math.max(...hits.map(({ score }) => score));
  for (const { record, score, slug } of hits) {
    if (score < top / 4) continue;
    const draft = draftOf(drafts, record);
    const share = score / top;
    draft.score = draft.score > 0 ? draft.score + 20 * share : 10 + 40 * share;
    draft.why.add('words');
    draft.meaning ??= slug;
  }
}

/** Raises the score of an entry whose title or message is much like the query, and tells the meaning. */
function closer(
  record: RecordData,
  { words }: WordsFound,
  score: number,
  manifest: Manifest,
): { score: number; slug: string | undefined } {
  const table = tableOf(manifest);
  const [symbol, meanings] = [record[2], record[4]];
  let best = 0;
  let slug: string | undefined;
  for (const [id, title, messages] of meanings) {
    for (const text of [title, ...messages, symbol]) {
      const alike = likeness(words, tokenise(fold(normalise(text), table)));
      if (alike > best) {
        best = alike;
        slug = id;
      }
    }
  }
  return { score: score * (1 + 2 * best * best), slug: best > 0.3 ? slug : undefined };
}

/** The query's own words that occur in the index. */
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

/** Tokens that are a key of the index, or a part of one. */
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

/** A query that may stand in an address: codes, catalogs and words of the index, nothing else of what was given. */
function shareOf(
  meant: Meant,
  { exact, unknown }: Pick<Answer, 'exact' | 'unknown'>,
  rest: readonly Token[],
  words: WordsFound,
): string | undefined {
  const [first] = exact;
  const [missing] = unknown;
  if (!meant.plain) {
    if (first) return `${first.catalog.id} ${first.code}`;
    return missing ? [missing.catalog?.id, missing.code].filter(Boolean).join(' ') : undefined;
  }
  const names = meant.catalogs.filter(({ by }) => by === 'name').map(({ id }) => id);
  const codes = meant.codes.filter(({ from }) => from !== 'number').map(({ code }) => code);
  const symbol = first && codes.length === 0 && first.why.includes('symbol') ? [first.symbol ?? first.code] : [];
  const named = first && codes.length === 0 && first.why.includes('code') ? [first.code] : [];
  const parts = [...names, ...codes, ...symbol, ...named];
  if (symbol.length + named.length === 0) parts.push(...foundWords(rest, words));
  return parts.length > 0 ? parts.join(' ') : undefined;
}

export type { CodesFound };
