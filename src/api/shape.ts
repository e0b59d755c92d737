/**
 * The shape of the JSON under /api/v1/, defined once: the generator's types and the published JSON Schemas come from
 * here. Within v1 fields are added, never changed or removed; every field is always present, `null` where there is
 * nothing to say.
 */
import { z } from 'astro/zod';
import {
  catalogKinds,
  categories,
  depths,
  envelopeKinds,
  fixers,
  origins,
  retries,
  sightings,
  statuses,
} from '../catalog/schema/vocabulary.ts';

/** The version of the schema: the minor number rises when fields are added, the patch number when wording is fixed. */
export const schemaVersion = '1.2.0';

const url = z.url();
const code = z.string().describe('The exact code as the wire carries it; never a number');

/** Makes an object with one value for each language, under its BCP 47 tag. */
const localized = <T extends z.ZodType>(value: T) => z.object({ en: value, 'zh-CN': value, 'zh-TW': value });

const texts = localized(z.string()).meta({ id: 'LocalizedText', description: 'One text for each language' });
const textLists = localized(z.array(z.string())).meta({
  id: 'LocalizedList',
  description: 'One list of texts for each language',
});
const markdown = localized(z.string()).meta({
  id: 'LocalizedMarkdown',
  description: 'The same text for each language as inline Markdown (GFM), with whole addresses',
});
const markdownLists = localized(z.array(z.string())).meta({
  id: 'LocalizedMarkdownList',
  description: 'The same texts for each language as inline Markdown (GFM), with whole addresses',
});
const pages = localized(url).meta({ id: 'LocalizedUrl', description: 'One address for each language' });

/** Makes fields for lists of texts in one language. */
const oneLanguage = <const Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, z.array(z.string())])) as Record<Name, z.ZodArray<z.ZodString>>;

const source = z
  .object({
    title: z.string(),
    url,
    language: z.string().describe('BCP 47 tag of the document'),
    read: z.iso.date().describe('The day the document was read'),
    superseded: z.boolean().describe('A newer document took its place'),
    thirdParty: z.boolean().describe("Somebody else's copy of, or report about, what the provider publishes"),
  })
  .meta({ id: 'Source' });

const entryRef = z
  .object({ catalog: z.string(), code, permalink: url })
  .meta({ id: 'EntryReference', description: 'Another entry' });

const wait = z
  .union([
    z.object({ kind: z.literal('exponential') }),
    z.object({ kind: z.literal('seconds'), seconds: z.number().positive() }),
    z.object({ kind: z.literal('header'), header: z.string() }),
    z.object({ kind: z.literal('described'), text: texts, textMarkdown: markdown }),
    z.null(),
  ])
  .meta({ id: 'Wait', description: 'How long to wait before the same request is sent again' });

const message = z
  .object({
    text: z.string().describe('The literal as the wire carries it; {name} stands for a part that varies'),
    seen: z.enum(sightings),
    example: z.string().nullable(),
  })
  .meta({ id: 'Message' });

const meaningFacts = z
  .object({
    slug: z.string().describe('Anchor of the meaning on its pages and on the permanent link; never changes'),
    problem: z.string().describe('Id of a problem in problems.json'),
    category: z.enum(categories),
    retry: z.enum(retries).describe('What a program may do on its own'),
    wait,
    fixedBy: z.enum(fixers).describe('Who can end it'),
    depth: z.enum(depths).describe('outline: nobody has written causes and fixes of this meaning yet; both are empty'),
    messages: z.array(message),
    title: texts,
    titleOrigin: localized(z.enum(origins)).describe('official where the provider published the title'),
    formerTitles: textLists.describe('Older official wordings, the newest first'),
    causes: textLists,
    causesMarkdown: markdownLists,
    fixes: textLists,
    fixesMarkdown: markdownLists,
    history: textLists.describe('What was once true, with dates'),
    historyMarkdown: markdownLists,
  })
  .meta({ id: 'MeaningFacts' });

const meaning = z
  .object({
    ...meaningFacts.shape,
    permalink: url,
    example: z.object({ envelope: z.string(), text: z.string() }).describe('An answer as it looks on the wire'),
  })
  .meta({ id: 'Meaning' });

/** A meaning in one language. */
const localMeaning = z
  .object({
    ...meaningFacts.shape,
    wait: z
      .union([
        z.object({ kind: z.literal('exponential') }),
        z.object({ kind: z.literal('seconds'), seconds: z.number().positive() }),
        z.object({ kind: z.literal('header'), header: z.string() }),
        z.object({ kind: z.literal('described'), text: z.string(), textMarkdown: z.string() }),
        z.null(),
      ])
      .describe('How long to wait before the same request is sent again'),
    title: z.string(),
    titleOrigin: z.enum(origins),
    ...oneLanguage([
      'formerTitles',
      'causes',
      'causesMarkdown',
      'fixes',
      'fixesMarkdown',
      'history',
      'historyMarkdown',
    ]),
  })
  .meta({ id: 'MeaningInOneLanguage' });

/** What errors.json contains about an entry; the rest can be looked up and would double the size. */
const entryFacts = z
  .object({
    catalog: z.string(),
    code,
    symbol: z.string().nullable().describe('The name of the code in the SDK'),
    group: z.string(),
    status: z.enum(statuses),
    depth: z.enum(depths).describe('outline: all its meanings are outlines'),
    successor: entryRef.nullable().describe('The entry that took its place'),
    retired: z.iso.date().nullable().describe('The day the document of the provider was seen without the code'),
    lastChecked: z.iso.date().describe('The day the newest of its sources was read'),
    permalink: url,
    pages,
    sources: z.array(source).min(1),
    meanings: z.array(meaningFacts).min(1),
  })
  .meta({ id: 'EntryFacts' });

