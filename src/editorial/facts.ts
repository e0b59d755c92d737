/** Checks that a catalog contains exactly what the provider's table says, letter for letter, and nothing else. */
import type { Path, Report } from '../catalog/checks/names.ts';
import type { CatalogFiles } from '../catalog/load.ts';
import type { EntryData, MeaningData, Wait } from '../catalog/schema/files.ts';
import { harmless, quoted } from '../catalog/schema/text.ts';
import { type Seen, sightings } from '../catalog/schema/vocabulary.ts';
import { locales } from '../locales.ts';
import { isLiteralOf, messageColumns, rowsByMeaning, titleColumns } from './facts-rows.ts';
import type { FactColumn, FactsRow, FactsTable } from './facts-table.ts';

/** Returns the place to add to every finding about a value: either side may be wrong. */
const asIn = ({ file }: FactsTable, { line }: FactsRow): string => `as ${file}:${line} has it`;

/** Reports every difference between a catalog and its table of facts. */
export function checkFacts(files: CatalogFiles, table: FactsTable, report: Report): void {
  const { codes } = files;
  if (!codes.data) return;
  const known = new Set(codes.data.map(({ code }) => code));
  for (const row of table.rows) {
    const code = row.cell('code');
    if (known.has(code)) continue;
    report(
      row.place('code'),
      `the code ${quoted(code)} is not in ${codes.file}, expected its entry there; where the provider has dropped the code, write retired as its status`,
    );
  }
  codes.data.forEach((entry, index) => {
    checkEntry(files, entry, index, table, report);
  });
}

function checkEntry(files: CatalogFiles, entry: EntryData, index: number, table: FactsTable, report: Report): void {
  const { codes } = files;
  const rows = table.rows.filter((row) => row.cell('code') === entry.code);
  if (rows.length === 0) {
    report(
      codes.at([index, 'code']),
      `the code ${quoted(entry.code)} has no row in ${table.file}, expected one: the table holds every code of its catalog`,
    );
    return;
  }
  const facts = { status: entry.status, symbol: entry.symbol ?? '' } as const;
  for (const column of ['status', 'symbol'] as const) {
    const row = rows.find((row) => row.cell(column) !== facts[column]);
    if (!table.columns.has(column) || !row || (column === 'status' && row.cell(column) === '')) continue;
    report(codes.at([index, column]), told(column, facts[column], row.cell(column), asIn(table, row)));
  }
  const byMeaning = rowsByMeaning(files, entry, table);
  for (const row of byMeaning.get(undefined) ?? []) {
    report(
      row.place('code'),
      `no meaning of ${quoted(entry.code)} in ${codes.file} has the messages or titles of this row, expected one that has: its messages tell the meanings of a code apart`,
    );
  }
  entry.meanings.forEach((meaning, number) => {
    const own = byMeaning.get(meaning);
    const path = [index, 'meanings', number];
    if (own) checkMeaning(files, { entry, meaning, path, rows: own, table }, report);
    else {
      report(
        codes.at([...path, 'slug']),
        `no row of ${quoted(entry.code)} in ${table.file} belongs to the meaning ${quoted(meaning.slug)}, expected one with its message`,
      );
    }
  });
}

/** A meaning with its rows, at least one. */
interface Case {
  readonly entry: EntryData;
  readonly meaning: MeaningData;
  readonly path: Path;
  readonly rows: readonly FactsRow[];
  readonly table: FactsTable;
}

function checkMeaning(files: CatalogFiles, one: Case, report: Report): void {
  for (const seen of sightings) checkMessages(files, one, seen, report);
  checkTitles(files, one, report);
  const { meaning, path, rows, table } = one;
  const { envelopes = [], defaultEnvelope } = files.catalog.data ?? {};
  const envelope = envelopes.find(({ id }) => id === (meaning.envelope ?? defaultEnvelope));
  const facts = [
    ['retry', 'retry', meaning.retry],
    ['wait', 'wait', waitText(meaning.wait)],
    ['envelope_kind', 'envelope', envelope?.kind],
  ] as const;
  for (const [column, key, found] of facts) {
    // An empty cell says nothing: these columns are for values that must not be changed without thought.
    const row = rows.find((row) => row.cell(column) !== '' && row.cell(column) !== found);
    if (!row || (column === 'envelope_kind' && found === undefined)) continue;
    const name = column === 'envelope_kind' ? 'kind of the envelope' : key;
    report(files.codes.at([...path, key]), told(name, found ?? '', row.cell(column), asIn(table, row)));
  }
}

