import fc from 'fast-check';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { Entry, Meaning } from '../../../src/catalog/model.ts';
import { permanentPath } from '../../../src/catalog/paths.ts';
import { text } from '../../../src/catalog/schema/text.ts';
import { permanentBudget, permanentFiles } from '../../../src/generate/permanent-links.ts';
import { localized } from '../../../src/locales.ts';
import { languageScript } from '../../../src/policy/language-script.ts';
import { noHistory, plainProse } from '../../support/any-text.ts';
import { context, entryOf, realAtlas, textAt, tiny } from '../../support/fixture.ts';
import { runs } from '../../support/runs.ts';

/** Returns the elements of a page in document order. */
function elements(html: string): Tree.Element[] {
  const found: Tree.Element[] = [];
  const walk = (node: Tree.Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  const errors: string[] = [];
  walk(parse(html, { onParseError: ({ code }) => errors.push(code) }));
  expect(errors).toEqual([]);
  return found;
}

const attribute = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

const textOf = (node: Tree.Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

const atlas = tiny();
const page = (path: string, at = context) => elements(textAt(permanentFiles(atlas, at), path));
const all = (list: Tree.Element[], name: string) => list.filter(({ tagName }) => tagName === name);

describe('permanent links', () => {
  it('has a page for every entry and every address that moved', () => {
    expect([...permanentFiles(atlas, context)].map(({ path }) => path)).toEqual([
      '/acme/400/',
      '/acme/1001/',
      '/acme/1003/',
      '/zephyr-futures/-1121/',
      '/zephyr-futures/ambiguous_symbol/',
      '/zephyr-futures/1003/',
      '/zephyr-futures/bad_symbol/',
    ]);
  });

  it('says where to go, with the same script on every page before anything visible', () => {
    for (const { text: html } of permanentFiles(atlas, context)) {
      const list = elements(html);
      const scripts = all(list, 'script');
      expect(scripts.map(textOf)).toEqual([languageScript]);
      expect(list.indexOf(scripts[0] as Tree.Element)).toBeLessThan(
        list.findIndex(({ tagName }) => tagName === 'body'),
      );
    }
    const [root] = page('/zephyr-futures/-1121/', { ...context, base: '/atlas/' });
    expect(root && attribute(root, 'data-base')).toBe('/atlas/');
    expect(root && attribute(root, 'data-path')).toBe('/zephyr-futures/-1121/');
  });

  it('shows code, catalog, messages and the titles in three languages as links', () => {
    const list = page('/acme/400/');
    expect(all(list, 'h1').map(textOf)).toEqual(['400']);
    expect(all(list, 'code').map(textOf)).toContain('symbol {symbol} not found');
    const links = all(list, 'a').map((a) => [attribute(a, 'href'), attribute(a, 'lang'), textOf(a)]);
    expect(links).toContainEqual(['/en/acme/', undefined, 'Acme']);
    expect(links).toContainEqual(['/en/acme/400/#bad-symbol', 'en', 'Symbol not found']);
    expect(links).toContainEqual(['/zh-cn/acme/400/#too-fast', 'zh-CN', '请求过多']);
    expect(links).toContainEqual(['/zh-tw/acme/400/#too-fast', 'zh-TW', '請求過多']);
    expect(all(list, 'section').map((section) => attribute(section, 'id'))).toEqual(['bad-symbol', 'too-fast']);
  });

  it('names provider, code and meaning in title and description', () => {
    const list = page('/acme/1003/');
    expect(all(list, 'title').map(textOf)).toEqual(['Acme 1003: Invalid token']);
    const description = all(list, 'meta').find((meta) => attribute(meta, 'name') === 'description');
    expect(description && attribute(description, 'content')).toBe('Acme 1003: Invalid token · 令牌无效 · 權杖無效');
    expect(all(list, 'meta').some((meta) => attribute(meta, 'name') === 'robots')).toBe(false);
  });

  it('has itself as canonical address and x-default, and the languages as alternates', () => {
    const links = all(page('/acme/1003/', { ...context, base: '/atlas/' }), 'link');
    const of = (rel: string) =>
      links
        .filter((link) => attribute(link, 'rel') === rel)
        .map((link) => [attribute(link, 'hreflang'), attribute(link, 'href')]);
    expect(of('canonical')).toEqual([[undefined, 'https://atlas.example/atlas/acme/1003/']]);
    expect(of('alternate')).toEqual([
      ['en', 'https://atlas.example/atlas/en/acme/1003/'],
      ['zh-CN', 'https://atlas.example/atlas/zh-cn/acme/1003/'],
      ['zh-TW', 'https://atlas.example/atlas/zh-tw/acme/1003/'],
      ['x-default', 'https://atlas.example/atlas/acme/1003/'],
      [undefined, '/atlas/api/v1/catalogs/acme/1003.json'],
    ]);
  });

  it('keeps a retired entry with a notice and its successor', () => {
    const paragraphs = all(page('/acme/1001/'), 'p').map(textOf);
    expect(paragraphs.some((words) => words.includes('no longer documents') && words.includes('1003'))).toBe(true);
  });

  it('leads from an address that moved to the new one', () => {
    const list = page('/zephyr-futures/bad_symbol/');
    expect(list[0] && attribute(list[0], 'data-path')).toBe('/zephyr-futures/-1121/');
    const canonical = all(list, 'link').find((link) => attribute(link, 'rel') === 'canonical');
    expect(canonical && attribute(canonical, 'href')).toBe('https://atlas.example/zephyr-futures/-1121/');
  });
});

describe('the weight of a permanent link', () => {
  const bytes = (html: string) => Buffer.byteLength(html);

  it('is in the budget for the real content', () => {
    const real = realAtlas();
    const entries = new Map(
      real.catalogs.flatMap((catalog) =>
        catalog.entries.map((entry) => [permanentPath(catalog.id, entry.code), entry] as const),
      ),
    );
    for (const { path, text: html } of permanentFiles(real, context)) {
      const entry = entries.get(path);
      if (!entry) continue;
      expect(bytes(html), path).toBeLessThanOrEqual(permanentBudget(entry));
      if (entry.meanings.length > 1)
        for (const { slug } of entry.meanings) expect(html, path).toContain(`id="${slug}"`);
    }
  });

  it.each(['"', '&', '<', "'", '中', '😀'])('is in the budget where every text is nothing but %s', (character) => {
    const source = entryOf(atlas, 'acme', '400');
    const words = localized(() => character.repeat(200));
    const meaning: Meaning = {
      ...source.meanings[0],
      text: localized((locale) => ({
        title: words[locale],
        origin: 'official',
        ...noHistory,
        causes: [plainProse('a')],
        fixes: [plainProse('b')],
      })),
    };
    const entry: Entry = {
      ...source,
      code: 'X'.repeat(60),
      symbol: words.en,
      status: 'retired',
      meanings: [meaning, meaning],
    };
    const catalog = {
      ...source.catalog,
      name: words,
      entries: [{ ...entry, catalog: { ...source.catalog, name: words } }],
    };
    const [file] = permanentFiles({ ...atlas, catalogs: [catalog], redirects: [] }, context);
    const html = file?.text ?? '';
    expect(bytes(html)).toBeLessThanOrEqual(permanentBudget(entry));
    const titles = all(elements(html), 'li').map(textOf);
    expect(titles).toHaveLength(3);
    for (const title of titles) expect(title).toMatch(new RegExp(`^(${character}){20,}…$`, 'u'));
  });

  it('is in the budget whatever the texts are, and they stay texts', () => {
    const legal = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 600 })
      .filter((value) => text.safeParse(value).success);
    const source = entryOf(atlas, 'acme', '400');
    fc.assert(
      fc.property(legal, legal, fc.integer({ min: 1, max: 20 }), (title, message, count) => {
        const meanings = Array.from(
          { length: count },
          (_, index): Meaning => ({
            ...source.meanings[0],
            slug: `meaning-${index}`,
            messages: [{ text: message, seen: 'sdk' }],
            text: localized(() => ({
              title,
              origin: 'official',
              ...noHistory,
              causes: [plainProse('a')],
              fixes: [plainProse('b')],
            })),
          }),
        );
        const entry: Entry = { ...source, code: 'X'.repeat(60), meanings: meanings as unknown as Entry['meanings'] };
        const catalog = { ...source.catalog, entries: [entry] };
        const [file] = permanentFiles({ ...atlas, catalogs: [catalog], redirects: [] }, context);
        const html = file?.text ?? '';
        expect(bytes(html)).toBeLessThanOrEqual(permanentBudget(entry));
        const link = all(elements(html), 'a').at(1);
        expect(title.startsWith(link ? textOf(link).replace(/…$/, '') : 'none')).toBe(true);
      }),
      { numRuns: runs(40) },
    );
  });
});