const entry = z
  .object({
    ...entryFacts.shape,
    meanings: z.array(meaning).min(1),
    markdown: pages,
    json: url,
    related: z.array(entryRef),
    sameCode: z.array(entryRef).describe('The same code in other catalogs'),
  })
  .meta({ id: 'Entry' });

const limitValue = z
  .object({
    number: z.number(),
    seconds: z.number().positive().nullable().describe('The span the number is counted in; null for a plain number'),
    atLeast: z.boolean().describe('The provider promises at least this'),
  })
  .meta({ id: 'LimitValue' });

/** An entry in one language. */
const localEntry = z
  .object({ ...entryFacts.shape, page: url, meanings: z.array(localMeaning).min(1) })
  .omit({ catalog: true, pages: true, sources: true })
  .meta({ id: 'EntryInOneLanguage' });

const catalogFields = {
  id: z.string(),
  kind: z.enum(catalogKinds).describe('What kind of API it is'),
  provider: z.object({ id: z.string(), homepage: url, name: texts }),
  name: texts,
  surface: texts,
  summary: texts,
  summaryMarkdown: markdown,
  notes: textLists,
  notesMarkdown: markdownLists,
  history: textLists.describe('What the provider changed, with dates'),
  historyMarkdown: markdownLists,
  lastChecked: z.iso.date().describe('The day the newest of its sources was read'),
  aliases: z.array(z.string()),
  pages,
  markdown: pages,
  json: url,
  errors: pages.describe('Its entries in one language, the smallest file that holds them all'),
};

const catalogSummary = z
  .object({ ...catalogFields, counts: z.object({ entries: z.int().nonnegative(), meanings: z.int().nonnegative() }) })
  .meta({ id: 'CatalogSummary' });

const catalog = z
  .object({
    ...catalogFields,
    sources: z.array(source),
    envelopes: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(envelopeKinds),
        template: z.string().describe('An answer with {{code}} and {{message}} left open'),
        title: texts,
        note: texts.nullable(),
        noteMarkdown: markdown.nullable(),
      }),
    ),
    groups: z.array(z.object({ id: z.string(), title: texts })),
    limits: z.array(
      z.object({
        id: z.string(),
        caption: texts,
        rowHeading: texts,
        note: texts.nullable(),
        noteMarkdown: markdown.nullable(),
        source,
        columns: z.array(texts),
        rows: z.array(z.object({ label: texts, values: z.array(limitValue) })),
      }),
    ),
    entries: z.array(entry),
  })
  .meta({ id: 'Catalog' });

const problem = z
  .object({
    id: z.string(),
    category: z.enum(categories),
    title: texts,
    summary: texts,
    summaryMarkdown: markdown,
    causes: textLists,
    causesMarkdown: markdownLists,
    fixes: textLists,
    fixesMarkdown: markdownLists,
    pages,
    markdown: pages,
    meanings: z.array(z.object({ catalog: z.string(), code, slug: z.string(), permalink: url })),
  })
  .meta({ id: 'Problem' });

/** Fields that every document begins with. */
const envelope = {
  $schema: url.describe('The JSON Schema of this document'),
  schemaVersion: z.string().regex(/^1\.\d+\.\d+$/),
  revision: z.string().describe('The revision of the content that it was generated from'),
};

const counts = z.object({
  catalogs: z.int().nonnegative(),
  entries: z.int().nonnegative(),
  meanings: z.int().nonnegative(),
  problems: z.int().nonnegative(),
});

/** Every kind of document, by the name under which its schema is published. */
export const documents = {
  index: z.object({
    ...envelope,
    site: url,
    languages: z.array(z.string()),
    counts,
    catalogs: z.array(catalogSummary),
    problems: url,
    errors: url,
    csv: url,
    download: url.describe('errors.json, compressed with gzip'),
    schemas: z.record(z.string(), url),
    feeds: pages,
    lastChange: z.iso.date().nullable().describe('The day something was last published'),
  }),
  catalog: z.object({ ...envelope, catalog }),
  entry: z.object({ ...envelope, entry }),
  problems: z.object({ ...envelope, problems: z.array(problem) }),
  'catalog-errors': z.object({
    ...envelope,
    catalog: z.string(),
    language: z.string().describe('BCP 47 tag'),
    entries: z.array(localEntry),
  }),
  errors: z.object({ ...envelope, counts, catalogs: z.array(catalogSummary), entries: z.array(entryFacts) }),
} as const;

export type DocumentName = keyof typeof documents;
export type ApiDocument<Name extends DocumentName> = z.infer<(typeof documents)[Name]>;
export type ApiEntryFacts = z.infer<typeof entryFacts>;
export type ApiEntry = z.infer<typeof entry>;
export type ApiLocalEntry = z.infer<typeof localEntry>;
export type ApiEntryRef = z.infer<typeof entryRef>;
export type ApiMeaning = z.infer<typeof meaning>;
export type ApiCatalogSummary = z.infer<typeof catalogSummary>;
export type ApiCatalog = z.infer<typeof catalog>;
export type ApiProblem = z.infer<typeof problem>;
export type ApiSource = z.infer<typeof source>;
export type ApiLimitValue = z.infer<typeof limitValue>;
export type ApiTexts = z.infer<typeof texts>;
export type ApiTextLists = z.infer<typeof textLists>;
