/**
 * A tab-separated table of codes -> the files of a new catalog. A provider's facts collected in a spreadsheet can be
 * saved as such a table. Rows of one code with the same slug are one meaning, with several messages. So are rows
 * without a slug that have the same titles or, without titles, the same message, unless other columns contradict each
 * other. Any other row is a meaning of its own.
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

/** The columns that are read; only `code` is required. */
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
type Row = Readonly<Record<Column, string>> & { readonly line: number };

export interface CodeTable {
  readonly rows: readonly Row[];
  /** Unknown columns of the table. */
  readonly ignored: readonly string[];
}

/** The values that cells of these columns may have, unless they are empty. */
const vocabularies: Readonly<Partial<Record<Column, readonly string[]>>> = { origin: origins, seen: sightings };

const columnOf = (name: 'official' | 'title', locale: Locale): Column =>
  `${name}_${locale.replace('-', '_')}` as Column;

/** What the library returns with `info`. */
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
    const cells = Object.fromEntries(
      tableColumns.map((column) => [column, names.includes(column) ? cell(column) : '']),
    ) as Readonly<Record<Column, string>>;
    const row: Row = { ...cells, line: info.lines };
    if (row.code === '') throw new SyntaxError(`line ${info.lines}: no code, expected one in every row`);
    for (const column of tableColumns) {
      const known = vocabularies[column];
      if (!known || row[column] === '' || known.includes(row[column])) continue;
      throw new SyntaxError(`line ${info.lines}: ${column}: ${row[column]}, expected one of ${known.join(', ')}`);
    }
    return row;
  });
  for (const meaning of byCode(rows).flatMap(meaningsIn)) refuseContradictions(meaning);
  const known: ReadonlySet<string> = new Set(tableColumns);
  return { rows, ignored: names.filter((name) => !known.has(name)) };
}

/**
 * Makes the files of a catalog of outlines from everything in the table. Wordings are copied letter for letter; in
 * messages `%s`, `%d` and the like become `{placeholders}`, which show the finder what varies.
 * @param id folder name of the catalog
 * @param today the day on which the documents are assumed to have been read
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
  const entries = byCode(rows).map((each) => entryOf(each, ids));
  const sources = new Set(entries.flatMap((entry) => entry.sources));
  const named = rows.map(({ envelope }) => envelope).filter((envelope) => envelope !== '');
  const envelopes = new Set(named).difference(new Set([defaultEnvelope]));
  return draftFiles({
    depth: 'outline',
    catalog: {
      kind: undecided,
      provider: { id, homepage: open },
      aliases: [id],
      sources: Object.fromEntries(
        [...sources].map((source) => [source, { title: open, url: open, language: open, read: today }]),
      ),
      envelopes: [
        { id: defaultEnvelope, kind: 'http', language: 'json', template: open },
        ...[...envelopes].map((envelope) => ({ id: envelope, kind: undecided, language: undecided, template: open })),
      ],
      defaultEnvelope,
      clues: [],
      groups: [...new Set(entries.map(({ group }) => group))],
      limits: [],
      handling: [],
    },
    groupNames: {},
    entries,
    notes: ['Slugs are anchors and stay for ever: fix them before the first publication.'],
  });
}

/** The envelope of rows that do not name one. */
const defaultEnvelope = 'http';

/** Ids of groups and sources in the files, by their names in the table. */
interface Ids {
  readonly groups: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, string>;
}

/** Returns the documents of a row, without the revisions after them. */
const sourcesOf = ({ source }: Row): string[] =>
  source
    .split(/[,;]/)
    .map((part) => part.trim().replace(/@\S+/, ''))
    .filter((part) => part !== '');

const byCode = (rows: readonly Row[]): readonly (readonly Row[])[] => [
  ...Map.groupBy(rows, ({ code }) => code).values(),
];

function entryOf(rows: readonly Row[], ids: Ids): DraftEntry {
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
    meanings: meaningsIn(rows).map((meaning) => meaningOf(meaning, slugs)),
  };
}

