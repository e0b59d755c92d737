/** Builds a large catalog of arbitrary texts, and checks that every page and file gives every text back. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAtlas } from '../../src/catalog/read.ts';
import { locales } from '../../src/locales.ts';
import { seededContent, writeContent } from '../support/any-content.ts';
import { fileFaults } from '../support/file-texts.ts';
import { htmlFaults, pageTexts } from '../support/html-texts.ts';
import { buildSite } from '../support/site/build.ts';

const seed = Number(process.env['ATLAS_SEED'] ?? 20_261_121);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-any-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every text of a generated catalog comes back exactly', async () => {
  console.log(`the catalog of ATLAS_SEED=${seed}`);
  const content = join(folder, 'content');
  writeContent(content, seededContent(seed, { catalogs: 3, codes: 20, problems: 8 }));
  const atlas = readAtlas(content, content);
  expect(atlas.catalogs.flatMap(({ entries }) => entries)).toHaveLength(60);
  const read = await buildSite(content, join(folder, 'site'));
  const faults = locales.flatMap((locale) =>
    [...pageTexts(atlas, locale)].flatMap((page) => htmlFaults(read(page.path), page, locale)),
  );
  expect(faults).toEqual([]);
  expect(fileFaults(atlas, read)).toEqual([]);
});
