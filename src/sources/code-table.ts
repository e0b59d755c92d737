/**
 * A table of codes with tabs between its cells -> the files of a new catalog. Whoever collects a provider's facts in a
 * spreadsheet saves it as such a table; every row is one meaning of one code.
 */
import { parse } from 'csv-parse/sync';
import type { Wait } from '../catalog/schema/files.ts';
import { origins, sightings } from '../catalog/schema/vocabulary.ts';
import { type Locale, locales } from '../locales.ts';
import {
  type DraftEntry,
  type DraftMeaning,
  type DraftTitle,
  draftFiles,
  idsOf,
  type NewCatalog,
  open,
  slugOf,
  undecided,
  unused,
} from './draft.ts';

/** The columns that are read; only `code` must be there. */
export const tableColumns = [
  'code',
  'symbol',
  'group',
  'status',
  'source',
  'message',
  'seen',
  'official_en',
  'official_zh_cn',
  'official_zh_tw',
  'origin',
  'title_en',
  'title_zh_cn',
  'title_zh_tw',
  'slug',
  'problem',
  'retry',
  'wait',
  'fixed_by',
  'envelope',
] as const;
type Column = (typeof tableColumns)[number];
type Row = Readonly<Record<Column, string>>;

export interface CodeTable {
  readonly rows: readonly Row[];
  /** Columns of the table that nothing is known of. */
  readonly ignored: readonly string[];
}

/** What a cell of these columns may hold, beside nothing. */
const vocabularies: Readonly<Partial<Record<Column, readonly string[]>>> = { origin: origins, seen: sightings };

const columnOf = (name: 'official' | 'title', locale: Locale): Column =>
  `${name}_${locale.replace('-', '_')}` as Column;

/** What the library gives with `info`. */
interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads a table whose first line names its columns.
 * @throws SyntaxError naming the line, for a table that cannot be read
 */
export function readCodeTable(text: string): CodeTable {
  const lines = parse(text, {
    bom: true,
    delimiter: '\t',
    quote: false,
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
  }) as unknown as readonly Line[];
  const [head, ...body] = lines;
  const names = head?.record ?? [];
  if (!names.includes('code'))
    throw new SyntaxError(`line 1: no column code, expected the names of the columns, of ${tableColumns.join(', ')}`);
  const rows = body.map(({ record, info }): Row => {
    if (record.length > names.length) {
      throw new SyntaxError(
        `line ${info.lines}: ${record.length} cells, expected ${names.length} as in the first line: a cell holds no tab`,
      );
    }
    const cell = (column: Column): string => (record[names.indexOf(column)] ?? '').trim();
    const row = Object.fromEntries(
      tableColumns.map((column) => [column, names.includes(column) ? cell(column) : '']),
    ) as Row;
    if (row.code === '') throw new SyntaxError(`line ${info.lines}: no code, expected one in every row`);
    for (const column of tableColumns) {
      const known = vocabularies[column];
      if (!known || row[column] === '' || known.includes(row[column])) continue;
      throw new SyntaxError(`line ${info.lines}: ${column}: ${row[column]}, expected one of ${known.join(', ')}`);
    }
    return row;
  });
  const known: ReadonlySet<string> = new Set(tableColumns);
  return { rows, ignored: names.filter((name) => !known.has(name)) };
}

/**
 * The files of a catalog of outlines with all that the table tells. Wordings carry over letter for letter; in messages
 * `%s`, `%d` and the like become `{placeholders}`, by which the finder knows what varies.
 * @param id folder name of the catalog
 * @param today the day on which the documents are taken to be read
 */
