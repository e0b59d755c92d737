/** Checks that every text of the model can be read back from the JSON, CSV, Markdown and permanent-link files. */
import { isDeepStrictEqual } from 'node:util';
import { parse as parseCsv } from 'csv-parse/sync';
import type { Atlas, Entry } from '../../src/catalog/model.ts';
import { apiCatalogPath, apiCsvPath, apiEntryPath, apiProblemsPath } from '../../src/catalog/paths.ts';
import { type Prose, plainText, proseNodes } from '../../src/catalog/prose/prose.ts';
import { type Localized, localeInfo, locales, localized } from '../../src/locales.ts';
import { permanentFaults, twinFaults } from './page-files.ts';

/** Reads the text of the file at an address. */
export type Read = (path: string) => string;

/** @returns the texts that cannot be read back, one line for each; empty if all can */
export function fileFaults(atlas: Atlas, read: Read): string[] {
  return [
    ...jsonFaults(atlas, read),
    ...csvFaults(atlas, read),
    ...locales.flatMap((locale) => twinFaults(atlas, locale, read)),
    ...permanentFaults(atlas, read),
  ];
}

const differs = (where: string, found: unknown, expected: unknown): string[] =>
  isDeepStrictEqual(found, expected) ? [] : [`${where}: ${JSON.stringify(found)} for ${JSON.stringify(expected)}`];

const tagged = <T>(texts: Localized<T>) =>
  Object.fromEntries(locales.map((locale) => [localeInfo[locale].tag, texts[locale]]));

const each = <T, U>(texts: Localized<T>, pick: (text: T) => U) =>
  Object.fromEntries(locales.map((locale) => [localeInfo[locale].tag, pick(texts[locale])]));

function jsonFaults(atlas: Atlas, read: Read): string[] {
  const { problems } = JSON.parse(read(apiProblemsPath));
  return [
    ...atlas.catalogs.flatMap((catalog) => {
      const path = apiCatalogPath(catalog.id);
      const found = JSON.parse(read(path)).catalog;
      return [
        ...differs(path, found.name, tagged(catalog.name)),
        ...differs(path, found.provider.name, tagged(catalog.provider.name)),
        ...differs(path, found.surface, tagged(catalog.surface)),
        ...proseFaults(path, found, 'summary', catalog.summary),
        ...proseFaults(path, found, 'notes', catalog.notes),
        ...differs(path, found.aliases, catalog.aliases),
        ...differs(path, titles(found.sources), titles([...catalog.sources.values()])),
        ...differs(
          path,
          titles(found.groups),
          catalog.groups.map(({ title }) => tagged(title)),
        ),
        ...differs(
          path,
          titles(found.envelopes),
          catalog.envelopes.map(({ title }) => tagged(title)),
        ),
        ...catalog.envelopes.flatMap(({ template }, index) =>
          differs(path, found.envelopes[index].template, template.trimEnd()),
        ),
        ...catalog.limits.flatMap(({ caption, rowHeading, columns, rows }, index) => [
          ...differs(path, found.limits[index].caption, tagged(caption)),
          ...differs(path, found.limits[index].rowHeading, tagged(rowHeading)),
          ...differs(path, found.limits[index].columns, columns.map(tagged)),
          ...differs(
            path,
            found.limits[index].rows.map(({ label }: { label: unknown }) => label),
            rows.map(({ label }) => tagged(label)),
          ),
        ]),
        ...catalog.entries.flatMap((entry, index) => [
          ...entryJsonFaults(path, found.entries[index], entry),
          ...entryJsonFaults(
            apiEntryPath(catalog.id, entry.code),
            JSON.parse(read(apiEntryPath(catalog.id, entry.code))).entry,
            entry,
          ),
        ]),
      ];
    }),
    ...atlas.problems.flatMap(({ id, text }, index) => {
      const { title } = problems[index];
      return [
        ...differs(
          `problem ${id}`,
          title,
          each(text, (texts) => texts.title),
        ),
        ...(['summary', 'causes', 'fixes'] as const).flatMap((name) =>
          proseFaults(
            `problem ${id}`,
            problems[index],
            name,
            localized((locale) => text[locale][name]),
          ),
        ),
      ];
    }),
  ];
}

const titles = (things: readonly { readonly title: unknown }[]) => things.map(({ title }) => title);

