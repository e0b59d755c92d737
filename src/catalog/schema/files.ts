/**
 * The shape of the YAML files under content/. Types are inferred from here, and
 * `npm run schema` writes the JSON Schemas that editors use from the same definitions:
 * the descriptions are what an editor shows beside a key. A message that begins with
 * "expected" is reported with what was found in front of it (schema-messages.ts).
 */
import { z } from 'astro/zod';
import type { locales } from '../../locales.ts';
import { proseFault } from '../prose/check.ts';
import { joint, text, textBlock } from './text.ts';
import { address, code, date, folderId, id, languageTag, path, template } from './values.ts';
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
} from './vocabulary.ts';

const wait = z.union(
  [
    z.literal('exponential').describe('No time is published: start small and double it'),
    z.strictObject({ seconds: z.number().positive().describe('The published waiting time') }),
    z.strictObject({ header: text.describe('The header that tells the waiting time') }),
    z.literal('described').describe('What is published stands in the texts, as wait of the meaning'),
  ],
  { error: 'expected exponential, described, { seconds: 10 } or { header: Retry-After }' },
);

const message = z.strictObject({
  text: text.describe('The literal as the wire carries it; {name} stands for a part that varies'),
  seen: z.enum(sightings).describe('Where the literal was seen'),
  example: text.optional().describe('The same message with its variable parts filled in'),
});

const meaning = z.strictObject({
  slug: id.describe('Anchor of the meaning; never changes'),
  problem: id.describe('Id of a problem in content/problems/problems.yaml'),
  retry: z.enum(retries).describe('What a program may do on its own'),
  wait: wait.optional().describe('How long to wait; only with retry: backoff'),
  fixedBy: z.enum(fixers).describe('Who can end it'),
  depth: z
    .enum(depths)
    .optional()
    .describe('outline: of this meaning alone nobody has written causes and fixes; that of the entry without it'),
  messages: z.array(message).max(20).describe('Literals that come with the code; [] where none is published'),
  envelope: id.optional().describe('Which envelope the example uses; the default one without it'),
  repeats: z
    .array(text)
    .max(20)
    .optional()
    .describe(
      'Lines of the general guidance that the entry says itself and its page leaves out, each as its English text begins',
    ),
  example: textBlock.optional().describe('A whole example answer, where the envelope alone does not tell it'),
});

const entry = z.strictObject({
  code: code.describe('The code as the wire carries it, in quotes'),
  symbol: text.optional().describe('The name of the code in the SDK'),
  group: id.describe('Id of a group in catalog.yaml'),
  status: z.enum(statuses).describe('Whether the provider lists the code, does not, or no longer does'),
  depth: z
    .enum(depths)
    .optional()
    .describe('outline: nobody has written causes and fixes yet, and the texts have none; full without it'),
  sources: z.array(id).min(1).describe('Ids of sources in catalog.yaml'),
  see: z.array(code).max(8).optional().describe('Related codes of this catalog'),
  retired: date.optional().describe('The day its document was seen without the code; only with status: retired'),
  successor: code.optional().describe('The code that took its place; only with status: retired'),
  meanings: z
    .array(meaning)
    .min(1)
    .max(60)
    .describe('What the code means; more than one where the message tells them apart'),
});

export const codesFile = z.array(entry).min(1).describe('All codes of a catalog: the facts, without texts');

const source = z.strictObject({
  title: text.describe("The document's own title"),
  url: address.describe('Where the document is'),
  language: languageTag.describe('The language of the document, as en, zh-CN or zh-TW'),
  read: date.describe('The day the document was read'),
  supersededBy: id.optional().describe('Id of the source that took its place'),
  thirdParty: z
    .literal(true)
    .optional()
    .describe("Somebody else's copy of, or report about, what the provider publishes"),
});

const envelopeMatch = z.union(
  [
    z.strictObject({
      json: z
        .strictObject({
          keys: z.array(text).min(1).describe('The keys that such an answer always has'),
          code: text.optional().describe('The key that holds the code'),
          message: text.optional().describe('The key that holds the message'),
          subCode: text
            .optional()
            .describe('The key that holds the second half of the code: 51008 and 1000 are the code 51008_1000'),
        })
        .describe('The answer is JSON'),
    }),
    z.strictObject({
      text: text.describe(
        'The answer is a line of text: the line with {code} and {message} left open, and {id} for a number that varies',
      ),
    }),
  ],
  { error: 'expected json: { keys, code, message } or text: "… {code} … {message} …"' },
);

