/** Entries by code and by symbol, and which catalog's is meant. */

import { type Drafts, draftOf } from './candidates.ts';
import { readRecords } from './data.ts';
import { nameKey } from './text.ts';
import type { CodeSeen, CodeSource, FinderData, Manifest, Meant, RecordData } from './types.ts';

/** What was found for one code of the query. */
export interface CodeFound {
  readonly seen: CodeSeen;
  /** All entries with the code. */
  readonly records: readonly RecordData[];
  /** Those of the catalogs that are meant. */
  readonly meant: readonly RecordData[];
}

export type CodesFound = readonly CodeFound[];

const scores: Readonly<Record<CodeSource, number>> = {
  shape: 100,
  phrase: 90,
  field: 85,
  bare: 80,
  http: 52,
  number: 20,
};
/** A symbol as it stands in the SDK, as people shorten it, and in words that may as well be a message. */
const symbolScores = { whole: 150, short: 140, words: 130, shortWords: 95 } as const;

/**
 * Looks up the codes and names of a query.
 * @param drafts gets every entry that has one of them, as exact where its catalog is the one that is meant
 * @throws what `data` throws
 */
export async function findCodes(
  meant: Meant,
  drafts: Drafts,
  manifest: Manifest,
  data: FinderData,
): Promise<CodeFound[]> {
  // gm-1: a minus after a letter joins, unless only the code with it exists.
  const negative = (code: string): string | undefined =>
    meant.plain && /^\d/.test(code) && meant.text.includes(`-${code}`) ? `-${code}` : undefined;
  const found = await readRecords(
    [
      ...meant.codes.flatMap(({ code }) => [code, negative(code) ?? code, firstHalf(code)]).map(nameKey),
      ...meant.names,
    ],
    manifest,
    data,
  );
  const named = idsBy(meant, 'name');
  const clues = idsBy(meant, 'clue');
  const codes: CodeFound[] = [];
  for (const seen of meant.codes) {
    const whole = found.get(nameKey(seen.code));
    let records = withHalves(whole?.byCode ?? [], whole?.bySymbol ?? [], seen.code);
    // A second half that no entry has: the first alone says what is known.
    if (records.length === 0) records = found.get(nameKey(firstHalf(seen.code)))?.byCode ?? [];
    const other = negative(seen.code);
    const fits = (record: RecordData): boolean => named.size === 0 || named.has(record[0]);
    if (other !== undefined && !records.some(fits)) {
      const signed = (found.get(other)?.byCode ?? []).filter(fits);
      if (signed.length > 0) records = signed;
    }
    const focus = inFocus(records, seen, named, clues, meant.plain);
    codes.push({ seen, records, meant: focus });
    for (const record of records) addCode(record, focus.includes(record), seen, meant, drafts, named, clues);
  }
  const joined = new Set(
    meant.plain ? (meant.text.match(/[a-z0-9]+(?:_[a-z0-9]+)+/g) ?? []).map(nameKey) : meant.names,
  );
  for (const name of meant.names) {
    const { byCode = [], bySymbol = [] } = found.get(name) ?? {};
    const records = [...byCode, ...bySymbol];
    const focus = inFocus(records, undefined, named, clues, meant.plain);
    for (const record of records) {
      const draft = draftOf(drafts, record);
      draft.why.add(bySymbol.includes(record) ? 'symbol' : 'code');
      const whole = byCode.includes(record) || nameKey(record[2]) === name;
      // A code is a code, also where it is one plain word; what a symbol says may as well be a message.
      const isName = joined.has(name) || byCode.includes(record);
      const kind = isName ? (whole ? 'whole' : 'short') : whole ? 'words' : 'shortWords';
      draft.score = Math.max(draft.score, focus.includes(record) ? symbolScores[kind] : 25);
      draft.exact ||= focus.includes(record);
      if (named.has(record[0])) draft.why.add('catalog');
    }
  }
  return codes;
}

/** 51008 of 51008_1000. */
const firstHalf = (code: string): string => /^(-?\d+)_\d+$/.exec(code)?.[1] ?? code;

/** Entries with a code, and, of catalogs that have none, those of which it is the first half. */
function withHalves(whole: readonly RecordData[], named: readonly RecordData[], code: string): readonly RecordData[] {
  const halves = named.filter((record) => firstHalf(record[1]) === code && record[1] !== code);
  return [...whole, ...halves.filter(([id]) => !whole.some(([other]) => other === id))];
}

const idsBy = (meant: Meant, by: string): ReadonlySet<string> =>
  new Set(meant.catalogs.filter((catalog) => catalog.by === by).map(({ id }) => id));

/**
 * Which of the entries with a code are meant: those of the catalogs that the answer's shape fits best, narrowed
 * by names and clues; without a shape those that are named, else pointed to, else all. A shape whose
 * catalogs do not have the code leaves none, unless another catalog is named or pointed to.
 */
function inFocus(
  records: readonly RecordData[],
  seen: CodeSeen | undefined,
  named: ReadonlySet<string>,
  clues: ReadonlySet<string>,
  plain: boolean,
): readonly RecordData[] {
  const byName = records.filter(([id]) => named.has(id));
  const byClue = records.filter(([id]) => clues.has(id));
  const hinted = records.filter(([id]) => named.has(id) || clues.has(id));
  if (seen && seen.fits.size > 0) {
    const best = Math.max(...seen.fits.values());
    const all = records.filter(([id]) => seen.fits.has(id));
    // A catalog whose answers look otherwise, only not so much that it could not be, is near.
    const fitting = all.filter(([id]) => seen.fits.get(id) === best);
    const both = all.filter((record) => hinted.includes(record));
    if (both.length > 0) return both;
    if (byName.length > 0) return [...fitting, ...byName];
    return fitting.length > 0 ? fitting : byClue;
  }
  if (byName.length > 0) return byName;
  // A short query that names a catalog means no other one.
  if (plain && named.size > 0) return [];
  return byClue.length > 0 ? byClue : records;
}

function addCode(
  record: RecordData,
  focused: boolean,
  seen: CodeSeen,
  meant: Meant,
  drafts: Drafts,
  named: ReadonlySet<string>,
  clues: ReadonlySet<string>,
): void {
  const [id, , , success] = record;
  const draft = draftOf(drafts, record);
  const fit = seen.fits.get(id) ?? 0;
  const byName = named.has(id);
  const weak = seen.from === 'number' || seen.from === 'http';
  const from = weak && meant.plain && byName ? 'bare' : seen.from;
  // A field called code may hold anything: one or two digits alone say little.
  const short = from === 'field' && seen.code.replace('-', '').length < 3 && !byName && !clues.has(id);
  const sure = focused && from !== 'http' && from !== 'number' && !short;
  if (success === 1 && !meant.plain) {
    draft.why.add('success');
    draft.score = Math.max(draft.score, sure ? 55 : 5);
  } else {
    draft.exact ||= sure;
    draft.score = Math.max(
      draft.score,
      sure ? scores[from] + (fit > 0 ? 20 + Math.min(fit, 60) / 2 : 0) : focused ? scores[from] : 15,
    );
  }
  if (focused || sure) {
    if (from === 'http' || from === 'number') draft.why.add(from);
    else draft.why.add('code');
  } else draft.why.add('same-code');
  if (byName) {
    draft.why.add('catalog');
    draft.score += 30;
  }
  if (fit > 0) draft.why.add('shape');
  if (clues.has(id)) {
    draft.why.add('clue');
    draft.score += 10;
  }
}