const titles = ['official_en', 'official_zh_cn', 'official_zh_tw', 'title_en', 'title_zh_cn', 'title_zh_tw'] as const;
/** The columns that have one value per meaning, however many messages it comes with. */
const once = [...titles, 'origin', 'problem', 'retry', 'wait', 'fixed_by', 'envelope'] as const;

/** Groups the rows of one code by meaning, in the order of the table. */
function meaningsIn(rows: readonly Row[]): readonly (readonly Row[])[] {
  const meanings: Row[][] = [];
  for (const row of rows) {
    const meaning = meanings.find((known) => known.every((other) => meanTheSame(row, other)));
    if (meaning) meaning.push(row);
    else meanings.push([row]);
  }
  return meanings;
}

function meanTheSame(a: Row, b: Row): boolean {
  if (a.slug !== '' && b.slug !== '') return a.slug === b.slug;
  const isTitled = titles.some((name) => a[name] !== '');
  const sayTheSame = titles.every((name) => a[name] === b[name]) && (isTitled || a.message === b.message);
  return sayTheSame && !once.some((name) => isContradiction(a[name], b[name]));
}

const isContradiction = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b;

/** @throws SyntaxError naming a row that contradicts another of the same meaning */
function refuseContradictions(rows: readonly Row[]): void {
  for (const column of once) {
    const first = rows.find((row) => row[column] !== '');
    const other = rows.find((row) => isContradiction(row[column], first?.[column] ?? ''));
    if (!first || !other) continue;
    throw new SyntaxError(
      `line ${other.line}: ${column}: ${other[column]}, expected ${first[column]} as on line ${first.line}: rows with the slug ${other.slug} are one meaning`,
    );
  }
}

/** @param rows those of one meaning: each may add a message, and what others leave empty */
function meaningOf(rows: readonly Row[], slugs: Set<string>): DraftMeaning {
  const cell = (column: Column): string => rows.map((row) => row[column]).find((value) => value !== '') ?? '';
  const titles = locales.flatMap((locale): (readonly [Locale, DraftTitle])[] => {
    const official = cell(columnOf('official', locale));
    if (official !== '')
      return [[locale, { title: official, origin: cell('origin') === 'third-party' ? 'third-party' : 'official' }]];
    const title = cell(columnOf('title', locale));
    return title === '' ? [] : [[locale, { title, origin: 'translated' }]];
  });
  return {
    slug: unused(
      slugs,
      cell('slug') || slugOf([cell('symbol'), cell('message'), cell('official_en'), cell('title_en')]),
    ),
    titles: Object.fromEntries(titles),
    messages: messagesOf(rows),
    problem: cell('problem') || undecided,
    retry: cell('retry') || undecided,
    wait: waitOf(cell('wait')),
    fixedBy: cell('fixed_by') || undecided,
    envelope: cell('envelope') || undefined,
  };
}

/** Returns the literals of a meaning, each once. */
function messagesOf(rows: readonly Row[]): DraftMeaning['messages'] {
  const bySeen = new Map<string, DraftMeaning['messages'][number]>();
  for (const { message, seen } of rows) {
    if (message === '' || bySeen.has(message)) continue;
    bySeen.set(message, {
      text: placeholders(message),
      seen: sightings.find((known) => known === seen) ?? 'documented',
    });
  }
  return [...bySeen.values()];
}

/** Reads a wait: `exponential`, `described`, `10` for seconds, or the name of a header. */
function waitOf(cell: string): Wait | undefined {
  if (cell === '') return undefined;
  if (cell === 'exponential' || cell === 'described') return cell;
  const seconds = Number(cell);
  return Number.isNaN(seconds) ? { header: cell } : { seconds };
}

/** Replaces `%s` and `%d` of C and Java with `{value}`, numbered if there are several. */
export function placeholders(message: string): string {
  const pattern = /%(?:\d+\$)?[sdfi](?![A-Za-z])/g;
  const count = message.match(pattern)?.length ?? 0;
  let index = 0;
  return message.replace(pattern, () => (count === 1 ? '{value}' : `{value${++index}}`));
}
