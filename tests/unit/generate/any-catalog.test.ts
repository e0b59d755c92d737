/** Everything the schema accepts is read, and every text comes back from every file unchanged. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Atlas, MeaningTexts } from '../../../src/catalog/model.ts';
import { readAtlas } from '../../../src/catalog/read.ts';
import type { MeaningText } from '../../../src/catalog/schema/files.ts';
import { csvFiles } from '../../../src/generate/api/csv.ts';
import { jsonFiles } from '../../../src/generate/api/json.ts';
import { markdownFiles } from '../../../src/generate/markdown.ts';
import { permanentFiles } from '../../../src/generate/permanent-links.ts';
import { locales } from '../../../src/locales.ts';
import { anyContent, type Content, type Pick, type Size, writeContent } from '../../support/any-content.ts';
import { fileFaults } from '../../support/file-texts.ts';
import { context } from '../../support/fixture.ts';
import { runs } from '../../support/runs.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-any-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Returns the parts of a meaning's text; missing optional ones get a default. */
const partsOf = (text: MeaningText | MeaningTexts | undefined) =>
  text && [
    text.title,
    text.origin,
    (text.former ?? []).map(({ title }) => title),
    text.wait ?? null,
    text.causes ?? [],
    text.fixes ?? [],
    text.history ?? [],
  ];

/** The texts of the model, as the files have them. */
const asWritten = ({ catalogs, problems, problemTexts }: Content) => ({
  problems: problems.map(({ id }) => [id, locales.map((locale) => problemTexts[locale][id])]),
  catalogs: [...catalogs].map(([id, { catalog, codes, texts, sample }]) => [
    id,
    catalog.aliases,
    Object.values(catalog.sources).map(({ title }) => title),
    catalog.envelopes.map(({ template }) => template),
    sample.trimEnd(),
    locales.map((locale) => {
      const { name, provider, surface, summary, notes, groups, limits, handling } = texts[locale].catalog;
      return [name, provider, surface, summary, notes, catalog.groups.map((group) => groups[group]), limits, handling];
    }),
    codes.map(({ code, symbol, meanings }) => [
      code,
      symbol,
      meanings.map(({ slug, messages }) => [
        slug,
        messages,
        locales.map((locale) => partsOf(texts[locale].codes[code]?.[slug])),
      ]),
    ]),
  ]),
});

/** The same, from the model. */
const asRead = ({ catalogs, problems }: Atlas, { catalogs: written }: Content) => ({
  problems: problems.map(({ id, text }) => [id, locales.map((locale) => text[locale])]),
  catalogs: [...written.keys()].map((id) => {
    const catalog = catalogs.find((other) => other.id === id);
    if (!catalog) throw new Error(`no catalog ${id}`);
    const order = written.get(id)?.codes.map(({ code }) => code) ?? [];
    return [
      id,
      catalog.aliases,
      [...catalog.sources.values()].map(({ title }) => title),
      catalog.envelopes.map(({ template }) => template),
      catalog.handling.samples[0]?.code,
      locales.map((locale) => [
        catalog.name[locale],
        catalog.provider.name[locale],
        catalog.surface[locale],
        catalog.summary[locale],
        catalog.notes[locale],
        catalog.groups.map(({ title }) => title[locale]),
        limitsOf(written.get(id), catalog.limits, locale),
        catalog.handling.text[locale],
      ]),
      order
        .map((code) => catalog.entries.find((entry) => entry.code === code))
        .map((entry) => [
          entry?.code,
          entry?.symbol,
          entry?.meanings.map(({ slug, messages, text }) => [
            slug,
            messages,
            locales.map((locale) => partsOf(text[locale])),
          ]),
        ]),
    ];
  }),
});

function limitsOf(
  written: Content['catalogs'] extends ReadonlyMap<string, infer C> ? C | undefined : never,
  limits: Atlas['catalogs'][number]['limits'],
  locale: (typeof locales)[number],
) {
  return Object.fromEntries(
    limits.map((limit, index) => {
      const ids = written?.catalog.limits[index];
      const byId = (names: readonly string[] = [], values: readonly { readonly [L in typeof locale]: string }[]) =>
        Object.fromEntries(names.map((name, place) => [name, values[place]?.[locale]]));
      return [
        limit.id,
        {
          caption: limit.caption[locale],
          rowHeading: limit.rowHeading[locale],
          columns: byId(ids?.columns, limit.columns),
          rows: byId(
            ids?.rows.map(({ id }) => id),
            limit.rows.map(({ label }) => label),
          ),
        },
      ];
    }),
  );
}

/** Replaces every text in a value with its source as in the file. */
function sourcesIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sourcesIn);
  if (typeof value !== 'object' || value === null) return value;
  if ('source' in value && 'plain' in value) return value.source;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, sourcesIn(part)]));
}

const size: Size = { catalogs: 1, codes: 2, problems: 2 };
const same = <T>(arbitrary: fc.Arbitrary<T>) => arbitrary;

describe('any catalog that the schema accepts', () => {
  it('comes back from JSON, CSV, Markdown twins and permanent links exactly', { timeout: 60_000 }, () => {
    let count = 0;
    fc.assert(
      fc.property(fc.gen(), (generator) => {
        const content = anyContent(((arbitrary) => generator(same, arbitrary as fc.Arbitrary<unknown>)) as Pick, size);
        const dir = join(folder, String(count++));
        mkdirSync(dir);
        writeContent(dir, content);
        const atlas = readAtlas(dir, dir);
        rmSync(dir, { recursive: true });
        expect(sourcesIn(asRead(atlas, content))).toEqual(asWritten(content));
        const files = new Map(
          [jsonFiles, csvFiles, markdownFiles, permanentFiles]
            .flatMap((make) => [...make(atlas, context)])
            .map(({ path, text }) => [path, text]),
        );
        expect(fileFaults(atlas, (path) => files.get(path) ?? '')).toEqual([]);
      }),
      { numRuns: runs(60), interruptAfterTimeLimit: 15_000, markInterruptAsFailure: false },
    );
    console.log(`${count} catalogs`);
  });
});