// biome-ignore lint/suspicious/noExplicitAny: parsed JSON, compared with what is expected of it
function entryJsonFaults(path: string, found: any, { code, symbol, meanings }: Entry): string[] {
  return [
    ...differs(path, [found.code, found.symbol], [code, symbol ?? null]),
    ...meanings.flatMap(({ slug, text, messages, example, wait }, index) => {
      const meaning = found.meanings[index];
      const where = `${path} ${slug}`;
      return [
        ...differs(where, meaning.slug, slug),
        ...differs(
          where,
          meaning.title,
          each(text, ({ title }) => title),
        ),
        ...(['causes', 'fixes'] as const).flatMap((name) =>
          proseFaults(
            where,
            meaning,
            name,
            localized((locale) => text[locale][name]),
          ),
        ),
        ...differs(
          where,
          meaning.messages,
          messages.map((message) => ({ text: message.text, seen: message.seen, example: message.example ?? null })),
        ),
        ...differs(where, meaning.example.text, example.text),
        ...(typeof wait === 'object' && 'header' in wait ? differs(where, meaning.wait.header, wait.header) : []),
      ];
    }),
  ];
}

/** Checks a field with texts, and its Markdown, which must read back as the same words. */
function proseFaults(
  where: string,
  // biome-ignore lint/suspicious/noExplicitAny: parsed JSON, compared with what is expected of it
  found: any,
  name: string,
  texts: Localized<Prose | readonly Prose[]>,
): string[] {
  const expected = each(texts, (text) => (Array.isArray(text) ? text : [text]).map(({ plain }) => plain));
  const read = (field: string, plain: (text: string) => string) =>
    Object.fromEntries(
      Object.entries(found[field]).map(([tag, text]) => [tag, [text].flat().map((one) => plain(String(one)))]),
    );
  return [
    ...differs(
      `${where} ${name}`,
      read(name, (text) => text),
      expected,
    ),
    ...differs(
      `${where} ${name}Markdown`,
      read(`${name}Markdown`, (text) => plainText(proseNodes(text))),
      expected,
    ),
  ];
}

/** Returns the words of lines of Markdown, as a cell would contain them. */
function plainLines(value: string | undefined, [first]: readonly Prose[]): string {
  const text = value ?? '';
  const isGuarded = first !== undefined && cell(first.source) !== first.source;
  const lines = (isGuarded ? text.slice(1) : text).split('\n');
  return cell(lines.map((line) => plainText(proseNodes(line))).join('\n'));
}

/** Puts an apostrophe before a cell that a spreadsheet would take for a formula. */
const cell = (value: string): string => (/^[=+\-@\t\r＝＋－＠]/u.test(value) ? `'${value}` : value);

function csvFaults(atlas: Atlas, read: Read): string[] {
  const rows: Record<string, string>[] = parseCsv(read(apiCsvPath), { bom: true, columns: true });
  const meanings = atlas.catalogs.flatMap(({ entries }) => entries).flatMap((entry) => entry.meanings);
  return [
    ...differs('rows of the CSV', rows.length, meanings.length),
    ...meanings.flatMap(({ entry, slug, messages, text, wait }, index) => {
      const row = rows[index] ?? {};
      const where = `CSV ${entry.catalog.id} ${entry.code} ${slug}`;
      const lines = (values: readonly string[]) => cell(values.join('\n'));
      return [
        ...differs(where, row['code'], /^-[1-9]\d*$/.test(entry.code) ? entry.code : cell(entry.code)),
        ...differs(where, row['symbol'], cell(entry.symbol ?? '')),
        ...differs(where, row['meaning'], slug),
        ...differs(where, row['messages'], lines(messages.map((message) => message.text))),
        ...(typeof wait === 'object' && 'header' in wait ? differs(where, row['wait'], cell(wait.header)) : []),
        ...locales.flatMap((locale) => {
          const { title, causes, fixes } = text[locale];
          const name = (column: string) => row[`${column}_${locale.replace('-', '_')}`];
          return [
            ...differs(where, name('title'), cell(title)),
            ...differs(where, name('causes'), lines(causes.map(({ plain }) => plain))),
            ...differs(where, name('fixes'), lines(fixes.map(({ plain }) => plain))),
            ...differs(where, plainLines(name('causes_markdown'), causes), lines(causes.map(({ plain }) => plain))),
            ...differs(where, plainLines(name('fixes_markdown'), fixes), lines(fixes.map(({ plain }) => plain))),
          ];
        }),
      ];
    }),
  ];
}
