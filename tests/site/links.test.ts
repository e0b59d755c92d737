/** Checks that no link is dead: on every page by looking at files, and on some by asking a server. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LinkChecker, LinkState } from 'linkinator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settings } from '../../src/settings.ts';
import { isSampled, sampled, sampledEntries } from '../support/site/sample.ts';
import { type Site, startSite } from '../support/site/server.ts';
import { dist, htmlFiles, read } from '../support/site/site.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

/** Returns the path of an address on the server, as the site knows it. */
const pathOf = (link: string): string =>
  new URL(link).pathname.slice(new URL(site.origin).pathname.replace(/\/$/, '').length);

/** Returns the file of a path of the site: `/en/` is `en/index.html`. */
const fileOf = (path: string): string =>
  decodeURIComponent(path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1));

test('no page has a dead link or anchor', () => {
  const base = settings.base.replace(/\/$/, '');
  const anchors = new Map<string, ReadonlySet<string>>();
  const outside: string[] = [];
  const wanted: (readonly [from: string, file: string, anchor: string])[] = [];
  for (const file of htmlFiles()) {
    const html = read(file);
    anchors.set(file, new Set(Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id = '']) => id)));
    for (const [, href = ''] of html.matchAll(/<(?:a|link)\b[^>]* href="([^"]*)"/g)) {
      const [target = '', anchor = ''] = href.replaceAll('&amp;', '&').split('#');
      if (/^[a-z]+:/i.test(target)) continue;
      const path = target.split('?')[0] ?? '';
      if (path !== '' && !path.startsWith(`${base}/`)) {
        outside.push(`${file} leads to ${path}, which is not below the base path`);
        continue;
      }
      wanted.push([file, path === '' ? file : fileOf(path.slice(base.length)), decodeURIComponent(anchor)]);
    }
  }
  expect(outside.slice(0, 20)).toEqual([]);
  expect(wanted.length).toBeGreaterThan(10_000);
  const there = new Map<string, boolean>();
  const exists = (file: string): boolean => {
    const known = there.get(file) ?? (anchors.has(file) || existsSync(join(dist, file)));
    there.set(file, known);
    return known;
  };
  const dead = wanted.filter(
    ([, file, anchor]) => !exists(file) || (anchor !== '' && anchors.get(file)?.has(anchor) === false),
  );
  expect(dead.slice(0, 20).map(([from, file, anchor]) => `${from} leads to ${file}#${anchor}`)).toEqual([]);
});

test('no link of some pages is dead as a server answers', async () => {
  const some = sampled(htmlFiles()).filter((file) => file.endsWith('/index.html'));
  const { links } = await new LinkChecker().check({
    path: [...some.map((file) => `${site.origin}/${file.replace(/index\.html$/, '')}`), `${site.origin}/`],
    checkFragments: true,
    concurrency: 20,
    // A test must not send requests to other people's sites, nor to the address that the site will have. Every link
    // takes a connection of its own, and a system has 28,000 ports for them.
    linksToSkip: (link) => Promise.resolve(!(link.startsWith(site.origin) && isSampled(pathOf(link)))),
  });
  const checked = links.filter(({ state }) => state !== LinkState.SKIPPED);
  expect(checked.length).toBeGreaterThan(sampledEntries.length);
  expect(
    links
      .filter(({ state }) => state === LinkState.BROKEN)
      .map(({ url, parent, status }) => `${status} ${url} on ${parent}`),
  ).toEqual([]);
}, 300_000);
