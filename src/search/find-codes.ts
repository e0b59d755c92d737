/** Finds entries by code and by symbol, and works out which catalog's is meant. */

import { type Drafts, draftOf } from './candidates.ts';
import { readRecords } from './data.ts';
import { askedOf, evidenceOf, pointedTo, sure } from './evidence.ts';
import { nameKey } from './text.ts';
import type { CodeSeen, CodeSource, FinderData, Manifest, Meant, RecordData } from './types.ts';

/** What was found for one code of the query. */
export interface CodeFound {
  readonly seen: CodeSeen;
  /** All entries with the code. */
  readonly records: readonly RecordData[];
  /** The certain ones. */
  readonly meant: readonly RecordData[];
  /** Catalogs that the text says the code belongs to. */
  readonly asked: readonly string[];
}

export type CodesFound = readonly CodeFound[];

type Found = Awaited<ReturnType<typeof readRecords>>;

const scores: Readonly<Record<CodeSource | 'other' | 'status', number>> = {
  shape: 100,
  phrase: 90,
  field: 85,
  bare: 80,
  http: 52,
  number: 20,
  /** The same number in another API. */
  other: 15,
  /** An HTTP status beside an answer with its own code. */
  status: 12,
};
/** Factor for a code that is not certain: it still outweighs words shared by chance. */
const likely = 0.6;
/** Scores for a symbol as written in the SDK, as people shorten it, and as words that may equally be a message. */
const symbolScores = { whole: 150, short: 140, words: 130, shortWords: 95 } as const;

/**
 * Looks up the codes and names in a query.
 * @param drafts receives every entry that has one of them, marked exact if its catalog is the one meant
 * @throws what `data` throws
 */
export async function findCodes(
  meant: Meant,
  drafts: Drafts,
  manifest: Manifest,
  data: FinderData,
): Promise<CodeFound[]> {
  // gm-1: a minus after a letter is a hyphen, unless only the negative code exists.
  const negative = (code: string): string | undefined =>
    meant.plain && /^\d/.test(code) && meant.text.includes(`-${code}`) ? `-${code}` : undefined;
  const found = await readRecords(
    [
      ...meant.codes.flatMap(({ code }) => [code, negative(code) ?? code, firstHalf(code)]).map(nameKey),
      ...meant.statuses,
      ...meant.names,
    ],
    manifest,
    data,
  );
  const pointed = pointedTo(meant, manifest);
  const codes: CodeFound[] = [];
  for (const seen of meant.codes) {
    const whole = found.get(nameKey(seen.code));
    let records = withHalves(whole?.byCode ?? [], whole?.bySymbol ?? [], seen.code);
    // If no entry has the second half, the first one alone gives what is known.
    if (records.length === 0) records = found.get(nameKey(firstHalf(seen.code)))?.byCode ?? [];
    const other = negative(seen.code);
    const fits = (record: RecordData): boolean => pointed.length === 0 || pointed.includes(record[0]);
    if (other !== undefined && !records.some(fits)) {
      const signed = (found.get(other)?.byCode ?? []).filter(fits);
      if (signed.length > 0) records = signed;
    }
    const asked = askedOf(seen, meant, manifest);
    const focus: RecordData[] = [];
    for (const record of records) {
      const evidence = evidenceOf(record, records, seen, asked, meant, manifest);
      // In a short query, every entry that is asked for is meant.
      const certain = meant.plain ? evidence !== undefined : (evidence ?? 0) >= sure;
      if (certain) focus.push(record);
      addCode(record, { seen, asked, evidence, certain }, meant, drafts);
    }
    codes.push({ seen, records, meant: focus, asked });
  }
  const owners = new Set([...pointed, ...codes.flatMap(({ asked }) => asked)]);
  for (const status of meant.statuses) addStatus(found.get(status)?.byCode ?? [], owners, drafts);
  addNames(meant, found, pointed, codes, drafts);
  return codes;
}

