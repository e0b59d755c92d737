/** Finds the entries that a text means. The text itself is sent nowhere: only files of the site are read. */

import { catalogName, type Draft, type Drafts, toHit } from './candidates.ts';
import { besideCode } from './codes.ts';
import { pointedTo } from './evidence.ts';
import { findCodes } from './find-codes.ts';
import type { TextFound } from './find-text.ts';
import { isCodeWithName } from './manifest.ts';
import { nameKey } from './text.ts';
import type { Answer, FinderData, FindOptions, Hit, Manifest, Meant } from './types.ts';
import { noFields, understand } from './understand.ts';

const similarHits = 6;
const exactHits = 60;
const longestMessage = 200;

/**
 * Answers a query: a code, a symbol, a message, words, or a whole paste.
 * @param query any text, even empty; over 100,000 characters, the middle is cut out
 * @throws what `data` throws when a file cannot be read, nothing else
 */
export async function find(query: string, data: FinderData, options: FindOptions = {}): Promise<Answer> {
  // The reader of answers in pastes is loaded separately, so that a code does not wait for it.
  const [manifest, readFields] = await Promise.all([
    data.loadManifest(query),
    isCodeWithName(query) ? noFields : import('./envelopes.ts').then((module) => module.readFields),
  ]);
  const meant = understand(query, manifest, readFields);
  const drafts: Drafts = new Map();
  const codes = await findCodes(meant, drafts, manifest, data);
  const rest = meant.plain && meant.codes.length > 0 ? meant.rest.filter((token) => !besideCode(token)) : meant.rest;
  let found: TextFound = { words: [], unknown: [] };
  const isMore = !meant.plain || rest.length > 0 || codes.some((code) => code.meant.length === 0);
  if (isMore && !isFoundName(meant, drafts)) {
    // Loaded separately, so that the first answer for a code does not wait for what it does not need.
    const { findText } = await import('./find-text.ts');
    found = await findText(meant, rest, codes, drafts, isCapitalCode(meant, drafts), manifest, data);
  }
  const all = [...drafts.values()].sort((a, b) => b.score - a.score || place(a, manifest) - place(b, manifest));
  const hits = (list: readonly Draft[]): Hit[] => list.map((draft) => toHit(draft, manifest));
  const exact = hits(all.filter((draft) => draft.exact).slice(0, exactHits));
  const elsewhere = new Set(found.unknown.flatMap((each) => each.elsewhere.map(({ path }) => path)));
  const similar = hits(all.filter((draft) => !draft.exact && draft.score > 0))
    .filter(({ path }) => !elsewhere.has(path))
    .slice(0, options.similar ?? similarHits);
  const [message] = meant.messages;
  const told = new Set([...pointedTo(meant, manifest), ...codes.flatMap(({ asked }) => asked)]);
  const useful = similar.some(({ why }) => (['message', 'title', 'words'] as const).some((way) => why.includes(way)));
  return {
    exact,
    similar,
    // Codes one slip away are only a guess: what the words find is better.
    unknown: useful ? found.unknown.map((each) => ({ ...each, neighbours: [] })) : found.unknown,
    understood: {
      codes: codes
        .filter(
          ({ seen: { from, code }, records }) =>
            meant.plain || records.length > 0 || (from !== 'number' && /^-?\d+$/.test(code)),
        )
        .map(({ seen: { code, from } }) => ({ code, from })),
      catalogs: meant.catalogs
        .filter(({ id }) => told.has(id))
        .map(({ id, by }) => ({ ...catalogName(id, manifest), by })),
      message: message?.text.slice(0, longestMessage).replace(/[\ud800-\udbff]$/, ''),
      words: found.words,
      plain: meant.plain,
    },
    share: shareOf(meant, exact, found, new Set(all.map(({ record }) => nameKey(record[1])))),
  };
}

/**
 * Whether a query is one name as programs write it, with or without a catalog's name, and some entry has it: then no
 * message says the same, and a number in it is not a code.
 */
function isFoundName({ plain, text, rest, codes }: Meant, drafts: Drafts): boolean {
  const written = text.slice(rest[0]?.start, rest.at(-1)?.end);
  if (!plain || !/^[a-z0-9]+(?:_[a-z0-9]+)+$/.test(written) || codes.some(({ from }) => from !== 'number'))
    return false;
  const key = nameKey(written);
  return [...drafts.values()].some(
    ({ exact, record: [, code, symbol] }) => exact && (nameKey(code) === key || nameKey(symbol) === key),
  );
}

/**
 * Whether a query is one word in capitals that is exactly a code: it may also be a message, but not a search for words.
 */
const isCapitalCode = ({ plain, written }: Meant, drafts: Drafts): boolean =>
  plain &&
  /^[A-Z]{4,}$/.test(written) &&
  [...drafts.values()].some(({ exact, record }) => exact && record[1] === written);

/**
 * Returns where an entry comes among others with the same score: the codes that people meet most are those written in
 * full, so they come first; then in the catalogs' own order, and within one in the order of codes.
 */
function place({ record }: Draft, manifest: Manifest): number {
  const number = Number(record[1]);
  return (
    (record[5] === 1 ? 0 : 1e15) +
    manifest.catalogs.findIndex(({ id }) => id === record[0]) * 1e9 +
    (Number.isFinite(number) ? Math.min(Math.abs(number), 1e8) : 1e8)
  );
}

/**
 * Maximum length of an unknown number that may be shared. A longer one may be anything: an account, a key, somebody's
 * phone number.
 */
const longestUnknown = 6;

/**
 * Builds a query that may go into an address: codes, catalogs and words of the index, nothing else from the input.
 * @param known keys of the codes that were found
 */
function shareOf(
  meant: Meant,
  exact: readonly Hit[],
  { words, unknown }: TextFound,
  known: ReadonlySet<string>,
): string | undefined {
  const [first] = exact;
  const missing = unknown.find(({ code }) => code.length <= longestUnknown);
  // If the same code fits equally in several catalogs, a link must not choose one of them.
  const alike = exact.length > 1 && exact.every(({ code }) => code === first?.code);
  const entry = first && (alike ? first.code : `${first.catalog.id} ${first.code}`);
  if (!meant.plain) return entry ?? (missing && [missing.catalog?.id, missing.code].filter(Boolean).join(' '));
  const names = meant.catalogs.filter(({ by }) => by === 'name').map(({ id }) => id);
  const codes = meant.codes
    .filter(({ from, code }) => from !== 'number' && (known.has(nameKey(code)) || code.length <= longestUnknown))
    .map(({ code }) => code);
  const parts = [...names, ...codes, ...words];
  if (!first || codes.length + words.length > 0) return parts.join(' ') || undefined;
  // A query that was found as a whole is replaced by the catalog's own words.
  return exact.length === 1 ? entry : first.why.includes('symbol') ? first.symbol : (first.message ?? first.title);
}