const envelope = z.strictObject({
  id: id.describe('Named by defaultEnvelope, by codes.yaml and by the texts'),
  kind: z.enum(envelopeKinds).describe('How the error reaches the program'),
  language: z.enum(['json', 'text', 'python', 'http']).describe('How the example is coloured'),
  template: template.describe('The answer with {{code}}, {{code:json}}, {{message}} and {{message:json}} left open'),
  match: envelopeMatch.optional().describe('How the finder recognises it in a pasted text'),
  messageTail: joint.optional().describe('What stands between the message and a free detail after it'),
});

const limitValue = z.union(
  [
    z.number().nonnegative().describe('So many at once'),
    z.strictObject({
      number: z.number().nonnegative().describe('So many at once'),
      atLeast: z.literal(true).describe('The provider may grant more'),
    }),
    z.strictObject({
      count: z.number().positive().describe('So many …'),
      seconds: z.number().positive().describe('… in so many seconds'),
      atLeast: z.literal(true).optional().describe('The provider may grant more'),
    }),
  ],
  { error: 'expected a number, { number, atLeast: true } or { count, seconds }' },
);

const limit = z.strictObject({
  id: id.describe('Named by the texts'),
  source: id.describe('Id of the source that publishes the limits'),
  columns: z.array(id).min(1).describe('One for each column of the table, as a plan'),
  rows: z
    .array(
      z.strictObject({
        id: id.describe('Named by the texts'),
        values: z.array(limitValue).describe('One for each column'),
      }),
    )
    .min(1)
    .describe('What is limited, as requests or connections'),
});

export const catalogFile = z
  .strictObject({
    kind: z.enum(catalogKinds).describe('What kind of API it is: the home page groups catalogs by it'),
    provider: z
      .strictObject({
        id: id.describe('The same in all catalogs of the provider'),
        homepage: address.describe("The provider's site"),
      })
      .describe('Who runs the API'),
    aliases: z.array(text).describe('How people spell the provider or the catalog'),
    sources: z
      .record(id, source.describe('A document of the provider'))
      .describe('The documents that the facts come from'),
    envelopes: z.array(envelope).min(1).describe('How an error looks on the wire'),
    defaultEnvelope: id.describe('Id of the envelope that most codes come in'),
    clues: z.array(text).describe('Parts of a pasted text that point to this catalog'),
    groups: z.array(id).min(1).describe('The groups of codes, in the order they are shown'),
    limits: z.array(limit).describe('Tables of rate limits; [] where none is published'),
    handling: z
      .array(
        z.strictObject({
          language: z.enum(['python', 'javascript']).describe('The language of the sample'),
          file: z
            .string()
            .regex(
              /^[a-z0-9-]+\.(?:py|mjs|js|ts)$/,
              'expected the name of a .py, .mjs, .js or .ts file beside catalog.yaml',
            )
            .describe('The file with the sample, beside catalog.yaml'),
        }),
      )
      .describe('Sample code that handles the errors'),
  })
  .describe('What is told of a catalog as a whole: the facts, without texts');

/** A text that may mark up words and contain links: inline Markdown. */
const prose = text.check((context) => {
  if (context.issues.length > 0) return;
  const message = proseFault(context.value);
  if (message !== undefined) context.issues.push({ code: 'custom', input: context.value, message });
});

const points = z.array(prose).min(1).max(12);

const former = z.strictObject({
  title: text.describe('An older official wording, letter for letter'),
  source: id.describe('Id of the source that has it'),
});

const history = z.array(prose).min(1).max(12);

const meaningText = z.strictObject({
  title: text.describe('Short label of the meaning'),
  origin: z
    .enum(origins)
    .describe('official: letter for letter from the provider; third-party: by a copy; translated: ours'),
  source: id.optional().describe('Id of the source of the title'),
  former: z.array(former).min(1).max(5).optional().describe('Older official wordings, the newest first'),
  wait: prose.optional().describe('What is published about waiting; with wait: described'),
  causes: points.optional().describe('Why it happens, likeliest first; inline Markdown; none with depth: outline'),
  fixes: points.optional().describe('What to do, in the order to try; inline Markdown; none with depth: outline'),
  history: history.optional().describe('What was once true, with dates; inline Markdown'),
});