/** Adds entries for names that may be symbols or codes made of letters. */
function addNames(meant: Meant, found: Found, pointed: readonly string[], codes: CodesFound, drafts: Drafts): void {
  const joined = new Set(
    meant.plain ? (meant.text.match(/[a-z0-9]+(?:_[a-z0-9]+)+/g) ?? []).map(nameKey) : meant.names,
  );
  const told = isTold(codes);
  for (const name of meant.names) {
    const { byCode = [], bySymbol = [] } = found.get(name) ?? {};
    const records = [...byCode, ...bySymbol];
    const asked = records.filter(([id]) => pointed.includes(id));
    const focus = pointed.length > 0 ? asked : records;
    for (const record of records) {
      const draft = draftOf(drafts, record);
      draft.why.add(bySymbol.includes(record) ? 'symbol' : 'code');
      const whole = byCode.includes(record) || nameKey(record[2]) === name;
      // A code is a code even if it is one plain word; the words of a symbol may equally be a message.
      const isName = joined.has(name) || byCode.includes(record);
      const kind = isName ? (whole ? 'whole' : 'short') : whole ? 'words' : 'shortWords';
      // Words beside a code that settles what is meant are not a name.
      // In a paste, a name that is one API's code is not taken for another API's symbol.
      const isCode = meant.plain || byCode.length === 0 || byCode.includes(record);
      const certain = focus.includes(record) && isCode && (joined.has(name) || !told);
      draft.score = Math.max(draft.score, certain ? symbolScores[kind] : 25);
      draft.exact ||= certain;
      if (asked.includes(record)) draft.why.add('catalog');
    }
  }
}

/** Whether a code alone settles which entry is meant, whatever message accompanies it. */
export const isTold = (codes: CodesFound): boolean =>
  codes.some(
    ({ seen: { from, code }, meant: { length } }) =>
      length > 0 && (from === 'shape' || from === 'phrase' || (from === 'bare' && length === 1 && code.length > 4)),
  );

/** Returns the first half of a two-part code: 51008 of 51008_1000. */
const firstHalf = (code: string): string => /^(-?\d+)_\d+$/.exec(code)?.[1] ?? code;

/** Returns the entries with a code and, from catalogs without one, those whose code has it as first half. */
function withHalves(whole: readonly RecordData[], named: readonly RecordData[], code: string): readonly RecordData[] {
  const halves = named.filter((record) => firstHalf(record[1]) === code && record[1] !== code);
  return [...whole, ...halves.filter(([id]) => !whole.some(([other]) => other === id))];
}

/** Handles an HTTP status beside an answer: an API that the text points to may have an entry for it. */
function addStatus(records: readonly RecordData[], owners: ReadonlySet<string>, drafts: Drafts): void {
  for (const record of records) {
    if (!owners.has(record[0]) || record[3] === 1) continue;
    const draft = draftOf(drafts, record);
    draft.score = Math.max(draft.score, scores.status);
    draft.why.add('http');
  }
}

interface Claim {
  readonly seen: CodeSeen;
  readonly asked: readonly string[];
  readonly evidence: number | undefined;
  readonly certain: boolean;
}

function addCode(record: RecordData, { seen, asked, evidence, certain }: Claim, meant: Meant, drafts: Drafts): void {
  const [id, , , success] = record;
  const draft = draftOf(drafts, record);
  draft.evidence = Math.max(draft.evidence, evidence ?? 0);
  const fit = seen.fits.get(id) ?? 0;
  const by = meant.catalogs.find((catalog) => catalog.id === id && asked.includes(id))?.by;
  const weak = seen.from === 'number' || seen.from === 'http';
  const from = weak && meant.plain && by === 'name' ? 'bare' : seen.from;
  const exact = certain && from !== 'http' && from !== 'number';
  // An entry of another API has only the number in common.
  const possible = evidence !== undefined;
  if (success === 1 && !meant.plain) {
    draft.why.add('success');
    draft.score = Math.max(draft.score, exact ? 55 : 5);
  } else {
    draft.exact ||= exact;
    const bonus = fit > 0 ? 20 + Math.min(fit, 60) / 2 : 0;
    const share = exact ? 1 : weak || !possible ? 0 : likely;
    const least = !possible ? scores.other : weak ? scores[from] : 0;
    draft.score = Math.max(draft.score, least, share * (scores[from] + bonus));
  }
  if (!possible) draft.why.add('same-code');
  else draft.why.add(from === 'http' || from === 'number' ? from : 'code');
  if (by === 'name') {
    draft.why.add('catalog');
    draft.score += 30;
  }
  if (fit > 0) draft.why.add('shape');
  if (by === 'clue') {
    draft.why.add('clue');
    draft.score += 10;
  }
  if (exact && !meant.plain && asked.length === 0) draft.why.add('own-code');
}
