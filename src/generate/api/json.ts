/** Generates the JSON under /api/v1/. Its shape is defined in src/api/shape.ts. */

import {
  type ApiCatalog,
  type ApiCatalogSummary,
  type ApiDocument,
  type ApiEntry,
  type ApiEntryFacts,
  type ApiEntryRef,
  type ApiLimitValue,
  type ApiLocalEntry,
  type ApiMeaning,
  type ApiProblem,
  type ApiSource,
  type ApiTextLists,
  type ApiTexts,
  type DocumentName,
  schemaVersion,
} from '../../api/shape.ts';
import { lastRead } from '../../catalog/dates.ts';
import type { Atlas, Catalog, Entry, Limit, Meaning, Problem } from '../../catalog/model.ts';
import {
  absolute,
  apiCatalogErrorsPath,
  apiCatalogPath,
  apiCsvPath,
  apiDownloadPath,
  apiEntryPath,
  apiErrorsPath,
  apiIndexPath,
  apiProblemsPath,
  apiSchemaPath,
  catalogPath,
  entryPath,
  feedPath,
  permanentPath,
  problemPath,
  twinPath,
} from '../../catalog/paths.ts';
import type { Prose } from '../../catalog/prose/prose.ts';
import type { Source } from '../../catalog/schema/files.ts';
import { proseMarkdown } from '../../documents/to-markdown.ts';
import { type Locale, type Localized, localeInfo, locales, localized } from '../../locales.ts';
import type { EarlierFiles, GeneratedFile, SiteContext } from '../generated-file.ts';
import { documentNames } from './json-schema.ts';

/**
 * Generates every JSON document: catalogs, entries, the entries of a catalog in one language, problems, the facts and
 * texts of all entries in one document, and the index.
 */
export function* jsonFiles(atlas: Atlas, context: SiteContext, earlier?: EarlierFiles): Iterable<GeneratedFile> {
  const at = (path: string) => absolute(context, path);
  const head = (name: DocumentName) => ({
    $schema: at(apiSchemaPath(name)),
    schemaVersion,
    revision: context.revision,
  });
  const summaries: ApiCatalogSummary[] = [];
  const facts: string[] = [];
  for (const own of atlas.catalogs) {
    const { entries, ...catalog } = catalogOf(own, context);
    const said = entries.map(factsOf);
    const isNew = (path: string, code?: string): boolean => earlier?.has(path, own.id, code) !== true;
    const texts = remembered(() => entries.map((entry) => JSON.stringify(entry)));
    if (isNew(apiCatalogPath(own.id))) {
      const text = withMember(head('catalog'), 'catalog', withMember(catalog, 'entries', list(texts())));
      yield json(apiCatalogPath(own.id), text);
    }
    for (const [i, { code }] of entries.entries()) {
      const path = apiEntryPath(own.id, code);
      if (isNew(path, code)) yield json(path, withMember(head('entry'), 'entry', texts()[i] ?? ''));
    }
    for (const locale of locales) {
      const path = apiCatalogErrorsPath(own.id, locale);
      if (!isNew(path)) continue;
      const { tag } = localeInfo[locale];
      const document = { ...head('catalog-errors'), catalog: own.id, language: tag };
      const list = said.map(
        ({ catalog, sources, pages, ...fields }) => inLanguage({ ...fields, page: pages }, tag) as ApiLocalEntry,
      );
      yield json(path, JSON.stringify({ ...document, entries: list } satisfies ApiDocument<'catalog-errors'>));
    }
    facts.push(...said.map((entry) => JSON.stringify(entry)));
    summaries.push(summaryOf({ ...catalog, entries }));
  }
  const problems = atlas.problems.map((problem) => problemOf(problem, context));
  yield json(apiProblemsPath, JSON.stringify({ ...head('problems'), problems } satisfies ApiDocument<'problems'>));
  const counts = {
    catalogs: summaries.length,
    entries: sum(summaries.map((summary) => summary.counts.entries)),
    meanings: sum(summaries.map((summary) => summary.counts.meanings)),
    problems: problems.length,
  };
  const errors = { ...head('errors'), counts, catalogs: summaries };
  yield json(apiErrorsPath, withMember(errors, 'entries', list(facts)));
  const index: ApiDocument<'index'> = {
    ...head('index'),
    site: at('/'),
    languages: locales.map((locale) => localeInfo[locale].tag),
    counts,
    catalogs: summaries,
    problems: at(apiProblemsPath),
    errors: at(apiErrorsPath),
    csv: at(apiCsvPath),
    download: at(apiDownloadPath),
    schemas: Object.fromEntries(documentNames.map((name) => [name, at(apiSchemaPath(name))])),
    feeds: byTag((locale) => at(feedPath(locale))),
    lastChange: context.changes[0]?.date ?? null,
  };
  yield json(apiIndexPath, JSON.stringify(index));
}

