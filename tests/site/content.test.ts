import { describe, expect, test } from 'vitest';
import { catalogPath, entryPath, problemPath } from '../../src/catalog/paths.ts';
import { guidanceLists } from '../../src/catalog/repeats.ts';
import { readable } from '../../src/documents/blocks.ts';
import { meaningTitles } from '../../src/documents/describe.ts';
import { inTermsOf } from '../../src/documents/guidance.ts';
import { meaningWith } from '../../src/documents/related.ts';
import { formatDate } from '../../src/i18n/format.ts';
import { ui } from '../../src/i18n/index.ts';
import { localeInfo, locales } from '../../src/locales.ts';
import { getAtlas } from '../../src/site/atlas.ts';
import { sampledOf } from '../support/site/sample.ts';
import { attribute, elements, htmlFiles, parsePage, read, textOf, textsOf } from '../support/site/site.ts';

const { catalogs, problems } = getAtlas();
const file = (path: string) => `${path.slice(1)}index.html`;

describe.each(locales)('%s', (locale) => {
  test.each(catalogs.map((catalog) => [catalog.id, catalog] as const))(
    'pages of %s, some of every kind, show every text and fact',
    (_catalog, catalog) => {
      for (const entry of sampledOf(catalog)) {
        const where = entryPath(locale, catalog.id, entry.code);
        const page = parsePage(file(where));
        const [heading = ''] = textsOf(page, 'h1');
        expect(heading).toContain(entry.code);
        const items = textsOf(page, 'li').map((text) => text.trim());
        const codes = textsOf(page, 'code');
        const all = textOf(page);
        for (const { text, messages, problem, retry, fixedBy, example, depth } of entry.meanings) {
          const { title, causes, fixes } = text[locale];
          expect(all).toContain(title);
          for (const { plain } of [...causes, ...fixes]) expect(items, where).toContain(plain);
          for (const message of messages) expect(codes, where).toContain(message.text);
          if (depth === 'full' || entry.meanings.length === 1)
            expect(codes.map((code) => code.trim())).toContain(readable(example.text));
          expect(all).toContain(ui[locale].retry[retry].label);
          if (retry !== 'none') expect(all).toContain(ui[locale].fixedBy[fixedBy].label);
          const isShort = entry.meanings.length > 1 && depth === 'outline';
          expect(all).toContain(isShort ? problem.text[locale].title : ui[locale].category[problem.category]);
          if (entry.meanings.length > 1 && entry.meanings.some((other) => other.depth === 'outline')) continue;
          const said = entry.meanings.filter((other) => other.problem === problem).flatMap(({ repeats }) => repeats);
          for (const list of guidanceLists) {
            problem.text[locale][list].forEach(({ plain }, index) => {
              const isSaid = said.some((line) => line.list === list && line.index === index);
              expect(items.includes(inTermsOf(plain, catalog.terms[locale])), `${where}: ${plain}`).toBe(!isSaid);
            });
          }
        }
        for (const other of locales) expect(all).toContain(meaningTitles(entry, other));
        for (const { title, url, read } of entry.sources) {
          expect(all).toContain(title);
          expect([...elements(page)].some((element) => attribute(element, 'href') === url)).toBe(true);
          expect(all).toContain(formatDate(read, locale));
        }
      }
    },
  );

  test.each(catalogs.map((catalog) => [catalog.id, catalog] as const))(
    'the table of %s holds every row',
    (_id, catalog) => {
      const page = parsePage(file(catalogPath(locale, catalog.id)));
      const rows = [...elements(page)]
        .filter((element) => element.tagName === 'tr' && attribute(element, 'data-code') !== undefined)
        .map((row) => [attribute(row, 'data-code'), textOf(row)] as const);
      const meanings = catalog.entries.flatMap((entry) => entry.meanings);
      expect(rows.map(([code]) => code)).toEqual(meanings.map(({ entry }) => entry.code));
      meanings.forEach((meaning, index) => {
        const text = rows[index]?.[1];
        expect(text).toContain(meaning.text[locale].title);
        for (const message of meaning.messages) expect(text).toContain(message.text);
        expect(text).toContain(ui[locale].retry[meaning.retry].label);
      });
    },
  );

  test('every problem has a page with its guidance and its entries', () => {
    for (const problem of problems) {
      const page = parsePage(file(problemPath(locale, problem.id)));
      const { title, summary, causes, fixes } = problem.text[locale];
      const all = textOf(page);
      for (const { plain } of [summary, ...causes, ...fixes]) expect(all).toContain(plain);
      expect(all).toContain(title);
      const links = [...elements(page)].flatMap((element) => attribute(element, 'href') ?? []);
      for (const { entry } of problem.meanings) {
        const { slug } = meaningWith([problem], entry);
        const path = entryPath(locale, entry.catalog.id, entry.code);
        const wanted = slug === entry.meanings[0].slug ? path : `${path}#${slug}`;
        expect(
          links.some((href) => href.endsWith(wanted)),
          wanted,
        ).toBe(true);
      }
    }
  });
});

/** All pages, read once: what is checked here is in a page's first lines. */
const pages = new Map(htmlFiles().map((path) => [path, read(path)]));
const firstGroup = (path: string, pattern: RegExp): string => pattern.exec(pages.get(path) ?? '')?.[1] ?? '';

test('every page exists in every language, in that language', () => {
  const of = (locale: string) =>
    [...pages.keys()].filter((path) => path.startsWith(`${locale}/`)).map((path) => path.slice(locale.length));
  for (const locale of locales) {
    expect(of(locale)).toEqual(of('en'));
    for (const path of of(locale)) {
      expect(firstGroup(`${locale}${path}`, /<html\b[^>]* lang="([^"]*)"/), path).toBe(localeInfo[locale].tag);
    }
  }
});

test('no two pages of a language share a title, and each has one', () => {
  for (const locale of locales) {
    const seen = new Map<string, string>();
    for (const path of [...pages.keys()].filter((name) => name.startsWith(`${locale}/`))) {
      const text = firstGroup(path, /<title>([^<]*)<\/title>/);
      expect(text, path).not.toBe('');
      expect(seen.get(text), `${path} and ${seen.get(text)}: ${text}`).toBeUndefined();
      seen.set(text, path);
    }
  }
});