export function catalogOfTable({ rows }: CodeTable, id: string, today: string): NewCatalog {
  const ids: Ids = {
    groups: idsOf(
      rows.map(({ group }) => group).filter((group) => group !== ''),
      'group',
    ),
    sources: idsOf(
      rows.flatMap((row) => sourcesOf(row)),
      'source',
    ),
  };
  const entries = [...Map.groupBy(rows, ({ code }) => code).values()].map((each) => entryOf(each, ids));
  const sources = new Set(entries.flatMap((entry) => entry.sources));
  return draftFiles({
    depth: 'outline',
    catalog: {
      kind: undecided,
      provider: { id, homepage: open },
      aliases: [id],
      sources: Object.fromEntries(
        [...sources].map((source) => [source, { title: open, url: open, language: open, read: today }]),
      ),
      envelopes: [{ id: 'http', kind: 'http', language: 'json', template: open }],
      defaultEnvelope: 'http',
      clues: [],
      groups: [...new Set(entries.map(({ group }) => group))],
      limits: [],
      handling: [],
    },
    groupNames: {},
    entries,
    notes: ['Slugs are anchors and stay for ever: mend them before the first publication.'],
  });
}

/** What groups and sources are called in the files, by their names in the table. */
interface Ids {
  readonly groups: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, string>;
}

/** The documents of a row, without the revisions behind them. */
const sourcesOf = ({ source }: Row): string[] =>
  source
    .split(/[,;]/)
    .map((part) => part.trim().replace(/@\S+/, ''))
    .filter((part) => part !== '');

function entryOf(all: readonly Row[], ids: Ids): DraftEntry {
  const rows = all.filter((row, index) => !all.slice(0, index).some((before) => isTwin(before, row)));
  const [first] = rows;
  const slugs = new Set<string>();
  return {
    code: first?.code ?? '',
    symbol: rows.map(({ symbol }) => symbol).find((symbol) => symbol !== ''),
    group: ids.groups.get(first?.group ?? '') ?? 'errors',
    status: first?.status || 'documented',
    sources: [...new Set(rows.flatMap((row) => sourcesOf(row).map((name) => ids.sources.get(name) ?? name)))].concat(
      rows.some(({ source }) => source !== '') ? [] : ['docs'],
    ),
    meanings: rows.map((row) => meaningOf(row, slugs)),
  };
}

const wordings = ['message', 'official_en', 'official_zh_cn', 'official_zh_tw'] as const;

/** A row that repeats what another says of the code. */
const isTwin = (a: Row, b: Row): boolean => wordings.every((column) => a[column] === b[column]);

function meaningOf(row: Row, slugs: Set<string>): DraftMeaning {
  const titles = locales.flatMap((locale): (readonly [Locale, DraftTitle])[] => {
    const official = row[columnOf('official', locale)];
    if (official !== '')
      return [[locale, { title: official, origin: row.origin === 'third-party' ? 'third-party' : 'official' }]];
    const title = row[columnOf('title', locale)];
    return title === '' ? [] : [[locale, { title, origin: 'translated' }]];
  });
  const seen = sightings.find((known) => known === row.seen) ?? 'documented';
  return {
    slug: unused(slugs, row.slug || slugOf([row.symbol, row.message, row.official_en, row.title_en])),
    titles: Object.fromEntries(titles),
    messages: row.message === '' ? [] : [{ text: placeholders(row.message), seen }],
    problem: row.problem || undecided,
    retry: row.retry || undecided,
    wait: waitOf(row.wait),
    fixedBy: row.fixed_by || undecided,
    envelope: row.envelope || undefined,
  };
}

/** `exponential`, `described`, `10` for seconds, or the name of a header. */
function waitOf(cell: string): Wait | undefined {
  if (cell === '') return undefined;
  if (cell === 'exponential' || cell === 'described') return cell;
  const seconds = Number(cell);
  return Number.isNaN(seconds) ? { header: cell } : { seconds };
}

/** `%s` and `%d` of C and Java as `{value}`, with a number where there are several. */
export function placeholders(message: string): string {
  const pattern = /%(?:\d+\$)?[sdfi](?![A-Za-z])/g;
  const count = message.match(pattern)?.length ?? 0;
  let index = 0;
  return message.replace(pattern, () => (count === 1 ? '{value}' : `{value${++index}}`));
}
