/** Addresses that lead nowhere, in a reader's browser: they forward to what was meant, or say what is known. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Lab, openLab } from '../support/site/browser.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

describe('an address that is nearly right goes on to the right one', () => {
  test.each([
    ['/tick-db/1002/', '/en/tickdb/1002/'],
    ['/MEXC-Futures/1002/', '/en/mexc-futures/1002/'],
    ['/zh-CN/mexc-futures/1002/', '/zh-cn/mexc-futures/1002/'],
    ['/zh-hans/mexc-futures/1002/', '/zh-cn/mexc-futures/1002/'],
    ['/zh-hant/tickdb/3001/', '/zh-tw/tickdb/3001/'],
    ['/en/tickdb/AMBIGUOUS_SYMBOL/', '/en/tickdb/ambiguous_symbol/'],
  ])('%s', async (asked, meant) => {
    const { page } = await lab.visit(asked);
    await page.waitForURL(`**${meant}`);
    expect(await page.locator('h1').isVisible()).toBe(true);
    await page.context().close();
  });
});

test('a code that its catalog does not have is said to be unknown, with others to choose from', async () => {
  const { page } = await lab.visit('/en/mexc-futures/9997/');
  await page.locator('[data-result]').first().waitFor();
  expect(await page.locator('.found-unknown').textContent()).toMatch(/MEXC.*9997/);
  const links = await page
    .locator('[data-result]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect(link).toContain('/en/');
  expect(await page.locator('main a[href$="/en/mexc-futures/"]').count()).toBeGreaterThan(0);
  await page.context().close();
});

test('where nothing is understood, the page says so in the reader’s language', async () => {
  const { page } = await lab.visit('/zh-tw/nothing-here/at-all/');
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('zh-TW');
  expect(await page.locator('section[data-locale]:visible').count()).toBe(1);
  await page.context().close();
});
