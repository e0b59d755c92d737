import { join } from 'node:path';
import { expect, test } from 'vitest';
import { permanentPath } from '../../../src/catalog/paths.ts';
import { readChanges } from '../../../src/catalog/published/changes.ts';
import { readAtlas } from '../../../src/catalog/read.ts';
import { root } from '../../../src/settings.ts';

const content = join(root, 'content');
const atlas = readAtlas(content, root);
const addresses = atlas.catalogs.flatMap(({ id, entries }) => entries.map(({ code }) => permanentPath(id, code)));

test('every address is promised: npm run permalinks has been run', () => {
  const promised = new Set(atlas.permalinks);
  expect(addresses.filter((address) => !promised.has(address))).toEqual([]);
});

test('every entry stands in the change list: npm run changes has been run', () => {
  const listed = new Set(readChanges(content, root, atlas).flatMap(({ added }) => added));
  const known = new Set([...listed].map(({ catalog, code }) => permanentPath(catalog.id, code)));
  expect(addresses.filter((address) => !known.has(address))).toEqual([]);
});
