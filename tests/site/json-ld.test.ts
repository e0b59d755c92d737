import { describe, expect, test } from 'vitest';
import { absolute, catalogPath, entryPath, homePath, permanentPath } from '../../src/catalog/paths.ts';
import { meaningTitles } from '../../src/documents/describe.ts';
import { localeInfo, locales } from '../../src/locales.ts';
import { settings } from '../../src/settings.ts';
import { getAtlas } from '../../src/site/atlas.ts';
import { sampledOf } from '../support/site/sample.ts';
import { attribute, elements, parsePage, textOf } from '../support/site/site.ts';

type Thing = Readonly<Record<string, unknown>>;

/** The properties used here that schema.org 29 allows for each type. */
const vocabulary = new Map<string, readonly string[]>([
  [
    'TechArticle',
    [
      'headline',
      'description',
      'inLanguage',
      'url',
      'identifier',
      'about',
      'isPartOf',
      'citation',
      'image',
      'mainEntityOfPage',
      'author',
      'publisher',
      'dateModified',
    ],
  ],
  ['BreadcrumbList', ['itemListElement']],
  ['ListItem', ['position', 'name', 'item']],
  ['WebAPI', ['name', 'provider', 'url', 'documentation']],
  ['Organization', ['name', 'url']],
  ['WebSite', ['name', 'url']],
  ['WebPage', ['name', 'url']],
]);
const addresses = ['url', 'item', 'identifier', 'image'];

/** Returns the things in a page's graph. */
function graphOf(path: string): Thing[] {
  const blocks = [...elements(parsePage(`${path.slice(1)}index.html`))].filter(
    (element) => element.tagName === 'script' && attribute(element, 'type') === 'application/ld+json',
  );
  expect(blocks, path).toHaveLength(1);
  const [block] = blocks;
  const data = JSON.parse(block ? textOf(block) : '');
  expect(Object.keys(data)).toEqual(['@context', '@graph']);
  expect(data['@context']).toBe('https://schema.org');
  for (const thing of data['@graph']) checkThing(thing, path);
  return data['@graph'];
}

/** Checks that types and properties are schema.org's, that nothing is empty, and that addresses are absolute. */
function checkThing(thing: Thing, where: string): void {
  const type = String(thing['@type']);
  const allowed = vocabulary.get(type);
  expect(allowed, `${where}: type ${type}`).toBeDefined();
  for (const [name, value] of Object.entries(thing)) {
    if (name === '@type') continue;
    const place = `${where}: ${type}.${name}`;
    expect(allowed, place).toContain(name);
    expect(value, place).not.toBe('');
    if (addresses.includes(name)) expect(new URL(String(value)).protocol, place).toMatch(/^https?:$/);
    for (const part of Array.isArray(value) ? value : [value]) {
      if (typeof part === 'object') checkThing(part as Thing, place);
    }
  }
}

const ofType = (graph: readonly Thing[], type: string): Thing => {
  const things = graph.filter((thing) => thing['@type'] === type);
  expect(things).toHaveLength(1);
  return things[0] ?? {};
};

const steps = (graph: readonly Thing[]) => ofType(graph, 'BreadcrumbList')['itemListElement'] as Thing[];

describe.each(locales)('structured data in %s', (locale) => {
  const home = absolute(settings, homePath(locale));

  test.each(getAtlas().catalogs.map((catalog) => [catalog.id, catalog] as const))('of %s', (id, catalog) => {
    const page = absolute(settings, catalogPath(locale, id));
    for (const entry of sampledOf(catalog)) {
      const { code, sources } = entry;
      const path = entryPath(locale, id, code);
      const graph = graphOf(path);
      const article = ofType(graph, 'TechArticle');
      expect(article).toMatchObject({
        url: absolute(settings, path),
        identifier: absolute(settings, permanentPath(id, code)),
        inLanguage: localeInfo[locale].tag,
        about: { '@type': 'WebAPI', name: catalog.name[locale], provider: { name: catalog.provider.name[locale] } },
        isPartOf: { '@type': 'WebSite', url: home },
        citation: sources.map(({ title, url }) => ({ '@type': 'WebPage', name: title, url })),
      });
      for (const part of [catalog.name[locale], code, meaningTitles(entry, locale)])
        expect(article['headline']).toContain(part);
      expect(article['description']).not.toBe('');
      expect(steps(graph).map(({ position, item }) => [position, item])).toEqual([
        [1, home],
        [2, page],
        [3, absolute(settings, path)],
      ]);
    }
    expect(steps(graphOf(catalogPath(locale, id))).map(({ position, item }) => [position, item])).toEqual([
      [1, home],
      [2, page],
    ]);
  });
});
