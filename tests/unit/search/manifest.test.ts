import { expect, test } from 'vitest';
import { finderFormsPath } from '../../../src/catalog/paths.ts';
import { tiny } from '../../support/fixture.ts';
import { dataOf, filesOf } from '../../support/search-data.ts';

const files = filesOf(tiny());

test.each([
  ['1003', false],
  ['acme 1003', false],
  ['zephyr futures -1121', false],
  ['AMBIGUOUS_SYMBOL', false],
  ['{"ret": 400}', true],
  ['[1003] slow down', true],
  ['请求过多', true],
  ['ERROR 99 200 No security definition', true],
])('for %s the forms of answers are read: %s', async (text, areRead) => {
  const read = new Set<string>();
  const manifest = await dataOf(files, 'en', read).loadManifest(text);
  expect(read.has(finderFormsPath)).toBe(areRead);
  expect(manifest.folding !== '').toBe(areRead);
});

test('all of it is read where nothing is asked, and is one object', async () => {
  const data = dataOf(files, 'en');
  const manifest = await data.loadManifest();
  expect(manifest.catalogs.every(({ shapes }) => shapes.length > 0)).toBe(true);
  expect(await data.loadManifest('请求')).toBe(manifest);
});

test('a catalog may be called as what every object has', async () => {
  const [first, ...others] = tiny().catalogs;
  if (!first) throw new Error('no catalog');
  const named = filesOf({ ...tiny(), catalogs: [{ ...first, id: 'constructor' }, ...others] });
  const { catalogs } = await dataOf(named, 'en').loadManifest('1003');
  expect(catalogs.map(({ shapes }) => shapes)).toEqual(catalogs.map(() => []));
});
