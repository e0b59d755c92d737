import { describe, expect, test } from 'vitest';
import { catalogPath, entryPath, problemPath } from '../../src/catalog/paths.ts';
import { guidanceLists } from '../../src/catalog/repeats.ts';
import { readable } from '../../src/documents/blocks.ts';
import { formatDate } from '../../src/i18n/format.ts';
import { ui } from '../../src/i18n/index.ts';
import { localeInfo, locales } from '../../src/locales.ts';
import { getAtlas } from '../../src/site/atlas.ts';
import { attribute, elements, htmlFiles, parsePage, textOf, textsOf } from '../support/site/site.ts';

const { catalogs, problems } = getAtlas();
const file = (path: string) => `${path.slice(1)}index.html`;

describe.each(locales)('%s', (locale) => {
  test.each(catalogs.flatMap(({ entries }) => entries.map((entry) => [entry.catalog.id, entry.code, entry] as const)))(
    'the page of %s %s shows every text and fact',
    (_catalog, _code, entry) => {
      const page = parsePage(file(entryPath(locale, entry.catalog.id, entry.code)));
      const [heading = ''] = textsOf(page, 'h1');
      expect(heading).toContain(entry.code);
      const items = textsOf(page, 'li').map((text) => text.trim());
      const codes = textsOf(page, 'code');
      const all = textOf(page);
      for (const { text, messages, problem, retry, fixedBy, example } of entry.meanings) {
        const { title, causes, fixes } = text[locale];
        expect(all).toContain(title);
        for (const { plain } of [...causes, ...fixes]) expect(items).toContain(plain);
        for (const message of messages) expect(codes).toContain(message.text);
        expect(codes.map((code) => code.trim())).toContain(readable(example.text));
        expect(all).toContain(ui[locale].retry[retry].label);
        if (retry !== 'none') expect(all).toContain(ui[locale].fixedBy[fixedBy].label);
        expect(all).toContain(ui[locale].category[problem.category]);
        const said = entry.meanings.filter((other) => other.problem === problem).flatMap(({ repeats }) => repeats);
        for (const list of guidanceLists) {
          problem.text[locale][list].forEach(({ plain }, index) => {
            const isSaid = said.some((line) => line.list === list && line.index === index);
            expect(items.includes(plain), plain).toBe(!isSaid);
          });
        }
        for (const other of locales) expect(all).toContain(text[other].title);
      }
      for (const { title, url, read } of entry.sources) {
        expect(all).toContain(title);
        expect([...elements(page)].some((element) => attribute(element, 'href') === url)).toBe(true);
        expect(all).toContain(formatDate(read, locale));
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
      const links = new Set([...elements(page)].map((element) => attribute(element, 'href')));
      for (const { entry } of problem.meanings) {
        expect([...links].some((href) => href?.endsWith(entryPath(locale, entry.catalog.id, entry.code)))).toBe(true);
      }
    }
  });
});

test('every page exists in every language, in that language', () => {
  const files = htmlFiles();
  const of = (locale: string) =>
    files.filter((path) => path.startsWith(`${locale}/`)).map((path) => path.slice(locale.length));
  for (const locale of locales) {
    expect(of(locale)).toEqual(of('en'));
    for (const path of of(locale)) {
      const root = [...elements(parsePage(`${locale}${path}`))][0];
      expect(root && attribute(root, 'lang'), `${locale}${path}`).toBe(localeInfo[locale].tag);
    }
  }
});

test('titles and descriptions name catalog, code and meaning, and no two pages of a language share a title', () => {
  for (const locale of locales) {
    const seen = new Map<string, string>();
    for (const path of htmlFiles().filter((name) => name.startsWith(`${locale}/`))) {
      const title = [...elements(parsePage(path))].find(({ tagName }) => tagName === 'title');
      const text = title ? textOf(title) : '';
      expect(text, path).not.toBe('');
      expect(seen.get(text), `${path} and ${seen.get(text)}: ${text}`).toBeUndefined();
      seen.set(text, path);
    }
  }
});