const limitText = z.strictObject({
  caption: text.describe('What the table shows'),
  rowHeading: text.describe('Heading of the first column'),
  columns: z.record(id, text).describe('Headings, by the ids in catalog.yaml'),
  rows: z.record(id, text).describe('Row labels, by the ids in catalog.yaml'),
  note: prose.optional().describe('What to know about the table; inline Markdown'),
});

export const catalogTextFile = z
  .strictObject({
    catalog: z
      .strictObject({
        name: text.describe('Name of the catalog'),
        provider: text.describe('Name of the provider'),
        surface: text.describe('Which of its APIs this is'),
        summary: prose.describe('What the API is for, in a sentence or two; inline Markdown'),
        notes: z.array(prose).optional().describe('What surprises people about its errors; inline Markdown'),
        history: history.optional().describe('What the provider changed, with dates; inline Markdown'),
        terms: z
          .record(text, text)
          .optional()
          .describe('Words of the general guidance that this provider calls otherwise, as 订单: 委托'),
        groups: z.record(id, text).describe('Names of the groups, by the ids in catalog.yaml'),
        envelopes: z
          .record(
            id,
            z.strictObject({
              title: text.describe('Where such an answer is met'),
              note: prose.optional().describe('What to know about it; inline Markdown'),
            }),
          )
          .describe('Names of the envelopes, by the ids in catalog.yaml'),
        limits: z
          .record(id, limitText)
          .optional()
          .describe('Texts of the tables of limits, by the ids in catalog.yaml'),
        handling: z
          .strictObject({
            intro: prose.describe('What the samples do; inline Markdown'),
            points: points.describe('What code that handles the errors must respect; inline Markdown'),
          })
          .describe('How to handle the errors in code'),
      })
      .describe('Texts about the catalog as a whole'),
    codes: z
      .record(
        z.string().describe('A code of codes.yaml, in quotes'),
        z
          .record(z.string().describe('The slug of a meaning'), meaningText.describe('One meaning of the code'))
          .describe('The meanings of the code, by their slugs'),
      )
      .describe('The texts of all codes'),
  })
  .describe('The texts of a catalog in one language');

export const problemsFile = z
  .array(
    z.strictObject({
      id: folderId.describe('Part of the address of its page; never changes'),
      category: z.enum(categories).describe('What kind of problem it is'),
    }),
  )
  .min(1)
  .describe('What can go wrong, whoever the provider is');

export const problemTextFile = z
  .record(
    z.string().describe('Id of a problem in problems.yaml'),
    z
      .strictObject({
        title: text.describe('Short label of the problem'),
        summary: prose.describe('What is wrong, in a sentence; inline Markdown'),
        causes: points.describe('Why it happens at any provider, likeliest first; inline Markdown'),
        fixes: points.describe('What helps at any provider, in the order to try; inline Markdown'),
      })
      .describe('The texts of one problem'),
  )
  .describe('The texts of all problems in one language');

/** Addresses that moved. */
export const redirectsFile = z
  .array(
    z.strictObject({
      from: path.describe('The old permanent link, as /catalog/code/'),
      to: path.describe('The permanent link of the entry that took its place'),
    }),
  )
  .describe('Permanent links that moved');

export type CatalogFile = z.infer<typeof catalogFile>;
export type CodesFile = z.infer<typeof codesFile>;
export type EntryData = CodesFile[number];
export type MeaningData = EntryData['meanings'][number];
export type CatalogTextFile = z.infer<typeof catalogTextFile>;
export type ProblemsFile = z.infer<typeof problemsFile>;
export type ProblemTextFile = z.infer<typeof problemTextFile>;
export type RedirectsFile = z.infer<typeof redirectsFile>;
export type MeaningText = z.infer<typeof meaningText>;
export type Message = z.infer<typeof message>;
export type Wait = z.infer<typeof wait>;
export type Source = z.infer<typeof source>;
export type Envelope = z.infer<typeof envelope>;
export type LimitValue = z.infer<typeof limitValue>;

/** The schema of every kind of content file, by the name under which its JSON Schema is written. */
export const schemas = {
  catalog: catalogFile,
  codes: codesFile,
  'catalog-texts': catalogTextFile,
  problems: problemsFile,
  'problem-texts': problemTextFile,
  redirects: redirectsFile,
} as const;

/** Returns the name of the file with the texts of one language, which is beside what they describe. */
export const textFileName = (locale: (typeof locales)[number]): string => `text.${locale}.yaml`;
