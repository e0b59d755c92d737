import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { finderRecordsPath } from '../../src/catalog/paths.ts';
import { recordShards, shardOf } from '../../src/catalog/shards.ts';
import { type Locale, locales } from '../../src/locales.ts';
import { getAtlas } from '../../src/site/atlas.ts';
import { link } from '../../src/site/link.ts';
import { type Lab, openLab } from '../support/site/browser.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

const results = (page: Page) => page.locator('dialog [data-result]');
const hrefs = (page: Page) =>
  results(page).evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));

/** Enters a query and waits until its answer, not the previous one, is shown. */
async function search(page: Page, query: string): Promise<void> {
  await page.locator('dialog .search-results').evaluate((list) => list.replaceChildren());
  await page.locator('dialog input').fill(query);
  await results(page).first().waitFor();
}

test('the home page’s field waits for an input method to finish its word', async () => {
  const { page, faults } = await lab.visit('/zh-cn/');
  await page.locator('form[data-open-search] input').focus();
  const session = await page.context().newCDPSession(page);
  for (const text of ['q', 'qi', 'qian']) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  expect(await page.locator('dialog[open]').count()).toBe(0);
  await session.send('Input.insertText', { text: '签名' });
  await expect.poll(() => page.locator('dialog[open] input').inputValue()).toBe('签名');
  await results(page).first().waitFor();
  expect(faults).toEqual([]);
  await page.context().close();
});

test('the search button names the keys that the reader’s keyboard has', async () => {
  const { page } = await lab.visit('/en/about/');
  const keys = page.locator('.search-button kbd');
  expect(await keys.textContent()).toBe('Ctrl K');
  await page.addInitScript(() => Object.defineProperty(navigator, 'platform', { value: 'MacIntel' }));
  await page.reload();
  await expect.poll(() => keys.textContent()).toBe('⌘ K');
  await page.context().close();
});

