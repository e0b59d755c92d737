/** Generates /api/v1/errors.csv: one row for each meaning, for spreadsheets. */
import { stringify } from 'csv-stringify/sync';
import type { Atlas, Meaning } from '../../catalog/model.ts';
import { absolute, apiCsvPath, permanentPath } from '../../catalog/paths.ts';
import type { Prose } from '../../catalog/prose/prose.ts';
import { proseMarkdown } from '../../documents/to-markdown.ts';
import { locales } from '../../locales.ts';
import type { GeneratedFile, SiteContext } from '../generated-file.ts';

/**
 * Generates the file: UTF-8 with a byte order mark, so that spreadsheets open Chinese correctly; otherwise RFC 4180.
 * Several values in a cell are on separate lines.
 *
 * Spreadsheets run a cell that begins with = + - @ or a tab as a formula: such a cell gets a leading apostrophe, which
 * they do not show. A code that is a plain negative number stays as it is: it is harmless, and scripts read the code
 * itself.
 */
export function* csvFiles(atlas: Atlas, context: SiteContext): Iterable<GeneratedFile> {
  const rows = atlas.catalogs
    .flatMap(({ entries }) => entries)
    .flatMap(({ meanings }) => meanings)
    .map((meaning) => row(meaning, context));
  const text = stringify(rows, {
    bom: true,
    header: true,
    columns: [...columns],
    record_delimiter: 'windows',
    escape_formulas: true,
    // With CRLF between rows, the library takes a lone LF for an ordinary character; readers do not.
    quoted_match: /[\r\n]/,
  });
  yield { path: apiCsvPath, text };
}

const perLocale = <Name extends string>(name: Name) =>
  locales.map((locale) => `${name}_${locale.replace('-', '_')}` as const);

/** Within v1 columns are added at the end, never moved. */
export const columns = [
  'catalog',
  'code',
  'symbol',
  'status',
  'meaning',
  'problem',
  'category',
  'retry',
  'wait',
  'fixed_by',
  'messages',
  ...perLocale('title'),
  ...perLocale('causes'),
  ...perLocale('fixes'),
  'permalink',
  'sources',
  ...perLocale('causes_markdown'),
  ...perLocale('fixes_markdown'),
  'depth',
] as const;

type Row = Readonly<Record<(typeof columns)[number], string | bigint>>;

function row(
  { entry, slug, problem, retry, wait, fixedBy, depth, messages, text }: Meaning,
  context: SiteContext,
): Row {
  const { catalog, code, symbol, status, sources, meanings } = entry;
  const lines = (values: readonly string[]): string => values.join('\n');
  const plain = (texts: readonly Prose[]): string => lines(texts.map((each) => each.plain));
  const markdown = (texts: readonly Prose[]): string => lines(texts.map((each) => proseMarkdown(each, context)));
  const permalink = absolute(context, permanentPath(catalog.id, code));
  return {
    catalog: catalog.id,
    // The library treats a value given as a number as a number, not as a formula.
    code: /^-[1-9]\d*$/.test(code) ? BigInt(code) : code,
    symbol: symbol ?? '',
    status,
    meaning: slug,
    problem: problem.id,
    category: problem.category,
    retry,
    wait:
      typeof wait === 'object'
        ? 'seconds' in wait
          ? `${wait.seconds} s`
          : wait.header
        : wait === 'described'
          ? (text.en.wait?.plain ?? '')
          : (wait ?? ''),
    fixed_by: fixedBy,
    messages: lines(messages.map((message) => message.text)),
    title_en: text.en.title,
    title_zh_cn: text['zh-cn'].title,
    title_zh_tw: text['zh-tw'].title,
    causes_en: plain(text.en.causes),
    causes_zh_cn: plain(text['zh-cn'].causes),
    causes_zh_tw: plain(text['zh-tw'].causes),
    fixes_en: plain(text.en.fixes),
    fixes_zh_cn: plain(text['zh-cn'].fixes),
    fixes_zh_tw: plain(text['zh-tw'].fixes),
    permalink: meanings.length > 1 ? `${permalink}#${slug}` : permalink,
    sources: lines(sources.map(({ url }) => url)),
    causes_markdown_en: markdown(text.en.causes),
    causes_markdown_zh_cn: markdown(text['zh-cn'].causes),
    causes_markdown_zh_tw: markdown(text['zh-tw'].causes),
    fixes_markdown_en: markdown(text.en.fixes),
    fixes_markdown_zh_cn: markdown(text['zh-cn'].fixes),
    fixes_markdown_zh_tw: markdown(text['zh-tw'].fixes),
    depth,
  };
}
