/** `npm run sources`: the commands, without the process around them. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { reservedSegments } from '../catalog/paths.ts';
import { readAtlas } from '../catalog/read.ts';
import { ContentError } from '../catalog/reading/findings.ts';
import type { KnownValues } from '../catalog/reading/known-values.ts';
import { folderId } from '../catalog/schema/values.ts';
import { isLocale, locales } from '../locales.ts';
import { type CodeTable, catalogOfTable, readCodeTable } from './code-table.ts';
import { comparePage, formatDifferences } from './diff.ts';
import type { NewCatalog } from './draft.ts';
import { formatPlaces, leftToDo } from './left-to-do.ts';
import { type Page, readPage } from './saved-page/page.ts';
import { localeOf, scaffoldCatalog } from './scaffold.ts';
import { formatStale, staleSources } from './stale.ts';

export interface CommandContext {
  /** Absolute path of the content folder. */
  readonly contentDir: string;
  /** Paths are given and shown relative to this folder. */
  readonly root: string;
  /** As 2026-07-16. */
  readonly today: string;
  /** Values of content files that were read before. */
  readonly known?: KnownValues;
}

export interface CommandResult {
  readonly lines: readonly string[];
  /** 0: nothing to do; 1: there is a difference, or a stale source; 2: the command could not be carried out. */
  readonly exitCode: 0 | 1 | 2;
}

export const usage = [
  'npm run sources -- diff <catalog> <saved-file>',
  "  codes that a provider's page, as saved, has added, removed or reworded; exit code 1 if any",
  `npm run sources -- new <catalog> <saved-file> [--locale ${locales.join('|')}]`,
  '  a new catalog from such a page, and a list of what is left to write',
  'npm run sources -- import <catalog> <table.tsv>',
  '  a new catalog of outlines from a tab-separated table, and the same list',
  'npm run sources -- stale [--days 180] [--today YYYY-MM-DD]',
  '  sources read longer ago than that, the oldest first; exit code 1 if any',
] as const;

/** An error that is shown to the user: what is wrong, and what to do. */
class UsageError extends Error {}

/** Runs one command; does not throw for errors in arguments, files or content. */
export function runSources(args: readonly string[], context: CommandContext): CommandResult {
  try {
    const [command, ...rest] = args;
    if (command === 'diff') return diff(rest, context);
    if (command === 'new') return scaffold(rest, context);
    if (command === 'import') return importTable(rest, context);
    if (command === 'stale') return stale(rest, context);
    if (command === '--help' || command === 'help') return { lines: usage, exitCode: 0 };
    return { lines: [command === undefined ? 'no command' : `unknown command ${command}`, ...usage], exitCode: 2 };
  } catch (error) {
    if (error instanceof ContentError)
      return { lines: [error.message, 'fix the content, then run this again'], exitCode: 2 };
    if (error instanceof UsageError) return { lines: error.message.split('\n'), exitCode: 2 };
    throw error;
  }
}

function diff(args: readonly string[], context: CommandContext): CommandResult {
  const { catalogId, page } = catalogAndPage(args, context, {});
  const { catalogs } = readAtlas(context.contentDir, context.root, context.known);
  const catalog = catalogs.find(({ id }) => id === catalogId);
  if (!catalog) throw new UsageError(`no catalog ${catalogId}; there are: ${catalogs.map(({ id }) => id).join(', ')}`);
  const differences = comparePage(catalog, page);
  return { lines: formatDifferences(catalog.id, page, differences), exitCode: differences.length === 0 ? 0 : 1 };
}

function stale(args: readonly string[], context: CommandContext): CommandResult {
  const { values } = parse(args, { days: { type: 'string' }, today: { type: 'string' } }, 0);
  const days = Number(values['days'] ?? 180);
  if (values['days'] === '' || !Number.isInteger(days) || days < 0)
    throw new UsageError(`--days ${values['days']}: give a whole number, as 180`);
  const today = values['today'] ?? context.today;
  if (!isDate(today)) throw new UsageError(`--today ${today}: give a day that exists, as 2026-07-16`);
  const atlas = readAtlas(context.contentDir, context.root, context.known);
  const found = staleSources(atlas, today, days);
  return { lines: formatStale(atlas, found, days), exitCode: found.length === 0 ? 0 : 1 };
}

function scaffold(args: readonly string[], context: CommandContext): CommandResult {
  const { catalogId: id, page, values } = catalogAndPage(args, context, { locale: { type: 'string' } });
  const locale = values['locale'] ?? localeOf(page);
  if (!isLocale(locale)) throw new UsageError(`--locale ${locale}: give one of ${locales.join(', ')}`);
  const codes = new Set(page.rows.map(({ code }) => code)).size;
  return writeCatalog(id, () => scaffoldCatalog(page, { id, locale, today: context.today }), context, {
    notes: page.unread.map(
      ({ line, text }) => `left out (line ${line}): no code recognised in ${JSON.stringify(text)}`,
    ),
    summary: `${codes} codes, titles taken as ${locale}`,
  });
}