describe.each(locales)('the search dialog in %s', (locale) => {
  test('opens by keyboard everywhere and finds by code, by catalog and code', async () => {
    const { page, faults } = await lab.visit(`/${locale}/about/`);
    await page.keyboard.press('/');
    await page.locator('dialog input').waitFor();
    await search(page, '1001');
    const withCode = getAtlas()
      .catalogs.flatMap(({ entries }) => entries)
      .filter(({ code }) => code === '1001')
      .map(({ catalog }) => `/${locale}/${catalog.id}/1001/`);
    expect(withCode.length).toBeGreaterThan(1);
    const first = page.locator('dialog section').first().locator('[data-result]');
    const shown = await first.evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    );
    expect(shown.map((path) => path.replace(/.*(?=\/(?:en|zh-cn|zh-tw)\/)/, '')).sort()).toEqual(withCode.sort());
    await search(page, 'mexc 1002');
    await expect.poll(async () => (await hrefs(page))[0]?.endsWith(`/${locale}/mexc-futures/1002/`)).toBe(true);
    const text = await results(page).first().textContent();
    expect(text).toContain('1002');
    expect(text).toContain('MEXC');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/${locale}/mexc-futures/1002/`);
    await page.keyboard.press('Control+k');
    await page.locator('dialog input').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('finds a word of a title, of a cause, and a message', async () => {
    const { page, faults } = await lab.visit(`/${locale}/`);
    await page.keyboard.press('Control+k');
    await page.locator('dialog input').waitFor();
    const words: Record<Locale, string> = {
      en: 'tickdb whitelist',
      'zh-cn': 'tickdb 白名单',
      'zh-tw': 'tickdb 白名單',
    };
    await search(page, words[locale]);
    await expect
      .poll(async () => (await hrefs(page)).some((path) => path.endsWith(`/${locale}/tickdb/1003/`)))
      .toBe(true);
    await search(page, 'tickdb Rate limit exceeded');
    await expect.poll(async () => (await hrefs(page))[0]).toContain(`/${locale}/tickdb/3001/`);
    await search(page, '订阅实时行情失败');
    // The results of the previous query stay until the new ones arrive.
    await expect
      .poll(async () =>
        (await hrefs(page))
          .slice(0, 2)
          .map((path) => path.split('/').at(-2))
          .sort(),
      )
      .toEqual(['1202', '2003']);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('full text finds words that only a text holds', async () => {
    const { page } = await lab.visit(`/${locale}/`);
    await page.keyboard.press('/');
    await page.locator('dialog input').fill('apiAllowed');
    await expect
      .poll(async () => (await hrefs(page)).some((path) => path.endsWith(`/${locale}/mexc-futures/1002/`)))
      .toBe(true);
    // A word from a hand-written page.
    await page.locator('dialog input').fill('schemaVersion');
    await expect.poll(async () => (await hrefs(page)).some((path) => path.endsWith(`/${locale}/api/`))).toBe(true);
    await page.context().close();
  });
});

test('arrow keys walk through the results and typing goes on in the input', async () => {
  const { page } = await lab.visit('/en/');
  await page.keyboard.press('/');
  await page.locator('dialog input').waitFor();
  await search(page, '1002');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(
    await results(page)
      .nth(1)
      .evaluate((link) => link === document.activeElement),
  ).toBe(true);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await page.locator('dialog input').evaluate((input) => input === document.activeElement)).toBe(true);
  await page.context().close();
});

test('Enter waits for the answer to what was typed last', async () => {
  const { page } = await lab.visit('/en/');
  await page.keyboard.press('/');
  await page.locator('dialog input').waitFor();
  // Not answered yet: data and, for the second query, the code for words have to be loaded first.
  await page.keyboard.insertText('tickdb 3001');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/en/tickdb/3001/');
  await page.context().close();
  const { page: next } = await lab.visit('/en/');
  await next.keyboard.press('/');
  await next.locator('dialog input').waitFor();
  await search(next, '1002');
  await next.locator('dialog input').fill('tickdb Rate limit exceeded');
  await next.keyboard.press('Enter');
  await next.waitForURL('**/en/tickdb/3001/');
  await next.context().close();
});

test('a code of several catalogs is narrowed to one with a tap, which is remembered and can be taken back', async () => {
  const { page, faults } = await lab.visit('/en/about/');
  await page.keyboard.press('/');
  await page.locator('dialog input').fill('1001');
  const choices = page.locator('.found-choices button');
  await choices.first().waitFor();
  const all = await page.locator('dialog section').first().locator('[data-result]').count();
  expect(all).toBeGreaterThan(1);
  await page.locator('.found-choices button', { hasText: 'TickDB' }).click();
  const first = () => page.locator('dialog section').first().locator('[data-result]').count();
  await expect.poll(first).toBe(1);
  expect((await hrefs(page))[0]).toContain('/en/tickdb/1001/');
  // The others are still listed, outside this section.
  expect((await hrefs(page)).length).toBeGreaterThanOrEqual(all);
  await page.reload();
  await page.keyboard.press('/');
  await page.locator('dialog input').fill('1002');
  await expect.poll(async () => (await hrefs(page))[0]?.endsWith('/en/tickdb/1002/')).toBe(true);
  await page.locator('.found-choices button[aria-pressed=true]').click();
  await expect.poll(first).toBeGreaterThan(1);
  expect(await page.evaluate(() => localStorage.getItem('atlas-catalog'))).toBeNull();
  expect(faults).toEqual([]);
  await page.context().close();
});

test('what means nothing certain leads to the issue form, where the site has a repository', async () => {
  const { page, faults } = await lab.visit('/en/about/');
  await page.keyboard.press('/');
  const input = page.locator('dialog input');
  await input.fill('mexc 7777777');
  await page.locator('.found-unknown').first().waitFor();
  const missing = page.locator('.found-missing a');
  expect(await missing.count()).toBe(0);
  // The site under test has no repository: the address is set as Search.astro writes it.
  const form = 'https://github.com/owner/atlas/issues/new';
  await page.locator('dialog .search-results').evaluate((results, report) => {
    results.setAttribute('data-report', report);
  }, form);
  await input.fill('mexc 77777777');
  await missing.waitFor();
  const url = new URL((await missing.getAttribute('href')) ?? '');
  expect(url.origin + url.pathname).toBe(form);
  expect(url.searchParams.get('code')).toBe('77777777');
  expect(url.searchParams.get('catalog')).toContain('MEXC');
  await search(page, 'tickdb 3001');
  await expect.poll(() => missing.count()).toBe(0);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('what is typed before the finder’s code is there is kept and answered', async () => {
  const { page, faults, requests } = await lab.visit('/en/api/');
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let waiting = 0;
  await page.route('**/_astro/finder*.js', async (route) => {
    waiting++;
    await held;
    await route.continue();
  });
  // What a page does while the interception starts is missed.
  await page.goto(`${lab.site.origin}/en/about/`);
  await page.keyboard.press('/');
  await page.keyboard.type('mexc 1002');
  expect(await page.locator('dialog[open] input').inputValue()).toBe('mexc 1002');
  await expect.poll(() => waiting, { timeout: 10_000 }).toBe(1);
  expect(await results(page).count()).toBe(0);
  // The data for the code is loaded alongside the finder, not after it.
  const records = link(finderRecordsPath('en', shardOf('1002', recordShards(getAtlas()))));
  await expect.poll(() => requests.filter((url) => new URL(url).pathname === records).length).toBe(1);
  release();
  await expect.poll(async () => (await hrefs(page))[0]?.endsWith('/en/mexc-futures/1002/')).toBe(true);
  await page.keyboard.type(' ');
  expect(await page.locator('dialog[open] input').inputValue()).toBe('mexc 1002 ');
  await page.locator('.search-close').click();
  expect(await page.locator('dialog[open]').count()).toBe(0);
  expect(faults).toEqual([]);
  await page.context().close();
});

test.each<[what: string, path: string, connection: object, isFocused: boolean, isFetched: boolean]>([
  ['nothing for a page that is only read', '/en/about/', { effectiveType: '4g' }, false, false],
  ['its code when its button gets the focus', '/en/about/', { effectiveType: '3g' }, true, true],
  ['its code for the home page on a fast link', '/en/', { effectiveType: '4g' }, false, true],
  ['nothing where data are to be saved', '/en/', { effectiveType: '4g', saveData: true }, false, false],
  ['nothing on a slow link', '/en/', { effectiveType: '3g' }, false, false],
])('of the finder a browser fetches %s', async (_what, path, connection, isFocused, isFetched) => {
  const { page, requests } = await lab.visit('/en/api/');
  await page.addInitScript((told) => {
    Object.defineProperty(navigator, 'connection', { value: told });
  }, connection);
  await page.goto(`${lab.site.origin}${path}`, { waitUntil: 'networkidle' });
  if (isFocused) await page.locator('.search-button').focus();
  await page.waitForTimeout(500);
  expect(requests.some((url) => /\/_astro\/finder\.[^/]*\.js$/.test(url))).toBe(isFetched);
  await page.context().close();
});

test('Enter opens nothing that is not certain, and goes to the list instead', async () => {
  const { page } = await lab.visit('/en/');
  await page.keyboard.press('/');
  await page.locator('dialog input').waitFor();
  await page.locator('dialog input').fill('1001');
  await page.keyboard.press('Enter');
  await expect
    .poll(() =>
      results(page)
        .first()
        .evaluate((link) => link === document.activeElement),
    )
    .toBe(true);
  expect(new URL(page.url()).pathname).toMatch(/\/en\/$/);
  await page.context().close();
});

test('what is certain shows its first step and can be copied at once, and no full text is fetched for it', async () => {
  const { page, faults, requests } = await lab.visit('/en/', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.keyboard.press('/');
  await page.locator('dialog input').fill('mexc 1002');
  const lead = page.locator('.found-lead');
  await lead.waitFor();
  const entry = getAtlas()
    .catalogs.find(({ id }) => id === 'mexc-futures')
    ?.entries.find(({ code }) => code === '1002');
  const meaning = entry?.meanings[0];
  expect(await lead.textContent()).toContain(meaning?.text.en.fixes[0]?.plain ?? 'none');
  expect(await lead.locator('[data-retry]').getAttribute('data-retry')).toBe(meaning?.retry);
  await lead.locator('[data-copy=link]').click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/mexc-futures\/1002\/$/);
  await page.waitForTimeout(400);
  expect(requests.filter((url) => url.includes('/pagefind/'))).toEqual([]);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('a table’s filter knows the catalog’s names and both scripts', async () => {
  const { page, faults } = await lab.visit('/zh-tw/mexc-futures/');
  const shown = () =>
    page
      .locator('code-table tr[data-code]:visible')
      .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['code']));
  await page.locator('code-table input').fill('mexc 1002');
  await expect.poll(shown).toEqual(['1002']);
  await page.locator('code-table input').fill('抹茶 1002');
  await expect.poll(shown).toEqual(['1002']);
  await page.locator('code-table input').fill('合约');
  const simplified = async () => (await shown()).length;
  await expect.poll(simplified).toBeGreaterThan(0);
  const found = await shown();
  await page.locator('code-table input').fill('合約');
  await expect.poll(shown).toEqual(found);
  expect(faults).toEqual([]);
  await page.context().close();
});

describe('the finder', () => {
  test('reads a paste, sends none of it, and links what was understood', async () => {
    const paste = `2026-07-16 10:02:11,345 ERROR order refused: {"success":false,"code":2005,"message":"Insufficient balance!"} key=SECRET123`;
    const { page, faults, requests } = await lab.visit('/en/find/');
    await page.locator('textarea').fill(paste);
    await page.locator('#found [data-result]').first().waitFor();
    expect(await page.locator('#found [data-result]').first().getAttribute('href')).toContain('/en/mexc-futures/2005/');
    expect(new URL(page.url()).search).toBe('');
    await page.locator('[data-link]').click();
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toContain('2005');
    expect(page.url()).not.toContain('SECRET');
    expect(requests.filter((url) => /SECRET|Insufficient/.test(url))).toEqual([]);
    await page.reload();
    await page.locator('#found [data-result]').first().waitFor();
    expect(await page.locator('#found [data-result]').first().getAttribute('href')).toContain('/en/mexc-futures/2005/');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test.each([2_600, 6_000])('finds the error at the end of %i repeated lines', async (lines) => {
    const { page, faults } = await lab.visit('/zh-tw/find/');
    await page.locator('textarea').evaluate((input, count) => {
      const text = `${'at foo (bar.js:10:20) 1721124131 ({[<'.repeat(count)}\n{"code": 3001, "message": "Rate limit exceeded"}`;
      (input as HTMLTextAreaElement).value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }, lines);
    await page.locator('#found [data-result]').first().waitFor();
    expect(await page.locator('#found [data-result]').first().getAttribute('href')).toContain('/tickdb/3001/');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('Enter opens the first result, and another language keeps the query', async () => {
    const { page } = await lab.visit('/en/find/?q=tickdb%203001');
    await page.locator('#found [data-result]').first().waitFor();
    await page
      .locator('a[data-language="zh-tw"]')
      .first()
      .evaluate((link) => (link as HTMLElement).click());
    await page.waitForURL('**/zh-tw/find/?q=tickdb%203001');
    await page.locator('#found [data-result]').first().waitFor();
    await page.locator('textarea').press('Enter');
    await page.waitForURL('**/zh-tw/tickdb/3001/');
    await page.context().close();
  });

  test('/find/?q= goes to the reader’s language and keeps the query', async () => {
    const { page } = await lab.visit('/find/?q=mexc%201002', { locale: 'zh-TW' });
    await page.waitForURL('**/zh-tw/find/?q=mexc%201002');
    await page.locator('#found [data-result]').first().waitFor();
    expect(await page.locator('#found [data-result]').first().getAttribute('href')).toContain(
      '/zh-tw/mexc-futures/1002/',
    );
    await page.context().close();
  });

  test('without JavaScript it leads to the tables', async () => {
    const { page } = await lab.visit('/en/find/', { javaScriptEnabled: false });
    expect(await page.locator('main a[href$="/en/tickdb/"]').isVisible()).toBe(true);
    await page.context().close();
  });
});
