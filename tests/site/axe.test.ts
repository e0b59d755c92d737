import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { locales } from '../../src/locales.ts';
import { type Lab, openLab } from '../support/site/browser.ts';
import { kindsOfPages } from '../support/site/kinds.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

const cases = [...kindsOfPages()].flatMap(([kind, path]) =>
  [...new Set(locales.map((locale) => path(locale)))].flatMap((address) =>
    (['light', 'dark'] as const).map((scheme) => [kind, address, scheme] as const),
  ),
);

test.each(cases)('%s %s in %s has no accessibility violation', async (_kind, path, colorScheme) => {
  // Permanent links and language choices forward at once: they are to be checked without scripts running first.
  const { page } = await lab.visit(path, { colorScheme, viewport: { width: 1280, height: 900 }, bypassCSP: true });
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
  ).toEqual([]);
  await page.context().close();
});

test('the open search dialog has no accessibility violation', async () => {
  const { page } = await lab.visit('/en/', { bypassCSP: true });
  await page.keyboard.press('/');
  await page.locator('dialog input').fill('1002');
  await page.locator('dialog [data-result]').first().waitFor();
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
  ).toEqual([]);
  await page.context().close();
});
