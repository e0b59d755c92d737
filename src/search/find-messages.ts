/** Finds entries by message: the whole text is or contains one, or is a title. */

import { type Drafts, draftKey, draftOf } from './candidates.ts';
import { lineAt, tellsFailure } from './codes.ts';
import { headMark, type Posting, readHeads, readPostings, readRecord, wholeMark } from './data.ts';
import type { CodesFound } from './find-codes.ts';
import {
  findHeads,
  type HeadAt,
  headOf,
  type MessageMatch,
  matchMessage,
  messageRuns,
  nearMessage,
} from './messages.ts';
import { hintsOf, type Seen, type Source, settle, sureWeight } from './settle-messages.ts';
import { fold, normalise, squash, tellingWeight, tokenise } from './text.ts';
import type { FinderData, Manifest, Meant, RecordData } from './types.ts';
import { tableOf } from './understand.ts';

const mostHeads = 24;
const mostEntries = 96;
const longestKey = 400;

/**
 * Looks up the messages and titles in a query, as a whole and by their first words.
 * @param drafts receives every entry that has one of them, marked exact if the match is certain
 * @throws what `data` throws
 */
export async function findMessages(
  meant: Meant,
  codes: CodesFound,
  drafts: Drafts,
  manifest: Manifest,
  data: FinderData,
): Promise<void> {
  const table = tableOf(manifest);
  const sources = sourcesOf(meant, table);
  const wholes = sources.map(({ tokens, whole }) => (whole ? wholeMark + squash(tokens) : ''));
  const wholeKeys = wholes.filter((key) => key.length > 1 && key.length < longestKey);
  const postings = await readPostings(wholeKeys, manifest, data);
  // A short query that is a message as a whole need not be searched for others.
  // One with a number or a quoted name may be another message with its placeholder filled in.
  const alone = meant.plain && postings.size > 0 && !/[\d'"]/.test(meant.text);
  const search = sources.some(({ tokens }) => tokens.length > 1) && !alone;
  const heads = search ? await readHeads(data) : new Set<number>();
  const places = sources.map(({ tokens }) => (search ? findHeads(tokens, heads, mostHeads) : []));
  const headKeys = [...new Set(places.flat().map(({ head }) => headMark + head))].slice(0, mostHeads);
  for (const [key, found] of await readPostings(headKeys, manifest, data)) postings.set(key, found);
  const records = await readAll([...postings.values()].flat(), manifest, data);
  const seen: Seen[] = [];
  sources.forEach((source, i) => {
    for (const posting of postings.get(wholes[i] ?? '') ?? []) {
      const record = records.get(draftKey(posting.catalog, posting.code));
      if (record) seen.push(...wholeSeen(record, source, meant, table));
    }
    for (const place of places[i] ?? []) {
      for (const posting of postings.get(headMark + place.head) ?? []) {
        const record = records.get(draftKey(posting.catalog, posting.code));
        if (record) seen.push(...headSeen(record, source, place, meant, table));
      }
    }
  });
  settle(seen, meant, codes, drafts, manifest);
  for (const { record, score, exact, slug, message } of seen) {
    const draft = draftOf(drafts, record);
    const agrees = draft.why.has('code');
    const success = record[3] === 1 && !meant.plain;
    draft.exact ||= exact && !success;
    if (success) draft.why.add('success');
    const worth = exact ? score : Math.min(score, 45);
    if (draft.message === undefined || worth > draft.score) draft.meaning = slug;
    draft.message ??= message;
    draft.why.add(message === undefined ? 'title' : 'message');
    draft.score = agrees ? Math.max(draft.score, worth) + 40 : Math.max(draft.score, success ? 50 : worth);
  }
}

function sourcesOf(meant: Meant, table: ReadonlyMap<string, string>): Source[] {
  const { text, tokens, plain, rest } = meant;
  const sources: Source[] = [{ text, tokens, whole: plain, field: undefined }, ...quotedIn(text)];
  if (plain) {
    // "200 OK" in an HTTP answer is not a message.
    if (meant.codes.some(({ from }) => from === 'http')) return sources;
    const keys = new Set([squash(tokens)]);
    // Without the catalog's name and without codes: "mexc unauthorized".
    if (rest.length > 0 && !keys.has(squash(rest))) sources.push({ text, tokens: rest, whole: true, field: undefined });
    return sources;
  }
  for (const message of meant.messages) {
    const folded = fold(normalise(message.text), table);
    sources.push({ text: folded, tokens: tokenise(folded), whole: true, field: message });
  }
  return sources;
}

const shortestQuote = 6;
const mostQuotes = 4;

/** Returns quoted parts of prose, each of which may be a whole message. */
const quotedIn = (text: string): Source[] =>
  [...text.matchAll(/[“「『«]([^“”「」『』«»\n]{4,300})[”」』»]/g)]
    .slice(0, mostQuotes)
    .map(([, quoted = '']) => ({ text: quoted, tokens: tokenise(quoted), whole: true, field: undefined }))
    .filter(({ tokens }) => squash(tokens).length >= shortestQuote);

async function readAll(
  postings: readonly Posting[],
  manifest: Manifest,
  data: FinderData,
): Promise<ReadonlyMap<string, RecordData>> {
  const wanted = new Map(postings.map((posting) => [draftKey(posting.catalog, posting.code), posting]));
  const records = new Map<string, RecordData>();
  await Promise.all(
    [...wanted].slice(0, mostEntries).map(async ([key, { catalog, code }]) => {
      const record = await readRecord(catalog, code, manifest, data);
      if (record) records.set(key, record);
    }),
  );
  return records;
}

/** Matches the whole text against an entry's messages and titles, ignoring case, spaces and punctuation. */
function wholeSeen(record: RecordData, source: Source, meant: Meant, table: ReadonlyMap<string, string>): Seen[] {
  const key = squash(source.tokens);
  const same = (text: string): boolean => squash(tokenise(fold(normalise(text), table))) === key;
  const at = { record, source, start: 0, end: source.tokens.length, exact: true };
  const seen: Seen[] = [];
  for (const [slug, , messages] of record[4]) {
    const message = messages.find(same);
    if (message !== undefined) seen.push({ ...at, score: 130, slug, message });
  }
  if (seen.length > 0) return seen;
  // A title in another language is not in the record, nor is an example: only the index knows them.
  const [[slug = '', title = ''] = []] = record[4].filter((meaning) => same(meaning[1]));
  const only = record[4].length === 1 ? (record[4][0]?.[0] ?? '') : '';
  return meant.plain ? [{ ...at, score: title === '' ? 105 : 110, slug: slug || only, message: undefined }] : [];
}

/** Matches an entry's messages within the text, with any values in their placeholders. */
function headSeen(
  record: RecordData,
  source: Source,
  { head, at }: HeadAt,
  meant: Meant,
  table: ReadonlyMap<string, string>,
): Seen[] {
  const seen: Seen[] = [];
  for (const [slug, , messages] of record[4]) {
    for (const message of messages) {
      const runs = messageRuns(message, table);
      if (headOf(runs).join(' ') !== head) continue;
      const match = matchMessage(runs, source.tokens, at);
      // In prose, "success" may be about anything.
      if (record[3] === 1 && !(source.whole && match && match.end - match.start === source.tokens.length)) continue;
      if (!match) {
        const near = nearMessage(runs, source.tokens, at);
        const score = 30 + (15 * (near?.same ?? 0)) / Math.max(1, source.tokens.length);
        const place = { record, source, start: at, end: near?.end ?? at };
        if (near) seen.push({ ...place, score, exact: false, slug, message, near: true });
        continue;
      }
      const hinted = meant.plain || hintsOf(meant).has(record[0]);
      const status = isStatusText(source.text, source.tokens[at]?.start ?? 0, hinted);
      const { sure, score } = status ? { sure: false, score: 30 } : weigh(match, source, meant);
      const end = match.open ? source.tokens.length : match.end;
      seen.push({
        record,
        source,
        start: at,
        end: Math.max(end, match.end),
        score,
        exact: sure,
        slug,
        message,
        status,
      });
    }
  }
  return seen;
}

function weigh(
  { start, end, weight, open }: MessageMatch,
  source: Source,
  meant: Meant,
): { sure: boolean; score: number } {
  const { tokens, text, whole, field } = source;
  const first = tokens[start];
  const last = tokens[end - 1];
  if (!first || !last) return { sure: false, score: 30 };
  if (whole) {
    const covered = (end - start) / tokens.length;
    // An answer's message may continue with a detail.
    const rest = tokens.slice(end);
    const wrapped = start === 0 && end - start > 1 && rest.length <= 2 && tellingWeight(rest) < 0.5;
    if (start === 0 && (field || open || covered === 1 || wrapped)) return { sure: true, score: 125 };
    // The rest of a short query may be its actual subject: "websocket too many requests".
    const most = field !== undefined || 2 * tellingWeight(tokens.slice(start, end)) >= tellingWeight(tokens);
    const sure = (weight >= sureWeight && most) || covered > 0.75;
    return { sure, score: sure ? 110 + Math.min(weight, 10) : 30 };
  }
  const apart = edge(text, first.start - 1, -1) && edge(text, last.end, 1);
  const sure = weight >= sureWeight || (meant.plain ? false : apart && tellsFailure(lineAt(text, first.start)));
  return { sure, score: sure ? 100 + Math.min(weight, 10) : 40 };
}

/**
 * Whether words follow the number of an HTTP status, and so say no more than the number. A bare number counts as a
 * status unless something points to the catalog.
 */
function isStatusText(text: string, start: number, hinted: boolean): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  const [number] = /(?:^|[\s(:=[])[1-5]\d\d[\])]?:?[ \t]?(?:(?:client|server) error:? ?)?$/.exec(before) ?? [];
  if (number === undefined) return false;
  return (
    !hinted ||
    /(?:http(?:\/[\d.]+)?|status)[\s:=_-]{0,3}(?:code|error)?[\s:=]{0,3}$/.test(before.slice(0, -number.length))
  );
}

/** Whether a message ends here: at the end of a line, a quote, a bracket or other punctuation. */
function edge(text: string, from: number, step: 1 | -1): boolean {
  let place = from;
  for (let n = 0; n < 3 && /[ \t!.]/.test(text.charAt(place)); n++) place += step;
  const character = text.charAt(place);
  return character === '' || /[\n\r"'`:;,()[\]{}<>|=\\]/.test(character);
}
