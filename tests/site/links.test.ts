import { LinkChecker, LinkState } from 'linkinator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { permanentPath } from '../../src/catalog/paths.ts';
import { getAtlas } from '../../src/site/atlas.ts';
import { type Site, startSite } from '../support/site/server.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

test('no link and no anchor is dead', async () => {
  const { links } = await new LinkChecker().check({
    path: [
      `${site.origin}/`,
      // Permanent links are reached from outside, not from pages.
      ...getAtlas().catalogs.flatMap(({ id, entries }) =>
        entries.map(({ code }) => `${site.origin}${permanentPath(id, code)}`),
      ),
    ],
    recurse: true,
    checkFragments: true,
    concurrency: 20,
    // Other people's sites are not ours to ask in a test; neither is the address the site will have.
    linksToSkip: [`^(?!${site.origin.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)})`],
  });
  const checked = links.filter(({ state }) => state !== LinkState.SKIPPED);
  expect(checked.length).toBeGreaterThan(500);
  expect(
    links
      .filter(({ state }) => state === LinkState.BROKEN)
      .map(({ url, parent, status }) => `${status} ${url} on ${parent}`),
  ).toEqual([]);
}, 300_000);
