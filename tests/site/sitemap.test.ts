import { expect, test } from 'vitest';
import { absolute, permanentPath, robotsPath, sitemapPath } from '../../src/catalog/paths.ts';
import { settings } from '../../src/settings.ts';
import { getAtlas } from '../../src/site/atlas.ts';
import { attribute, elements, htmlFiles, parseHead, read } from '../support/site/site.ts';

const root = absolute(settings, '');
const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, part = '']) => part);
const plain = (text: string): string => text.replaceAll('&apos;', "'").replaceAll('&amp;', '&');
const fileOf = (address: string): string => address.slice(root.length + 1);

const parts = found(read(fileOf(absolute(settings, sitemapPath))), /<loc>([^<]+)<\/loc>/g);
const urls = new Map(
  parts.flatMap((part) =>
    found(read(fileOf(part)), /<url>(.*?)<\/url>/gs).map((url) => {
      const [address = ''] = found(url, /<loc>([^<]+)<\/loc>/g).map(plain);
      const links = [...url.matchAll(/<xhtml:link rel="alternate" hreflang="([^"]+)" href="([^"]+)"\/>/g)];
      return [address, links.map(([, tag = '', href = '']) => [tag, plain(href)] as const)] as const;
    }),
  ),
);

test('robots.txt leads to the sitemap', () => {
  expect(read(robotsPath.slice(1))).toContain(`\nSitemap: ${absolute(settings, sitemapPath)}\n`);
  expect(parts.length).toBeGreaterThan(0);
});

test('the sitemap holds every page of the site, permanent links too, and nothing else', () => {
  const moved = new Set(getAtlas().redirects.map(({ from }) => absolute(settings, from)));
  const pages = htmlFiles()
    .filter((file) => file !== '404.html')
    .map((file) => absolute(settings, `/${file.replace(/(^|\/)index\.html$/, '$1')}`))
    .filter((address) => !moved.has(address));
  expect([...urls.keys()].sort()).toEqual(pages.sort());
  for (const { id, entries } of getAtlas().catalogs) {
    for (const { code } of entries) expect(urls.has(absolute(settings, permanentPath(id, code)))).toBe(true);
  }
});

test('it names the same alternates as the pages themselves', () => {
  const sorted = (links: readonly (readonly [string, string])[]) => links.map((link) => link.join(' ')).sort();
  for (const [address, links] of urls) {
    const alternates = [...elements(parseHead(`${fileOf(address)}index.html`))].flatMap((element) => {
      const tag = attribute(element, 'hreflang');
      const isAlternate = element.tagName === 'link' && attribute(element, 'rel') === 'alternate';
      return tag === undefined || !isAlternate ? [] : [[tag, attribute(element, 'href') ?? ''] as const];
    });
    expect(sorted(links), address).toEqual(sorted(alternates));
    expect(links).toHaveLength(4);
  }
});
