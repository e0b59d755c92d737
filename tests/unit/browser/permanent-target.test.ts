/** The page for addresses that lead nowhere looks up in the permanent link where an entry moved. */
import { expect, test } from 'vitest';
import { permanentTarget } from '../../../src/browser/permanent-target.ts';
import { permanentFiles } from '../../../src/generate/permanent-links.ts';
import { tiny } from '../../support/fixture.ts';

const pages = new Map(
  [...permanentFiles(tiny(), { site: 'https://example.com', base: '/atlas/', revision: 'x', changes: [] })].map(
    ({ path, text }) => [path, String(text)],
  ),
);

test('the page of an address that moved names the new one, without the base path', () => {
  expect(permanentTarget(pages.get('/zephyr-futures/bad_symbol/') ?? '')).toBe('/zephyr-futures/-1121/');
});

test('the page of any other entry names itself', () => {
  for (const [path, html] of pages) {
    if (path !== '/zephyr-futures/bad_symbol/') expect(permanentTarget(html)).toBe(path);
  }
});

test.each([
  ['a page of another kind', '<!doctype html><html lang="en"><body data-path="/x/">'],
  ['words', 'data-path="/x/"'],
  ['another origin', '<!doctype html><html data-path="https://example.com/">'],
])('%s names none', (_what, html) => expect(permanentTarget(html)).toBeUndefined());
