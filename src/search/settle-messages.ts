/** Decides which of the messages found are certain, and which entries with a code they support. */
import { type Drafts, draftKey } from './candidates.ts';
import { literalWeight, pointedTo, providerOf, sure } from './evidence.ts';
import { type CodesFound, isTold } from './find-codes.ts';
import { isHan } from './text.ts';
import type { Manifest, Meant, MessageSeen, RecordData, Token } from './types.ts';

/** A text to look for messages in. */
export interface Source {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Whether the whole text is a message: a field of an answer, or what was typed. */
  readonly whole: boolean;
  /** The field of an answer, with the code beside it and the catalogs that the answer looks like. */
  readonly field: MessageSeen | undefined;
}

/** A message that was found: its entry, its position, and how certain it is. */
export interface Seen {
  readonly record: RecordData;
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  readonly score: number;
  exact: boolean;
  readonly slug: string;
  /** The literal; undefined if a title was found. */
  readonly message: string | undefined;
  /** Whether only part of the message was found. */
  readonly near?: true;
  /** Whether it follows the number of an HTTP status. */
  readonly status?: boolean;
}

/** A message with at least this weight in words is not there by accident. */
export const sureWeight = 3;

/**
 * Whether a message may belong to any API: its answer has another code, or does not look like this catalog's while the
 * message is short and the text does not point to the catalog.
 */
function isForeign({ record, source: { field, tokens } }: Seen, hints: ReadonlySet<string>): boolean {
  if (!field) return false;
  const [catalog, code] = record;
  if (field.code !== undefined && field.code !== code) return true;
  if (field.fits.has(catalog) || hints.has(catalog)) return false;
  return tokens.reduce((weight, { text }) => weight + (isHan(text) ? 0.5 : 1), 0) < sureWeight;
}

/** Whether entries of other providers have the same text. */
const isShared = ({ record: [id], start, end }: Seen, group: readonly Seen[], manifest: Manifest): boolean =>
  group.some(
    (other) =>
      other.start === start && other.end === end && providerOf(other.record[0], manifest) !== providerOf(id, manifest),
  );

/** Returns the catalogs that a name or a clue points to. */
export const hintsOf = ({ catalogs }: Meant): ReadonlySet<string> =>
  new Set(catalogs.filter(({ by }) => by !== 'shape').map(({ id }) => id));

/** Drops matches that are accidental or that a clearer match contradicts. */
export function settle(seen: Seen[], meant: Meant, codes: CodesFound, drafts: Drafts, manifest: Manifest): void {
  const pointed = new Set(pointedTo(meant, manifest));
  const hints = hintsOf(meant);
  const hasCode = ({ record }: Seen): boolean => drafts.get(draftKey(record[0], record[1]))?.why.has('code') ?? false;
  const told = isTold(codes);
  const answered = told || codes.some(({ seen: { from } }) => from === 'field');
  const spans = [...seen];
  /** Matches that do not make a number a code: words of a longer message, of part of one, of an HTTP status. */
  const weak = new Set<Seen>();
  for (const one of seen) {
    // "too many requests" within "too many requests and connection will be closed".
    const within = spans.some(
      (other) =>
        other.message !== undefined &&
        other.source === one.source &&
        other.start <= one.start &&
        other.end >= one.end &&
        other.end - other.start > one.end - one.start,
    );
    const group = spans.filter((other) => other.source.text === one.source.text && other.exact);
    const agreed = group.some(hasCode) && !hasCode(one);
    const elsewhere = pointed.size > 0 && !pointed.has(one.record[0]);
    // In a paste, a text shared by several APIs identifies none of them.
    const anybodys = !meant.plain && pointed.size === 0 && !hasCode(one) && isShared(one, group, manifest);
    // A field's message is also found in the text as a whole.
    const foreign = spans.some((other) => other.record === one.record && isForeign(other, hints));
    if (within || one.status || one.near) weak.add(one);
    if (within || agreed || elsewhere || anybodys || (told && !hasCode(one)) || foreign) one.exact = false;
  }
  // Among the entries with one code, keep those whose message was found too.
  for (const { seen: code, records, asked } of codes) {
    // A number beside an answer with its own code is not a code, whatever words are near it.
    if (answered && (code.from === 'number' || code.from === 'http')) continue;
    const same = records.map((record) => draftKey(record[0], record[1]));
    // If the API is known, part of a message is enough.
    const isNear = ({ near, record: [id] }: Seen): boolean => near === true && asked.includes(id);
    const agreeing = new Map(
      seen
        .filter((one) => (one.message !== undefined || meant.plain) && (!weak.has(one) || isNear(one)))
        .map((one) => [draftKey(one.record[0], one.record[1]), one] as const)
        .filter(
          ([
            key,
            {
              record: [id],
            },
          ]) => same.includes(key) && (asked.length === 0 || asked.includes(id)),
        ),
    );
    if (agreeing.size === 0) continue;
    for (const key of same) {
      const draft = drafts.get(key);
      if (!draft) continue;
      const one = agreeing.get(key);
      if (one) {
        const says = draft.evidence + literalWeight(one.source.tokens.slice(one.start, one.end));
        if (meant.plain || (draft.record[3] === 0 && says >= sure)) draft.exact = true;
        draft.why.add('code');
        draft.why.delete('same-code');
      } else if (draft.exact) {
        draft.exact = false;
        draft.score = Math.min(draft.score, 45);
      }
    }
  }
}