/** Formats a waiting time as in a cell: `exponential`, `seconds: 10`, `header: Retry-After`. */
const waitText = (wait: Wait | undefined): string =>
  typeof wait === 'object'
    ? Object.entries(wait)
        .map((pair) => pair.join(': '))
        .join()
    : (wait ?? '');

const told = (name: string, found: string, expected: string, why: string): string => {
  // In full: two long texts may differ only in their last letter.
  const shown = (value: string) => (value === '' ? 'none' : `"${harmless(value)}"`);
  return `${name}: found ${shown(found)}, expected ${shown(expected)}, ${why}; fix the wrong one`;
};

/** Checks the messages of one kind, in the order of the rows: examples show the first. */
function checkMessages(
  { codes }: CatalogFiles,
  { meaning, path, rows, table }: Case,
  seen: Seen,
  report: Report,
): void {
  const column: FactColumn = messageColumns[seen];
  if (!table.columns.has(column)) return;
  const expected = new Map<string, FactsRow>();
  for (const row of rows) {
    const literal = row.cell(column);
    if (literal !== '' && !expected.has(literal)) expected.set(literal, row);
  }
  const found = meaning.messages
    .map((message, index) => ({ message, index }))
    .filter(({ message }) => message.seen === seen);
  // Each row accounts for one message, so a literal that appears twice is one too many.
  const unmet = new Map(expected);
  const strange = found.filter(({ message }) => {
    const literal = unmet.keys().find((one) => isLiteralOf(one, message));
    return literal === undefined || !unmet.delete(literal);
  });
  const missing = [...unmet];
  for (const { message, index } of strange) {
    const [literal, row] = missing.shift() ?? [];
    const where = codes.at([...path, 'messages', index, message.example === undefined ? 'text' : 'example']);
    const value = message.example ?? message.text;
    if (literal !== undefined && row) report(where, told(`${seen} message`, value, literal, asIn(table, row)));
    else
      report(
        where,
        `the ${seen} message ${quoted(value)} has no row of its own in ${table.file}, expected it there under ${column}, or not here`,
      );
  }
  for (const [literal, row] of missing) {
    report(
      codes.at([...path, 'messages']),
      `the ${seen} message ${quoted(literal)} is missing, expected it here ${asIn(table, row)}`,
    );
  }
  if (strange.length + unmet.size > 0) return;
  const order = [...expected.keys()];
  const moved = found.find(({ message }, index) => !isLiteralOf(order[index] ?? '', message));
  if (!moved) return;
  report(
    codes.at([...path, 'messages', moved.index]),
    `the ${seen} messages stand in another order than in ${table.file}, expected ${order.map(quoted).join(', ')}: an example shows the first`,
  );
}

/** Checks that titles published by the provider match letter for letter, and that no other claims to be official. */
function checkTitles({ texts }: CatalogFiles, { entry, meaning, rows, table }: Case, report: Report): void {
  for (const locale of locales) {
    const column = titleColumns[locale];
    const text = texts[locale].data?.codes[entry.code]?.[meaning.slug];
    if (!text) continue;
    const at = (key: string) => texts[locale].at(['codes', entry.code, meaning.slug, key]);
    const [first, ...others] = rows.filter((row) => row.cell(column) !== '');
    if (!first) {
      if (text.origin === 'translated') continue;
      report(
        at('origin'),
        `origin: ${text.origin}, but no row of ${quoted(entry.code)} in ${table.file} has a title under ${column}, expected translated, or the title there as the provider published it`,
      );
      continue;
    }
    const title = first.cell(column);
    for (const row of others.filter((row) => row.cell(column) !== title)) {
      report(row.place(column), `another title than on line ${first.line}, expected the same in all rows of a meaning`);
    }
    if (text.title !== title) report(at('title'), told('official title', text.title, title, asIn(table, first)));
    if (text.origin === 'translated')
      report(
        at('origin'),
        told('origin', text.origin, 'official or third-party', `since ${table.file}:${first.line} has the title`),
      );
  }
}
