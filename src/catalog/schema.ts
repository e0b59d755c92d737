/**
 * The shape of the YAML files under content/. Types are inferred from here, and
 * `npm run schema` writes the JSON Schemas that editors use from the same definitions.
 */
import { z } from 'astro/zod';
import { locales } from '../locales.ts';
import { categories, envelopeKinds, fixers, origins, retries, sightings, statuses } from './terms.ts';
import { text, textBlock } from './text.ts';

/** Ids are URL segments and anchors: lower-case words joined by hyphens. */
const id = z
  .string({ error: 'expected an id in quotes' })
  .max(60, 'too long for an id, expected at most 60 characters')
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'expected lower-case letters, digits and single hyphens');

/**
 * A code becomes a directory, a file name and a URL segment, so only characters that are plain
 * in all three are allowed.
 */
const code = z
  .string({ error: (issue) => `expected a code in quotes, as "${String(issue.input)}"` })
  .max(60, 'too long for a code, expected at most 60 characters')
  .regex(
    /^-?[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*$/,
    'a code may hold letters, digits, single _ and -, and a leading minus sign: it becomes part of an address',
  )
  .regex(/^(?!(?:con|prn|aux|nul|com\d|lpt\d)$)/i, 'this name is reserved by Windows and cannot be a file name');

const address = z.url({ protocol: /^https?$/, error: 'expected an http or https address' });
const date = z.iso.date('expected a date that exists, as 2026-07-16');
const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'expected a language tag, as zh-CN');

const wait = z.union(
  [z.literal('exponential'), z.strictObject({ seconds: z.number().positive() }), z.strictObject({ header: text })],
  { error: 'expected exponential, { seconds: 10 } or { header: Retry-After }' },
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
  messages: z.array(message).max(20),
  envelope: id.optional().describe('Which envelope the example uses; the default one without it'),
  example: textBlock.optional().describe('A whole example answer, where the envelope alone does not tell it'),
});

const entry = z.strictObject({
  code: code.describe('The code as the wire carries it, in quotes'),
  symbol: text.optional().describe('The name of the code in the SDK'),
  group: id.describe('Id of a group in catalog.yaml'),
  status: z.enum(statuses),
  sources: z.array(id).min(1, 'expected at least one source').describe('Ids of sources in catalog.yaml'),
  see: z.array(code).max(8).optional().describe('Related codes of this catalog'),
  successor: code.optional().describe('The code that took its place; only with status: retired'),
  meanings: z.array(meaning).min(1, 'expected at least one meaning').max(20),
});

export const codesFile = z.array(entry).min(1, 'expected at least one code');

const source = z.strictObject({
  title: text.describe("The document's own title"),
  url: address,
  language: languageTag,
  read: date.describe('The day the document was read'),
});

const envelopeMatch = z.union(
  [
    z.strictObject({
      json: z.strictObject({ keys: z.array(text).min(1), code: text.optional(), message: text.optional() }),
    }),
    z.strictObject({ text }),
  ],
  { error: 'expected json: {keys, code, message} or text: "… {code} … {message} …"' },
);

const envelope = z.strictObject({
  id,
  kind: z.enum(envelopeKinds),
  language: z.enum(['json', 'text', 'python', 'http']),
  template: textBlock.describe('The answer with {{code}}, {{code:json}}, {{message}} and {{message:json}} left open'),
  match: envelopeMatch.optional().describe('How the finder recognises it in a pasted text'),
  messageTail: z.string().max(8).optional().describe('What stands between the message and a free detail after it'),
});

const limitValue = z.union(
  [
    z.number().nonnegative(),
    z.strictObject({ number: z.number().nonnegative(), atLeast: z.literal(true) }),
    z.strictObject({
      count: z.number().positive(),
      seconds: z.number().positive(),
      atLeast: z.literal(true).optional(),
    }),
  ],
  { error: 'expected a number, { number, atLeast: true } or { count, seconds }' },
);

export const catalogFile = z.strictObject({
  provider: z.strictObject({ id, homepage: address }),
  aliases: z.array(text).describe('How people spell the provider or the catalog'),
  sources: z.record(id, source),
  envelopes: z.array(envelope).min(1),
  defaultEnvelope: id,
  clues: z.array(text).describe('Parts of a pasted text that point to this catalog'),
  groups: z.array(id).min(1),
  limits: z.array(
    z.strictObject({
      id,
      source: id,
      columns: z.array(id).min(1),
      rows: z.array(z.strictObject({ id, values: z.array(limitValue) })).min(1),
    }),
  ),
  handling: z.array(
    z.strictObject({
      language: z.enum(['python', 'javascript']),
      file: z.string().regex(/^[a-z0-9-]+\.[a-z]+$/, 'expected the name of a file beside catalog.yaml'),
    }),
  ),
});

const points = z.array(text).min(1, 'expected at least one item').max(12);

const meaningText = z.strictObject({
  title: text.describe('Short label of the meaning'),
  origin: z.enum(origins).describe('official where the provider published it in this language'),
  causes: points.describe('Why it happens, likeliest first'),
  fixes: points.describe('What to do, in the order to try'),
});

export const catalogTextFile = z.strictObject({
  catalog: z.strictObject({
    name: text,
    provider: text,
    surface: text,
    summary: text,
    notes: z.array(text).optional(),
    groups: z.record(id, text),
    envelopes: z.record(id, z.strictObject({ title: text, note: text.optional() })),
    limits: z
      .record(
        id,
        z.strictObject({
          caption: text,
          rowHeading: text,
          columns: z.record(id, text),
          rows: z.record(id, text),
          note: text.optional(),
        }),
      )
      .optional(),
    handling: z.strictObject({ intro: text, points }),
  }),
  codes: z.record(z.string(), z.record(z.string(), meaningText)),
});

export const problemsFile = z.array(z.strictObject({ id, category: z.enum(categories) })).min(1);

export const problemTextFile = z.record(
  z.string(),
  z.strictObject({ title: text, summary: text, causes: points, fixes: points }),
);

/** Addresses that moved: from an old path to a new one, both without the base path. */
export const redirectsFile = z.array(
  z.strictObject({
    from: z.string().regex(/^\/[a-z0-9_/-]+\/$/, 'expected a path that begins and ends with /'),
    to: z.string().regex(/^\/[a-z0-9_/-]+\/$/, 'expected a path that begins and ends with /'),
  }),
);

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

/** The schema of every kind of content file, by the name its JSON Schema is written under. */
export const schemas = {
  catalog: catalogFile,
  codes: codesFile,
  'catalog-texts': catalogTextFile,
  problems: problemsFile,
  'problem-texts': problemTextFile,
  redirects: redirectsFile,
} as const;

/** How many text files a catalog needs: one per locale. */
export const textFileName = (locale: (typeof locales)[number]): string => `text.${locale}.yaml`;
