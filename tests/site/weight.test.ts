/** Sizes that the design promises. Times are measured by the benchmark, never asserted. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Entry } from '../../src/catalog/model.ts';
import { catalogPath, entryPath, permanentPath } from '../../src/catalog/paths.ts';
import { permanentBudget } from '../../src/generate/permanent-links.ts';
import { locales } from '../../src/locales.ts';
import { getAtlas } from '../../src/site/atlas.ts';
import { type Lab, openLab } from '../support/site/browser.ts';
import { dist, read } from '../support/site/site.ts';

const { catalogs } = getAtlas();
const size = (path: string) => statSync(join(dist, path)).size;
const file = (path: string) => `${path.slice(1)}index.html`;

/**
 * Returns the maximum bytes of an entry's page; a written-up meaning has its own facts, fixes, example and share menu.
 */
const most = ({ meanings }: Entry): number =>
  36 * 1024 + meanings.slice(1).reduce((sum, { depth }) => sum + (depth === 'full' ? 7 * 1024 : 1536), 0);

test('an entry page has at most 36 KB of HTML, 1.5 KB for each further meaning and 7 KB for one that is written up', () => {
  const heavy = catalogs.flatMap(({ entries }) =>
    entries.flatMap((entry) =>
      locales
        .map((locale) => file(entryPath(locale, entry.catalog.id, entry.code)))
        .filter((path) => size(path) > most(entry)),
    ),
  );
  expect(heavy.map((path) => `${path}: ${size(path)}`)).toEqual([]);
});

test('a permanent link has at most 4 KB, and 256 bytes for each further meaning', () => {
  const heavy = catalogs.flatMap(({ entries }) =>
    entries
      .filter((entry) => size(file(permanentPath(entry.catalog.id, entry.code))) > permanentBudget(entry))
      .map(({ catalog, code }) => file(permanentPath(catalog.id, code))),
  );
  expect(heavy.map((path) => `${path}: ${size(path)}`)).toEqual([]);
});

test('a catalog page has at most 24 KB compressed, and 64 bytes for each row of its table', () => {
  for (const { id, entries } of catalogs) {
    const rows = entries.reduce((sum, { meanings }) => sum + meanings.length, 0);
    for (const locale of locales) {
      const { length } = gzipSync(read(file(catalogPath(locale, id))));
      expect(length, id).toBeLessThan(24 * 1024 + 64 * rows);
    }
  }
});

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

test('a cold visit to an entry page costs at most 40 KB compressed in at most 8 requests', async () => {
  const { page } = await lab.visit('/en/about/');
  await page.context().close();
  const context = await lab.browser.newContext();
  const cold = await context.newPage();
  const sizes: number[] = [];
  cold.on('response', async (response) => {
    const body = await response.body().catch(() => Buffer.alloc(0));
    sizes.push(gzipSync(body).length);
  });
  await cold.goto(`${lab.site.origin}/zh-cn/mexc-futures/602/`, { waitUntil: 'networkidle' });
  const total = sizes.reduce((sum, bytes) => sum + bytes, 0);
  console.log(`cold entry page: ${total} bytes compressed in ${sizes.length} requests`);
  expect(sizes.length).toBeLessThanOrEqual(8);
  expect(total).toBeLessThanOrEqual(40 * 1024);
  await context.close();
});
