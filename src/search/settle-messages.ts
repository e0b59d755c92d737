/** Which of the messages that were found are certain, and which entries with a code they speak for. */
import { type Drafts, draftKey } from './candidates.ts';
import type { CodesFound } from './find-codes.ts';
import { isHan } from './text.ts';
import type { Meant, MessageSeen, RecordData, Token } from './types.ts';

/** A text to look for messages in. */
export interface Source {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The whole text is a message: a field of an answer, or what was typed. */
  readonly whole: boolean;
  /** The field of an answer, with the code beside it and the catalogs it looks like. */
  readonly field: MessageSeen | undefined;
}

/** A message found: which entry, where, and how surely. */
export interface Seen {
  readonly record: RecordData;
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  readonly score: number;
  exact: boolean;
  readonly slug: string;
  /** The literal; undefined where a title was found. */
  readonly message: string | undefined;
  /** Only a part of the message is there. */
  readonly near?: true;
  /** It stands behind the number of an HTTP status. */
  readonly status?: boolean;
}

/** A message of so many words is not said by accident. */
export const sureWeight = 3;

/**
 * A field of an answer that looks like no catalog's, or carries another code, may be anybody's: only a
 * longer message tells, or one of a catalog that the text points to.
 */
function isForeign({ record, source: { field, tokens } }: Seen, hints: ReadonlySet<string>): boolean {
  if (!field) return false;
  const [catalog, code] = record;
  if (field.code !== undefined && field.code !== code) return true;
  if (field.fits.has(catalog) || hints.has(catalog)) return false;
  return tokens.reduce((weight, { text }) => weight + (isHan(text) ? 0.5 : 1), 0) < sureWeight;
}

/** Catalogs that a name or a clue points to. */
export const hintsOf = ({ catalogs }: Meant): ReadonlySet<string> =>
  new Set(catalogs.filter(({ by }) => by !== 'shape').map(({ id }) => id));

/** Takes back what is said by accident, or contradicts what is said more plainly. */
export function settle(seen: Seen[], meant: Meant, codes: CodesFound, drafts: Drafts): void {
  const named = new Set(meant.catalogs.filter(({ by }) => by === 'name').map(({ id }) => id));
  const hints = hintsOf(meant);
  const hasCode = ({ record }: Seen): boolean => drafts.get(draftKey(record[0], record[1]))?.why.has('code') ?? false;
  const told = codes.some(({ seen: { from }, meant: records }) => from === 'shape' && records.length > 0);
  const answered = told || codes.some(({ seen: { from } }) => from === 'field');
  const spans = [...seen];
  /** Those that do not make a number a code: words of a longer message, of a part of one, of an HTTP status. */
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
    const othersNamed = named.size > 0 && !named.has(one.record[0]);
    const elsewhere = othersNamed && (meant.plain || group.some(({ record }) => named.has(record[0])));
    // A field's message stands in the text as well.
    const foreign = spans.some((other) => other.record === one.record && isForeign(other, hints));
    if (within || one.status || one.near) weak.add(one);
    if (within || agreed || elsewhere || (told && !hasCode(one)) || foreign) one.exact = false;
  }
  // Of the entries with one code, those whose message is there too.
  for (const { seen: code, records } of codes) {
    // A number beside an answer that tells its own code is no code, whatever words stand there.
    if (answered && (code.from === 'number' || code.from === 'http')) continue;
    const same = records.map((record) => draftKey(record[0], record[1]));
    const agreeing = new Set(
      seen
        .filter((one) => (one.message !== undefined || meant.plain) && !weak.has(one))
        .map(({ record }) => draftKey(record[0], record[1]))
        .filter((key) => same.includes(key)),
    );
    if (agreeing.size === 0) continue;
    for (const key of same) {
      const draft = drafts.get(key);
      if (!draft) continue;
      if (agreeing.has(key)) {
        // Where another catalog is named, its number and words are that catalog's, or HTTP's.
        const foreign = named.size > 0 && !named.has(draft.record[0]);
        if (!foreign && (draft.record[3] === 0 || meant.plain)) draft.exact = true;
        draft.why.add('code');
        draft.why.delete('same-code');
      } else if (draft.exact) {
        draft.exact = false;
        draft.score = Math.min(draft.score, 45);
      }
    }
  }
}