function importTable(args: readonly string[], context: CommandContext): CommandResult {
  const { positionals } = parse(args, {}, 2);
  const [id = '', path = ''] = positionals;
  let table: CodeTable;
  try {
    table = readCodeTable(decoded(bytesOf(path, context), path));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UsageError(`${path}: ${error.message}`);
  }
  if (table.rows.length === 0) throw new UsageError(`no codes found in ${path}; it needs a row for each`);
  const codes = new Set(table.rows.map(({ code }) => code)).size;
  return writeCatalog(id, () => catalogOfTable(table, id, context.today), context, {
    notes: table.ignored.length === 0 ? [] : [`columns that are not read: ${table.ignored.join(', ')}`],
    summary: `${codes} codes as outlines`,
  });
}

/**
 * Writes the files of a new catalog and lists what is left to do.
 * @param make called only when it is certain that they can be written
 * @throws UsageError for a name that a catalog cannot have, or one that already exists
 */
function writeCatalog(
  id: string,
  make: () => NewCatalog,
  context: CommandContext,
  { notes, summary }: { readonly notes: readonly string[]; readonly summary: string },
): CommandResult {
  if (!folderId.safeParse(id).success)
    throw new UsageError(
      `${id} cannot be an address; use at most 60 lower-case letters, digits and single hyphens, as mexc-futures, and no name that Windows keeps for a device`,
    );
  if (reservedSegments.has(id)) throw new UsageError(`${id} is an address of the site itself; choose another name`);
  const folder = join(context.contentDir, 'catalogs', id);
  const shown = relative(context.root, folder).split(sep).join('/');
  if (existsSync(folder))
    throw new UsageError(`${shown} exists and is left as it is; choose another name, or remove it first`);
  const files = make();
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of files) writeFileSync(join(folder, name), text, { flag: 'wx' });

  const { refused, guessed } = leftToDo(id, shown, context.contentDir, context.root);
  const countOf = new Map([...Map.groupBy(refused, ({ file }) => file)].map(([file, { length }]) => [file, length]));
  return {
    lines: [
      `${id}: ${summary}; ${placesText(refused.length)} to write or decide, until then no build accepts the catalog`,
      ...files.map(({ name }) => `wrote ${shown}/${name}: ${placesText(countOf.get(`${shown}/${name}`) ?? 0)}`),
      ...notes,
      ...formatPlaces(refused),
      ...(guessed.length === 0 ? [] : ['A build accepts these, but look at them too:', ...formatPlaces(guessed)]),
    ],
    exitCode: 0,
  };
}

const placesText = (count: number): string => `${count} ${count === 1 ? 'place' : 'places'}`;

type Options = Readonly<Record<string, { readonly type: 'string' }>>;
interface Parsed {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly positionals: readonly string[];
}

function parse(args: readonly string[], options: Options, count: number): Parsed {
  let parsed: Parsed;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError([(error as Error).message, ...usage].join('\n'));
  }
  if (parsed.positionals.length !== count)
    throw new UsageError([`${parsed.positionals.length} arguments, expected ${count}`, ...usage].join('\n'));
  return parsed;
}

function catalogAndPage(
  args: readonly string[],
  { root }: Pick<CommandContext, 'root'>,
  options: Options,
): { readonly catalogId: string; readonly page: Page; readonly values: Parsed['values'] } {
  const { values, positionals } = parse(args, options, 2);
  const [catalogId = '', path = ''] = positionals;
  const bytes = bytesOf(path, { root });
  const page = readDeep(decoded(bytes, path), path);
  if (page.rows.length === 0)
    throw new UsageError(
      `no codes found in ${path}; it needs a Markdown or HTML table with a column of codes, headings that begin with a code, or lines as 1001Text`,
    );
  return { catalogId, page, values };
}

/** @throws UsageError for a file that cannot be read, or is too large to be a page */
function bytesOf(path: string, { root }: Pick<CommandContext, 'root'>): Buffer {
  let bytes: Buffer;
  try {
    bytes = readFileSync(resolve(root, path));
  } catch {
    throw new UsageError(`${path} cannot be read; give the file that was saved`);
  }
  if (bytes.length <= maxBytes) return bytes;
  throw new UsageError(`${path} has ${megabytes(bytes.length)} MB, expected a file of at most ${megabytes(maxBytes)}`);
}

/** Pages of providers have less than one megabyte. */
const maxBytes = 8_000_000;
const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000);

/** @throws UsageError for markup that is nested too deeply for its readers */
function readDeep(text: string, path: string): Page {
  try {
    return readPage(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(`${path} is nested too deeply to be read; expected a page as a browser saves it`);
  }
}

/** @throws UsageError for a picture, an archive or another encoding, in which anything might pass for a code */
function decoded(bytes: Buffer, path: string): string {
  const refuse = (why: string) =>
    new UsageError(`${path} ${why}; expected a page saved as text, Markdown or HTML in UTF-8`);
  if (bytes.includes(0)) throw refuse('holds null bytes, as pictures, archives and UTF-16 do');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw refuse('is not UTF-8');
  }
}

const isDate = (text: string): boolean => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};
