import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documents } from '../../../src/api/shape.ts';
import {
  apiCatalogErrorsPath,
  apiCsvPath,
  apiDownloadPath,
  apiEntryPath,
  apiErrorsPath,
  apiIndexPath,
  apiProblemsPath,
  apiSchemaPath,
  changesPath,
  entryPath,
  feedPath,
  llmsFullPath,
  llmsPath,
} from '../../../src/catalog/paths.ts';
import { fixers, origins, retries, sightings, statuses } from '../../../src/catalog/schema/vocabulary.ts';
import { documentNames } from '../../../src/generate/api/json-schema.ts';
import { downloads } from '../../../src/generate/downloads.ts';
import { generateFiles } from '../../../src/generate/index.ts';
import { type Locale, localeInfo, locales } from '../../../src/locales.ts';
import { contentDir, context, entryOf, wholeAtlas } from '../../support/fixture.ts';

const pages = new Map(
  locales.map((locale) => [locale, readFileSync(join(contentDir, 'docs', locale, 'api.mdx'), 'utf8')]),
);
const pageOf = (locale: Locale): string => pages.get(locale) ?? '';

// The page names files of these catalogs, and of the whole site.
const { catalogs, ...rest } = wholeAtlas();
const atlas = { ...rest, catalogs: catalogs.filter(({ id }) => pageOf('en').includes(`/${id}`)) };
const files = new Map([...generateFiles(atlas, context)].map(({ path, text }) => [path, text]));
const example = entryOf(atlas, 'tickdb', '3001');

/** Returns the first group of all matches of a pattern. */
const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, part = '']) => part);

const links = (locale: Locale): string[] => found(pageOf(locale), /<SiteLink to="([^"]+)"/g);
const blocks = (locale: Locale, language: string): string[] =>
  found(pageOf(locale), new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'));
const requests = (locale: Locale): string[] =>
  blocks(locale, 'sh').flatMap((block) => found(block, /"\$site([^"]*)"/g));

/** Returns a text without what differs between languages. */
const neutral = (text: string, locale: Locale): string =>
  text
    .replaceAll(`/${locale}/`, '/LOCALE/')
    .replaceAll(`.${locale}.json`, '.LOCALE.json')
    .replaceAll(`"${localeInfo[locale].tag}"`, '"TAG"');

describe.each(locales)('the page on the API in %s', (locale) => {
  it('names the same addresses, commands and fields as in English', () => {
    const of = (other: Locale, pick: (locale: Locale) => string[]) => pick(other).map((text) => neutral(text, other));
    expect(of(locale, links)).toEqual(of('en', links));
    expect(of(locale, requests)).toEqual(of('en', requests));
    expect(of(locale, (name) => blocks(name, 'sh'))).toEqual(of('en', (name) => blocks(name, 'sh')));
    expect(blocks(locale, 'json')).toEqual(blocks('en', 'json'));
    const spans = (name: Locale) => new Set(found(pageOf(name), /(?<!`)`([^`\n]+)`(?!`)/g));
    expect(spans(locale)).toEqual(spans('en'));
  });

  it('names only addresses that exist', () => {
    const own = new Set([
      ...downloads.map(({ path }) => path),
      entryPath(locale, 'tickdb', '3001'),
      changesPath(locale),
    ]);
    for (const address of [...links(locale), ...requests(locale)]) {
      const [path = '', anchor] = address.split('#');
      expect(files.has(path) || own.has(path), address).toBe(true);
      if (anchor !== undefined) expect(files.get(path)).toContain(`id="${anchor}"`);
    }
  });

  it('names every document, every schema and every other form', () => {
    expect(links(locale)).toEqual(
      expect.arrayContaining([
        ...[apiIndexPath, apiErrorsPath, apiDownloadPath, apiCsvPath, apiProblemsPath, apiEntryPath('tickdb', '3001')],
        apiCatalogErrorsPath('tickdb', locale),
        ...documentNames.map(apiSchemaPath),
        ...[llmsPath(), llmsPath(locale), llmsFullPath(locale), changesPath(locale), feedPath(locale)],
      ]),
    );
  });

  it('names every field of an entry and every value with a meaning of its own', () => {
    const entry = documents.entry.shape.entry;
    // The three that every document has are explained elsewhere on the page, and these are self-explanatory.
    const plain = ['catalog', 'code', 'group', 'meanings'];
    const fields = [...Object.keys(entry.shape), ...Object.keys(entry.shape.meanings.element.shape)];
    const values = [...retries, ...fixers, ...statuses, ...sightings, ...origins];
    for (const word of [...fields.filter((field) => !plain.includes(field)), ...values]) {
      expect(pageOf(locale), word).toContain(`\`${word}\``);
    }
  });

  it('shows an entry as it is', () => {
    const [block = ''] = blocks(locale, 'json');
    const { $schema, schemaVersion, entry } = JSON.parse(block.replaceAll('https://error-atlas.example', context.site));
    const real = JSON.parse(files.get(apiEntryPath('tickdb', '3001')) ?? '');
    expect(real, 'the example in content/docs/*/api.mdx is out of date').toMatchObject({
      $schema,
      schemaVersion,
      entry,
    });
  });

  it('shows the steps as they are', () => {
    const [{ text }] = example.meanings;
    const { title, fixes } = text[locale];
    const [steps] = blocks(locale, 'text');
    expect(steps, 'the steps in content/docs/*/api.mdx are out of date').toBe(
      `${[title, ...fixes.map(({ plain }) => plain)].join('\n')}\n`,
    );
  });
});
