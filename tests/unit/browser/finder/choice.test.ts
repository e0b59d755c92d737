import { expect, test } from 'vitest';
import { narrow } from '../../../../src/browser/finder/choice.ts';
import { find } from '../../../../src/search/find.ts';
import { tiny } from '../../../support/fixture.ts';
import { dataOf, filesOf } from '../../../support/search-data.ts';

const files = filesOf(tiny());
const ask = (query: string) => find(query, dataOf(files, 'en'));
const entries = (hits: readonly { readonly catalog: { readonly id: string }; readonly code: string }[]): string[] =>
  hits.map(({ catalog, code }) => `${catalog.id}/${code}`);

test('a code of several catalogs lists all of them until one is chosen', async () => {
  const open = narrow(await ask('1003'), undefined);
  expect(entries(open.answer.exact)).toEqual(['acme/1003', 'zephyr-futures/1003']);
  expect(open.choices.map(({ id }) => id)).toEqual(['acme', 'zephyr-futures']);
  const chosen = narrow(await ask('1003'), 'zephyr-futures');
  expect(entries(chosen.answer.exact)).toEqual(['zephyr-futures/1003']);
  expect(entries(chosen.others)).toEqual(['acme/1003']);
  expect(chosen.choices).toHaveLength(2);
});

test('a choice that does not have the code changes nothing, and a named catalog needs none', async () => {
  expect(narrow(await ask('1003'), 'gone')).toMatchObject({ chosen: undefined, others: [] });
  expect(narrow(await ask('acme 1003'), 'zephyr-futures')).toMatchObject({ choices: [], others: [] });
});
