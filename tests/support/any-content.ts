/** Complete content folders that the schema accepts, made from arbitrary parts. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { reservedSegments, sections } from '../../src/catalog/paths.ts';
import type {
  CatalogFile,
  CatalogTextFile,
  CodesFile,
  MeaningText,
  ProblemsFile,
  ProblemTextFile,
} from '../../src/catalog/schema/files.ts';
import { code, folderId, id } from '../../src/catalog/schema/values.ts';
import {
  catalogKinds,
  categories,
  type Depth,
  depths,
  fixers,
  origins,
  retries,
  sightings,
} from '../../src/catalog/schema/vocabulary.ts';
import { type Localized, locales, localized } from '../../src/locales.ts';
import { anyBlock, anyProse, anyTemplate, anyText } from './any-text.ts';

/** Takes one value from an arbitrary: a property's generator or a seeded one. */
export type Pick = <T>(arbitrary: fc.Arbitrary<T>) => T;

export interface CatalogContent {
  readonly catalog: CatalogFile;
  readonly codes: CodesFile;
  readonly texts: Localized<CatalogTextFile>;
  readonly sample: string;
}

export interface Content {
  readonly catalogs: ReadonlyMap<string, CatalogContent>;
  readonly problems: ProblemsFile;
  readonly problemTexts: Localized<ProblemTextFile>;
}

/** How many of each thing there are. */
export interface Size {
  readonly catalogs: number;
  /** In each catalog. */
  readonly codes: number;
  readonly problems: number;
}

const words = [
  'constructor',
  'tostring',
  'valueof',
  'hasownproperty',
  'prototype',
  'length',
  'name',
  'then',
  'a',
  'x1-y',
];
const anyId = fc
  .oneof(fc.constantFrom(...words), fc.stringMatching(/^[a-z][a-z0-9]{0,6}(?:-[a-z0-9]{1,4}){0,2}$/))
  .filter((value) => id.safeParse(value).success);
const anyFolder = anyId.filter((value) => folderId.safeParse(value).success && !reservedSegments.has(value));
const names = [
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'null',
  'true',
  'NaN',
  '007',
  '-1',
  '0',
  '1e3',
  'y',
];
const anyCode = fc
  .oneof(fc.constantFrom(...names), fc.stringMatching(/^-?[A-Za-z0-9]{1,8}(?:[_-][A-Za-z0-9]{1,6}){0,2}$/))
  .filter((value) => code.safeParse(value).success);

const several = <T>(arbitrary: fc.Arbitrary<T>, least: number, most: number) =>
  fc.uniqueArray(arbitrary, { minLength: least, maxLength: most });
const ids = several(anyId, 1, 3);
const slugs = several(
  // Page sections have anchors of their own.
  anyId.filter((slug) => !sections.some((section) => slug.startsWith(section) || slug.endsWith(`-${section}`))),
  1,
  3,
);
const points = fc.array(anyProse, { minLength: 1, maxLength: 3 });
const plainPoints = fc.array(anyText, { minLength: 1, maxLength: 3 });
const optionalText = fc.option(anyText, { nil: undefined });
const anyMessages = fc.array(
  fc.record(
    { text: anyText, seen: fc.constantFrom(...sightings), example: anyText },
    { requiredKeys: ['text', 'seen'] },
  ),
  { maxLength: 2 },
);
const anyWait = fc.oneof(
  fc.constantFrom('exponential' as const, 'described' as const),
  fc.record({ seconds: fc.integer({ min: 1, max: 99 }) }),
  fc.record({ header: anyText }),
);