/** Returns the same value with one language in place of all of them. */
function inLanguage(value: unknown, tag: string): unknown {
  if (Array.isArray(value)) return value.map((item) => inLanguage(item, tag));
  if (typeof value !== 'object' || value === null) return value;
  const fields = new Map(Object.entries(value));
  return fields.has(tag)
    ? fields.get(tag)
    : Object.fromEntries([...fields].map(([name, field]) => [name, inLanguage(field, tag)]));
}

/** Returns a function that makes a value when it is first called. */
function remembered<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const json = (path: string, text: string): GeneratedFile => ({ path, text: `${text}\n` });

const list = (texts: readonly string[]): string => `[${texts.join()}]`;

/**
 * Returns the JSON of an object with one more member at its end, whose value is already JSON: an entry is part of
 * several files.
 */
const withMember = (object: object, name: string, value: string): string =>
  `${JSON.stringify(object).slice(0, -1)},${JSON.stringify(name)}:${value}}`;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const meaningCount = ({ entries }: ApiCatalog): number => sum(entries.map(({ meanings }) => meanings.length));

/** Makes one value for each language, under its tag. */
const byTag = <T>(make: (locale: Locale) => T): { en: T; 'zh-CN': T; 'zh-TW': T } => ({
  en: make('en'),
  'zh-CN': make('zh-cn'),
  'zh-TW': make('zh-tw'),
});

const tagged = <T>(texts: Localized<T>) => byTag((locale) => texts[locale]);

/** Returns a field in plain text, with the same in Markdown beside it. */
const described = <Name extends string>(
  name: Name,
  text: (locale: Locale) => Prose,
  context: SiteContext,
): WithMarkdown<Name, ApiTexts> =>
  withMarkdown(
    name,
    byTag((locale) => text(locale).plain),
    byTag((locale) => proseMarkdown(text(locale), context)),
  );

/** Does the same for a field with a list of texts. */
const listed = <Name extends string>(
  name: Name,
  texts: (locale: Locale) => readonly Prose[],
  context: SiteContext,
): WithMarkdown<Name, ApiTextLists> =>
  withMarkdown(
    name,
    byTag((locale) => texts(locale).map(({ plain }) => plain)),
    byTag((locale) => texts(locale).map((text) => proseMarkdown(text, context))),
  );

/** Returns null if no language has the note; otherwise languages without it get another's. */
function noted(texts: Localized<Prose | undefined>, context: SiteContext): WithMarkdown<'note', ApiTexts | null> {
  const known = locales.map((locale) => texts[locale]).find((text) => text !== undefined);
  return known === undefined
    ? { note: null, noteMarkdown: null }
    : described('note', (locale) => texts[locale] ?? known, context);
}

type WithMarkdown<Name extends string, T> = Readonly<Record<Name | `${Name}Markdown`, T>>;

const withMarkdown = <Name extends string, T>(name: Name, plain: T, markdown: T): WithMarkdown<Name, T> =>
  ({ [name]: plain, [`${name}Markdown`]: markdown }) as WithMarkdown<Name, T>;

function catalogOf(catalog: Catalog, context: SiteContext): ApiCatalog {
  const { id, kind, provider } = catalog;
  return {
    id,
    kind,
    provider: { id: provider.id, homepage: provider.homepage, name: tagged(provider.name) },
    name: tagged(catalog.name),
    surface: tagged(catalog.surface),
    ...described('summary', (locale) => catalog.summary[locale], context),
    ...listed('notes', (locale) => catalog.notes[locale], context),
    ...listed('history', (locale) => catalog.history[locale], context),
    lastChecked: lastRead(catalog.sources.values()),
    aliases: [...catalog.aliases],
    pages: byTag((locale) => absolute(context, catalogPath(locale, id))),
    markdown: byTag((locale) => absolute(context, twinPath(catalogPath(locale, id)))),
    json: absolute(context, apiCatalogPath(id)),
    errors: byTag((locale) => absolute(context, apiCatalogErrorsPath(id, locale))),
    sources: [...catalog.sources.values()].map(sourceOf),
    envelopes: catalog.envelopes.map((envelope) => ({
      id: envelope.id,
      kind: envelope.kind,
      template: envelope.template.trimEnd(),
      title: tagged(envelope.title),
      ...noted(envelope.note, context),
    })),
    groups: catalog.groups.map((group) => ({ id: group.id, title: tagged(group.title) })),
    limits: catalog.limits.map((limit) => ({
      id: limit.id,
      caption: tagged(limit.caption),
      rowHeading: tagged(limit.rowHeading),
      ...noted(limit.note, context),
      source: sourceOf(limit.source),
      columns: limit.columns.map(tagged),
      rows: limit.rows.map(({ label, values }) => ({ label: tagged(label), values: values.map(limitOf) })),
    })),
    entries: catalog.entries.map((entry) => entryOf(entry, context)),
  };
}

function summaryOf(catalog: ApiCatalog): ApiCatalogSummary {
  const { sources, envelopes, groups, limits, entries, ...fields } = catalog;
  return { ...fields, counts: { entries: entries.length, meanings: meaningCount(catalog) } };
}

