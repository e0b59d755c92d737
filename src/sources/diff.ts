/** Compares what a provider's page says with what the catalog contains. */
import type { Catalog, Entry, Meaning } from '../catalog/model.ts';
import { noErrors } from '../catalog/schema/vocabulary.ts';
import { locales } from '../locales.ts';
import { countCodes, type Page } from './saved-page/page.ts';
import type { PageRow } from './saved-page/types.ts';
import { isKnown, normalise } from './wording.ts';

export type Difference =
  /** A code on the page that the catalog lacks, or does not list as documented. */
  | {
      readonly kind: 'added';
      readonly code: string;
      readonly line: number;
      readonly says: readonly string[];
      readonly note: string | undefined;
    }
  /** A documented code, or one of its meanings, that the page no longer has. */
  | {
      readonly kind: 'removed';
      readonly code: string;
      readonly meaning: string | undefined;
      readonly holds: readonly string[];
    }
  /** A wording of the page that the catalog does not have for the code. */
  | {
      readonly kind: 'reworded';
      readonly code: string;
      readonly line: number;
      readonly says: string;
      readonly holds: readonly string[];
    }
  /** A row of a table of codes in which no code is recognised. */
  | { readonly kind: 'unread'; readonly line: number; readonly says: string };

type Kind = Difference['kind'];

/**
 * Compares a page with a catalog. Of the catalog, only what the provider publishes counts: titles that are
 * not translated, in any language, messages and symbols; and only of entries that are documented.
 * @returns added, removed and reworded codes, then rows that could not be read; in the order of the page,
 * but codes that it lacks in that of the catalog
 */
export function comparePage(catalog: Catalog, page: Page): readonly Difference[] {
  const entries = new Map(catalog.entries.map((entry) => [entry.code, entry]));
  const rowsByCode = Map.groupBy(page.rows, ({ code }) => code);
  const differences: Difference[] = [];
  for (const [code, rows] of rowsByCode) {
    const entry = entries.get(code);
    if (entry?.status === 'documented') differences.push(...compareEntry(entry, rows, page));
    else {
      const says = distinct(rows.flatMap(wordings));
      const note = entry && `the catalog has it as ${entry.status}`;
      differences.push({ kind: 'added', code, line: rows[0]?.line ?? 1, says, note });
    }
  }
  for (const entry of catalog.entries) {
    if (entry.status === 'documented' && !rowsByCode.has(entry.code) && !isUnlistedSuccess(entry))
      differences.push({ kind: 'removed', code: entry.code, meaning: undefined, holds: published(entry) });
  }
  for (const { line, text } of page.unread) differences.push({ kind: 'unread', line, says: text });
  const order: readonly Kind[] = ['added', 'removed', 'reworded', 'unread'];
  return differences.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function compareEntry(entry: Entry, rows: readonly PageRow[], page: Page): readonly Difference[] {
  const { code, meanings } = entry;
  const said = [
    ...rows.flatMap((row) =>
      wordings(row).map((text) => ({ text, line: row.line, mayRunOn: row.mayRunOn, example: false })),
    ),
    ...page.answers
      .filter((answer) => answer.code === code)
      .map(({ message, line }) => ({ text: message, line, mayRunOn: false, example: true })),
  ];
  const scripts = new Set(rows.flatMap(({ title, messages }) => [title ?? [], messages].flat()).map(isChinese));
  const holds = published(entry);
  const reworded = new Map<string, Difference>();
  for (const { text, line, mayRunOn, example } of said) {
    // An example does not reword what the page itself words in the same script.
    if (example && scripts.has(isChinese(text))) continue;
    const key = normalise(text);
    if (!isKnown(text, holds, mayRunOn) && !reworded.has(key))
      reworded.set(key, { kind: 'reworded', code, line, says: text, holds });
  }
  if (reworded.size > 0) return [...reworded.values()];
  // Of several meanings each must still be on the page. If the page words none, none can be missing.
  if (meanings.length === 1 || said.length === 0) return [];
  return meanings
    .filter((meaning) => !said.some(({ text, mayRunOn }) => isKnown(text, publishedOf(meaning), mayRunOn)))
    .map((meaning) => ({ kind: 'removed', code, meaning: meaning.slug, holds: publishedOf(meaning) }));
}

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Whether an entry is not an error and has no documented wording: no table of errors ever listed it. */
const isUnlistedSuccess = ({ meanings }: Entry): boolean =>
  meanings.every(
    ({ problem, text, messages }) =>
      noErrors.has(problem.category) &&
      locales.every((locale) => text[locale].origin === 'translated') &&
      messages.every(({ seen }) => seen !== 'documented'),
  );

const wordings = ({ symbol, title, messages }: PageRow): readonly string[] =>
  [symbol, ...messages, title].filter((text) => text !== undefined);

/** Returns what the provider has published about a meaning. */
const publishedOf = (meaning: Meaning): readonly string[] =>
  distinct([
    ...locales
      .map((locale) => meaning.text[locale])
      .flatMap(({ origin, title, former }) => [
        ...(origin === 'translated' ? [] : [title]),
        // A page that was saved long ago says what was official then.
        ...former.map((wording) => wording.title),
      ]),
    ...meaning.messages.flatMap(({ text, example }) => (example === undefined ? [text] : [text, example])),
  ]);

const published = (entry: Entry): readonly string[] =>
  distinct([...entry.meanings.flatMap(publishedOf), ...(entry.symbol === undefined ? [] : [entry.symbol])]);

/** Returns each wording once, as it was first written. */
const distinct = (texts: readonly string[]): readonly string[] =>
  [...new Map(texts.toReversed().map((text) => [normalise(text), text])).values()].toReversed();

/** Writes one line per difference and one for the total, for people and for a diff of two runs. */
export function formatDifferences(catalog: string, page: Page, differences: readonly Difference[]): readonly string[] {
  const count = countCodes(page.rows);
  const codes = `${count} ${count === 1 ? 'code' : 'codes'} on the page`;
  const kinds = Map.groupBy(differences, ({ kind }) => kind);
  const sums = [...kinds].map(([kind, each]) => `${each.length} ${kind}`);
  return [
    ...differences.map(formatDifference),
    sums.length === 0 ? `${catalog}: ${codes}, no difference` : `${catalog}: ${codes}; ${sums.join(', ')}`,
  ];
}

function formatDifference(difference: Difference): string {
  switch (difference.kind) {
    case 'added': {
      const { code, line, says, note } = difference;
      return `added ${code} (line ${line}): ${quoted(says)}${note === undefined ? '' : `; ${note}`}`;
    }
    case 'removed': {
      const { code, meaning, holds } = difference;
      return `removed ${code}${meaning === undefined ? '' : ` (meaning ${meaning})`}: ${quoted(holds)}`;
    }
    case 'reworded': {
      const { code, line, says, holds } = difference;
      return `reworded ${code} (line ${line}): ${quoted([says])}; the catalog has ${quoted(holds)}`;
    }
    case 'unread':
      return `unread (line ${difference.line}): no code recognised in ${quoted([difference.says])}`;
  }
}

const quoted = (texts: readonly string[]): string =>
  texts.length === 0 ? 'no wording' : texts.map((text) => JSON.stringify(text)).join(', ');