/** Puts together a content folder in which every reference leads somewhere. */
export function anyContent(pick: Pick, size: Size): Content {
  const oneOf = <T>(values: readonly T[]): T => pick(fc.constantFrom(...values));
  const textsOf = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, pick(anyText)]));
  const problems = pick(several(anyFolder, size.problems, size.problems)).map((problem) => ({
    id: problem,
    category: oneOf(categories),
  }));
  const problemTexts = localized(() =>
    Object.fromEntries(
      problems.map((problem) => [
        problem.id,
        { title: pick(anyText), summary: pick(anyProse), causes: pick(points), fixes: pick(points) },
      ]),
    ),
  );
  const meaningText = (isDescribed: boolean, depth: Depth, sources: readonly string[]): MeaningText => ({
    title: pick(anyText),
    origin: oneOf(origins),
    ...(pick(fc.boolean())
      ? { source: oneOf(sources), former: [{ title: pick(anyText), source: oneOf(sources) }] }
      : {}),
    ...(isDescribed ? { wait: pick(anyProse) } : {}),
    ...(depth === 'full' ? { causes: pick(points), fixes: pick(points) } : {}),
    ...(pick(fc.boolean()) ? { history: pick(points) } : {}),
  });

  const catalogOf = (): CatalogContent => {
    const [groups, sources, envelopes] = [pick(ids), pick(ids), pick(ids)];
    const [columns, rows] = [pick(ids), pick(ids)];
    const catalog: CatalogFile = {
      kind: oneOf(catalogKinds),
      provider: { id: pick(anyId), homepage: 'https://a.example/?a=1&b=%3C' },
      aliases: pick(plainPoints),
      sources: Object.fromEntries(
        sources.map((source) => [
          source,
          { title: pick(anyText), url: "https://a.example/(a)/_b_?c='d'&e=*", language: 'en', read: '2026-07-01' },
        ]),
      ),
      envelopes: envelopes.map((envelope) => ({
        id: envelope,
        kind: 'http' as const,
        language: 'json' as const,
        template: pick(anyTemplate),
        match: { json: { keys: [pick(anyText)], code: pick(anyText) } },
      })),
      defaultEnvelope: oneOf(envelopes),
      clues: pick(plainPoints),
      groups,
      limits: [
        {
          id: 'constructor',
          source: oneOf(sources),
          columns,
          rows: rows.map((row) => ({ id: row, values: columns.map(() => 5) })),
        },
      ],
      handling: [{ language: 'python', file: 'handling.py' }],
    };
    const list = pick(
      fc.uniqueArray(anyCode, {
        minLength: size.codes,
        maxLength: size.codes,
        selector: (value) => value.toLowerCase(),
      }),
    );
    const codes: CodesFile = list.map((own): CodesFile[number] => {
      const symbol = pick(optionalText);
      const see = list.filter((other) => other !== own).slice(0, 2);
      return {
        code: own,
        ...(symbol === undefined ? {} : { symbol }),
        group: oneOf(groups),
        status: oneOf(['documented', 'undocumented', 'retired'] as const),
        ...(pick(fc.boolean()) ? { depth: oneOf(depths) } : {}),
        sources: [oneOf(sources)],
        ...(see.length === 0 ? {} : { see }),
        meanings: pick(slugs).map((slug) => {
          const retry = oneOf(retries);
          const fixer = oneOf(retry === 'after-fix' ? (['you', 'account'] as const) : fixers);
          return {
            slug,
            problem: oneOf(problems).id,
            retry,
            ...(retry === 'backoff' ? { wait: pick(anyWait) } : {}),
            fixedBy: fixer,
            ...(pick(fc.boolean()) ? { depth: oneOf(depths) } : {}),
            messages: pick(anyMessages),
            envelope: oneOf(envelopes),
            ...(pick(fc.boolean()) ? { example: pick(anyBlock) } : {}),
          };
        }),
      };
    });
    const texts = localized((): CatalogTextFile => {
      const note = pick(fc.option(anyProse, { nil: undefined }));
      return {
        catalog: {
          name: pick(anyText),
          provider: pick(anyText),
          surface: pick(anyText),
          summary: pick(anyProse),
          notes: pick(points),
          groups: textsOf(groups),
          envelopes: Object.fromEntries(
            envelopes.map((key) => [key, { title: pick(anyText), ...(note === undefined ? {} : { note }) }]),
          ),
          limits: {
            constructor: {
              caption: pick(anyText),
              rowHeading: pick(anyText),
              columns: textsOf(columns),
              rows: textsOf(rows),
            },
          },
          handling: { intro: pick(anyProse), points: pick(points) },
        },
        codes: Object.fromEntries(
          codes.map((entry) => [
            entry.code,
            Object.fromEntries(
              entry.meanings.map(({ slug, wait, depth }) => [
                slug,
                meaningText(wait === 'described', depth ?? entry.depth ?? 'full', sources),
              ]),
            ),
          ]),
        ),
      };
    });
    return { catalog, codes, texts, sample: pick(anyBlock) };
  };
  const folders = pick(several(anyFolder, size.catalogs, size.catalogs));
  return { catalogs: new Map(folders.map((folder) => [folder, catalogOf()])), problems, problemTexts };
}

/** Makes content from a seed: the same seed gives the same content. */
export function seededContent(seed: number, size: Size): Content {
  let count = 0;
  return anyContent((arbitrary) => {
    const [value] = fc.sample(arbitrary, { seed: seed + count++, numRuns: 1 });
    return value as never;
  }, size);
}

/** Writes the files of a content folder. */
export function writeContent(dir: string, { catalogs, problems, problemTexts }: Content): void {
  const put = (path: string, file: string) => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), file);
  };
  const yaml = (value: unknown) => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
  for (const [folder, { catalog, codes, texts, sample }] of catalogs) {
    put(`catalogs/${folder}/catalog.yaml`, yaml(catalog));
    put(`catalogs/${folder}/codes.yaml`, yaml(codes));
    put(`catalogs/${folder}/handling.py`, sample);
    for (const locale of locales) put(`catalogs/${folder}/text.${locale}.yaml`, yaml(texts[locale]));
  }
  put('problems/problems.yaml', yaml(problems));
  for (const locale of locales) put(`problems/text.${locale}.yaml`, yaml(problemTexts[locale]));
}