/** Returns what errors.json contains about an entry. */
function factsOf({ markdown, json, related, sameCode, meanings, ...fields }: ApiEntry): ApiEntryFacts {
  return { ...fields, meanings: meanings.map(({ permalink, example, ...facts }) => facts) };
}

function entryOf(entry: Entry, context: SiteContext): ApiEntry {
  const { catalog, code } = entry;
  return {
    catalog: catalog.id,
    code,
    symbol: entry.symbol ?? null,
    group: entry.group.id,
    status: entry.status,
    depth: entry.depth,
    successor: entry.successor ? refOf(entry.successor, context) : null,
    retired: entry.retired ?? null,
    lastChecked: lastRead(entry.sources),
    permalink: absolute(context, permanentPath(catalog.id, code)),
    pages: byTag((locale) => absolute(context, entryPath(locale, catalog.id, code))),
    markdown: byTag((locale) => absolute(context, twinPath(entryPath(locale, catalog.id, code)))),
    json: absolute(context, apiEntryPath(catalog.id, code)),
    related: entry.see.map((other) => refOf(other, context)),
    sameCode: entry.sameCode.map((other) => refOf(other, context)),
    sources: entry.sources.map(sourceOf),
    meanings: entry.meanings.map((meaning) => meaningOf(meaning, context)),
  };
}

function meaningOf(meaning: Meaning, context: SiteContext): ApiMeaning {
  const { problem, text } = meaning;
  return {
    slug: meaning.slug,
    permalink: meaningLink(meaning, context),
    problem: problem.id,
    category: problem.category,
    retry: meaning.retry,
    wait: waitOf(meaning, context),
    fixedBy: meaning.fixedBy,
    depth: meaning.depth,
    messages: meaning.messages.map(({ text, seen, example }) => ({ text, seen, example: example ?? null })),
    title: byTag((locale) => text[locale].title),
    titleOrigin: byTag((locale) => text[locale].origin),
    formerTitles: byTag((locale) => text[locale].former.map((wording) => wording.title)),
    ...listed('causes', (locale) => text[locale].causes, context),
    ...listed('fixes', (locale) => text[locale].fixes, context),
    ...listed('history', (locale) => text[locale].history, context),
    example: { envelope: meaning.example.envelope.id, text: meaning.example.text },
  };
}

function problemOf(problem: Problem, context: SiteContext): ApiProblem {
  const { id, text } = problem;
  return {
    id,
    category: problem.category,
    title: byTag((locale) => text[locale].title),
    ...described('summary', (locale) => text[locale].summary, context),
    ...listed('causes', (locale) => text[locale].causes, context),
    ...listed('fixes', (locale) => text[locale].fixes, context),
    pages: byTag((locale) => absolute(context, problemPath(locale, id))),
    markdown: byTag((locale) => absolute(context, twinPath(problemPath(locale, id)))),
    meanings: problem.meanings.map((meaning) => ({
      catalog: meaning.entry.catalog.id,
      code: meaning.entry.code,
      slug: meaning.slug,
      permalink: meaningLink(meaning, context),
    })),
  };
}

const refOf = ({ catalog, code }: Entry, context: SiteContext): ApiEntryRef => ({
  catalog: catalog.id,
  code,
  permalink: absolute(context, permanentPath(catalog.id, code)),
});

/** Returns the permanent link of a meaning: its entry's, with the anchor if there are several. */
const meaningLink = ({ entry, slug }: Meaning, context: SiteContext): string =>
  `${absolute(context, permanentPath(entry.catalog.id, entry.code))}${entry.meanings.length > 1 ? `#${slug}` : ''}`;

const sourceOf = ({ title, url, language, read, supersededBy, thirdParty }: Source): ApiSource => ({
  title,
  url,
  language,
  read,
  superseded: supersededBy !== undefined,
  thirdParty: thirdParty ?? false,
});

function waitOf({ wait, text }: Meaning, context: SiteContext): ApiMeaning['wait'] {
  if (wait === undefined) return null;
  if (wait === 'exponential') return { kind: 'exponential' };
  if (wait === 'described') {
    const said = localized((locale) => text[locale].wait);
    return {
      kind: 'described',
      text: byTag((locale) => said[locale]?.plain ?? ''),
      textMarkdown: byTag((locale) => (said[locale] ? proseMarkdown(said[locale], context) : '')),
    };
  }
  return 'seconds' in wait ? { kind: 'seconds', ...wait } : { kind: 'header', ...wait };
}

function limitOf(value: Limit['rows'][number]['values'][number]): ApiLimitValue {
  if (typeof value === 'number') return { number: value, seconds: null, atLeast: false };
  const atLeast = value.atLeast ?? false;
  return 'number' in value
    ? { number: value.number, seconds: null, atLeast }
    : { number: value.count, seconds: value.seconds, atLeast };
}
