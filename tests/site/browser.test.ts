import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogPath } from '../../src/catalog/paths.ts';
import { ui } from '../../src/i18n/index.ts';
import { locales } from '../../src/locales.ts';
import { getAtlas } from '../../src/site/atlas.ts';
import { type Lab, openLab } from '../support/site/browser.ts';
import { kindsOfPages } from '../support/site/kinds.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

test.each([...kindsOfPages()].filter(([kind]) => kind !== 'not found'))(
  '%s: no console error, nothing from another origin, no sideways scrolling on a phone',
  async (_kind, path) => {
    for (const locale of locales) {
      const { page, faults } = await lab.visit(path(locale), { viewport: { width: 360, height: 780 } });
      await page.waitForTimeout(100);
      expect(faults).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, path(locale)).toBeLessThanOrEqual(0);
      await page.context().close();
    }
  },
);

test.each([...kindsOfPages()].filter(([kind]) => !['not found', 'language choice', 'permanent link'].includes(kind)))(
  '%s is readable without JavaScript',
  async (_kind, path) => {
    for (const locale of locales) {
      const { page } = await lab.visit(path(locale), { javaScriptEnabled: false });
      expect(await page.locator('h1').first().isVisible()).toBe(true);
      expect((await page.locator('main').textContent())?.length).toBeGreaterThan(80);
      await page.context().close();
    }
  },
);

test('the table of a catalog is complete without JavaScript', async () => {
  const [catalog] = getAtlas().catalogs;
  if (!catalog) throw new Error('no catalog');
  const { page } = await lab.visit(`/en/${catalog.id}/`, { javaScriptEnabled: false });
  const rows = page.locator('table.codes tr[data-code]');
  expect(await rows.count()).toBe(catalog.entries.flatMap(({ meanings }) => meanings).length);
  expect(await rows.last().isVisible()).toBe(true);
  expect(await page.locator('.table-filter').isVisible()).toBe(false);
  await page.context().close();
});

describe('the language switch', () => {
  test('keeps the page, works without JavaScript, and is remembered by permanent links', async () => {
    const { page, faults } = await lab.visit('/en/mexc-futures/1002/', { locale: 'en-US' });
    await page.locator('header a[data-language="zh-tw"]').click();
    await page.waitForURL('**/zh-tw/mexc-futures/1002/');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-TW');
    await page.goto(`${lab.site.origin}/tickdb/3001/?a=1#rate-limited`);
    await page.waitForURL('**/zh-tw/tickdb/3001/?a=1#rate-limited');
    expect(faults).toEqual([]);
    await page.context().close();

    const plain = await lab.visit('/en/mexc-futures/1002/', { javaScriptEnabled: false });
    await plain.page.locator('header a[data-language="zh-cn"]').click();
    await plain.page.waitForURL('**/zh-cn/mexc-futures/1002/');
    await plain.page.context().close();
  });

  test.each([
    ['zh-HK', 'zh-tw'],
    ['zh-Hant-CN', 'zh-tw'],
    ['zh-SG', 'zh-cn'],
    ['zh', 'zh-cn'],
    ['fr-FR', 'en'],
  ])('a browser in %s goes on to %s, and Back leaves the permanent link', async (language, locale) => {
    const { page } = await lab.visit('/en/about/', { locale: language });
    await page.goto(`${lab.site.origin}/alltick/400/#data-param`);
    await page.waitForURL(`**/${locale}/alltick/400/#data-param`);
    await page.goBack();
    expect(new URL(page.url()).pathname.endsWith('/en/about/')).toBe(true);
    await page.context().close();
  });
});

