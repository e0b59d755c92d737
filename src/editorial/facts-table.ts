/** Reads `content/facts/<catalog>.tsv`: the provider's own table, row by row, to check a catalog against. */
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Report } from '../catalog/checks/names.ts';
import type { Finding, Place } from '../catalog/reading/findings.ts';
import { readText } from '../catalog/reading/yaml.ts';
import { quoted } from '../catalog/schema/text.ts';
import { envelopeKinds, retries, statuses } from '../catalog/schema/vocabulary.ts';

/** The columns that a table may have; only `code` is required. `note` is for readers and is not checked. */
const factColumns = [
  'code',
  'status',
  'symbol',
  'documented_message',
  'sdk_message',
  'observed_message',
  'title_en',
  'title_zh_cn',
  'title_zh_tw',
  'retry',
  'wait',
  'envelope_kind',
  'note',
] as const;
export type FactColumn = (typeof factColumns)[number];

/** Allowed values of these columns. */
const vocabularies: Readonly<Partial<Record<FactColumn, readonly string[]>>> = {
  status: statuses,
  retry: retries,
  envelope_kind: envelopeKinds,
};

export interface FactsRow {
  readonly line: number;
  /** Returns a cell's text; empty if the row has nothing there or the table has no such column. */
  cell(column: FactColumn): string;
  place(column: FactColumn): Place;
}

export interface FactsTable {
  /** The path as findings name it. */
  readonly file: string;
  readonly columns: ReadonlySet<FactColumn>;
  readonly rows: readonly FactsRow[];
}

const folder = 'facts';
const extension = '.tsv';

/** Returns the path of a catalog's table, as findings name it. */
const factsFileOf = (catalog: string, contentDir: string, root: string): string =>
  relative(root, join(contentDir, folder, `${catalog}${extension}`))
    .split(sep)
    .join('/');

/** Reports files in the folder of facts that belong to no catalog. */
export function checkFactsFolder(
  contentDir: string,
  root: string,
  catalogs: ReadonlySet<string>,
  report: Report,
): void {
  const path = join(contentDir, folder);
  if (!existsSync(path)) return;
  for (const name of readdirSync(path)) {
    if (name.startsWith('.') || (name.endsWith(extension) && catalogs.has(name.slice(0, -extension.length)))) continue;
    const file = relative(root, join(path, name)).split(sep).join('/');
    report(
      { file, line: 1, column: 1 },
      `no catalog has this name, expected only <catalog>.tsv, as ${[...catalogs][0] ?? 'acme'}.tsv: rename it, or take it out`,
    );
  }
}

/** Reads a catalog's table; undefined if it has none, or one whose columns cannot be determined. */
export function readFacts(
  catalog: string,
  contentDir: string,
  root: string,
  findings: Finding[],
): FactsTable | undefined {
  const path = join(contentDir, folder, `${catalog}${extension}`);
  const file = factsFileOf(catalog, contentDir, root);
  if (!existsSync(path)) return undefined;
  const source = readText(path, file, findings);
  if (source === undefined) return undefined;
  const [head = '', ...lines] = source.split(/\r?\n/);
  const report = (place: Omit<Place, 'file'>, message: string) => findings.push({ file, ...place, message });
  const columns = columnsOf(head, report);
  if (!columns) return undefined;
  const rows = lines.flatMap((text, index) => {
    if (text.trim() === '') return [];
    const row = rowOf(file, index + 2, text.split('\t'), columns);
    const extra = text.split('\t').length - columns.length;
    if (extra > 0) {
      report(
        { line: row.line, column: 1 },
        `the row has ${columns.length + extra} cells, expected ${columns.length} as in the first line: a cell holds no tab`,
      );
    }
    checkVocabulary(row, columns, report);
    return [row];
  });
  return { file, columns: new Set(columns), rows };
}

type ReportHere = (place: Omit<Place, 'file'>, message: string) => void;

const isColumn = (name: string): name is FactColumn => factColumns.some((column) => column === name);

/** Returns the names in the first line; if one of them is wrong, reports it and returns undefined. */
function columnsOf(head: string, report: ReportHere): readonly FactColumn[] | undefined {
  const names = head === '' ? [] : head.split('\t');
  const columns = names.filter(isColumn);
  names.forEach((name, index) => {
    const place = { line: 1, column: columnAt(names, index) };
    if (!isColumn(name)) report(place, `no column ${quoted(name)}, expected one of ${factColumns.join(', ')}`);
    else if (names.indexOf(name) < index) report(place, `the column ${name} stands twice, expected it once`);
  });
  if (!names.includes('code')) report({ line: 1, column: 1 }, 'no column code, expected it in the first line');
  const isSound = columns.length === names.length && new Set(names).size === names.length && names.includes('code');
  return isSound ? columns : undefined;
}

function rowOf(file: string, line: number, cells: readonly string[], columns: readonly FactColumn[]): FactsRow {
  return {
    line,
    cell: (column) => cells[columns.indexOf(column)] ?? '',
    place: (column) => ({ file, line, column: columnAt(cells, Math.max(columns.indexOf(column), 0)) }),
  };
}

/** Returns the column at which a cell begins, counted from 1. */
const columnAt = (cells: readonly string[], index: number): number =>
  cells.slice(0, index).reduce((sum, cell) => sum + cell.length + 1, 1);

function checkVocabulary(row: FactsRow, columns: readonly FactColumn[], report: ReportHere): void {
  for (const column of columns) {
    const known = vocabularies[column];
    const value = row.cell(column);
    // Every row gives the entry's status; other cells are filled in only if they matter.
    if (!known || known.includes(value) || (value === '' && column !== 'status')) continue;
    report(row.place(column), `${column}: found ${quoted(value)}, expected one of ${known.join(', ')}`);
  }
}