describe('the table filter', () => {
  test('narrows while typing and by choice, keeps itself in the address, and comes back from it', async () => {
    const { page, faults } = await lab.visit('/en/mexc-futures/');
    const visible = page.locator('table.codes tr[data-code]:visible');
    const all = await visible.count();
    await page.locator('.table-filter input').fill('leverage');
    await expect.poll(() => visible.count()).toBeLessThan(all);
    expect(await visible.count()).toBeGreaterThan(0);
    await page.locator('.table-filter input').fill('2005');
    await expect.poll(() => visible.count()).toBe(1);
    await page.locator('.table-filter input').fill('');
    await page.locator('.table-more summary').click();
    await page.locator('select[name="retry"]').selectOption('check-first');
    const codes = await visible.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-code')));
    expect(codes).toContain('500');
    expect(codes).not.toContain('602');
    expect(new URL(page.url()).searchParams.get('retry')).toBe('check-first');
    await page.reload();
    expect(await page.locator('select[name="retry"]').isVisible(), 'what is set is seen').toBe(true);
    expect(await visible.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-code')))).toEqual(codes);
    await page.locator('.table-filter [type="reset"]').click();
    await expect.poll(() => visible.count()).toBe(all);
    expect(new URL(page.url()).search).toBe('');
    await page.locator('[data-sort]').click();
    const sorted = await visible.evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-code'))));
    expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('says so when nothing matches', async () => {
    const { page } = await lab.visit('/zh-cn/tickdb/?filter=%3Cqwxz%3E');
    await page.locator('.table-none').waitFor();
    expect(await page.locator('table.codes').isVisible()).toBe(false);
    await page.context().close();
  });
});

test.each([
  [390, 844],
  [1440, 900],
])('on %i × %i pixels the first codes of a catalog are on the first screen', async (width, height) => {
  const faults: string[] = [];
  for (const { id } of getAtlas().catalogs) {
    for (const locale of locales) {
      const { page } = await lab.visit(catalogPath(locale, id), { viewport: { width, height } });
      const row = await page.locator('table.codes tr[data-code]').first().boundingBox();
      if (!row || row.y + row.height > height)
        faults.push(`${locale} ${id}: the first code ends at ${row && row.y + row.height}`);
      await page.context().close();
    }
  }
  expect(faults).toEqual([]);
});

describe('code', () => {
  test('is coloured by classes, and each block is copied by keyboard, which is said', async () => {
    const { page, faults } = await lab.visit('/en/mexc-futures/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const blocks = await page.locator('.sl-markdown-content pre').count();
    expect(blocks).toBeGreaterThan(4);
    expect(await page.locator('.copy-code').count()).toBe(blocks);
    expect(await page.locator('.hl-keyword').count()).toBeGreaterThan(10);
    expect(await page.locator('pre [style]').count()).toBe(0);
    const button = page.locator('.sample[open] .copy-code');
    await page.locator('.sample[open] pre').focus();
    await page.keyboard.press('Tab');
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await button.getAttribute('aria-label')).toBe('Copy: Python handling.py');
    await page.keyboard.press('Enter');
    await expect.poll(() => button.textContent()).toBe(ui.en.builtin.copied);
    expect(await page.locator('body > [role="status"]').textContent()).toBe(ui.en.builtin.copied);
    const [sample] = getAtlas().catalogs.find(({ id }) => id === 'mexc-futures')?.handling.samples ?? [];
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(sample?.code);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('is selected where the browser does not let the page copy it', async () => {
    const { page } = await lab.visit('/zh-cn/mexc-futures/602/');
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
    });
    const button = page.locator('.copy-code').first();
    await button.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => button.textContent()).toBe(ui['zh-cn'].builtin.copyByHand);
    expect(await page.evaluate(() => String(getSelection()))).toContain('"code": 602');
    await page.context().close();
  });

  test('without JavaScript has no button', async () => {
    const { page } = await lab.visit('/en/mexc-futures/602/', { javaScriptEnabled: false });
    expect(await page.locator('.copy-code').count()).toBe(0);
    expect(await page.locator('.hl-attr').count()).toBeGreaterThan(0);
    await page.context().close();
  });
});

test('the theme button changes the theme and keeps it', async () => {
  const { page } = await lab.visit('/en/', { colorScheme: 'light' });
  expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
  await page.locator('[data-theme-choice]').click();
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  await page.reload();
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  await page.context().close();
});
