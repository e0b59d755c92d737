/** The share menu of entries, and the message that a link contains, in a real browser. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { absolute, entryPath, permanentPath } from '../../src/catalog/paths.ts';
import { ui } from '../../src/i18n/index.ts';
import { type Locale, localeInfo, locales } from '../../src/locales.ts';
import { settings } from '../../src/settings.ts';
import { getAtlas } from '../../src/site/atlas.ts';
import { type Lab, openLab } from '../support/site/browser.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

const entries = getAtlas().catalogs.flatMap((catalog) => catalog.entries);
const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('the content lacks such an entry');
  return value;
};
const one = found(entries.find(({ meanings }) => meanings.length === 1 && meanings[0].messages.length > 0));
const several = found(
  entries.find(({ meanings }) => meanings.length > 1 && meanings.every(({ messages }) => messages.length > 0)),
);

const pathOf = (entry: typeof one, locale: Locale) => entryPath(locale, entry.catalog.id, entry.code);
const permanentOf = (entry: typeof one) => absolute(settings, permanentPath(entry.catalog.id, entry.code));
const clipboard: BrowserContextOptions = { permissions: ['clipboard-read', 'clipboard-write'] };

const read = (page: Page, type: string): Promise<string> =>
  page.evaluate(async (wanted) => {
    const [item] = await navigator.clipboard.read();
    return (await item?.getType(wanted))?.text() ?? '';
  }, type);

/** Opens one of the page's menus, copies something and waits until the page confirms it. */
async function copy(page: Page, what: string, locale: Locale, menu = 0): Promise<void> {
  const share = page.locator('[data-share]').nth(menu);
  const button = share.locator('.share-button');
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
  await share.locator(`[data-copy="${what}"]`).click();
  const says = ui[locale].share.copied(ui[locale].share.what[what as keyof (typeof ui)['en']['share']['what']]);
  await expect.poll(() => share.getByRole('status').textContent()).toContain(says);
}

describe.each(locales)('the share menu in %s', (locale) => {
  test('copies links and answers, in the page’s language or another', async () => {
    const { page, faults } = await lab.visit(pathOf(one, locale), clipboard);
    await copy(page, 'link', locale);
    expect(await read(page, 'text/plain')).toBe(permanentOf(one));
    await copy(page, 'page', locale);
    expect(await read(page, 'text/plain')).toBe(absolute(settings, pathOf(one, locale)));
    const [{ text, messages }] = one.meanings;
    await copy(page, 'text', locale);
    const answer = await read(page, 'text/plain');
    for (const part of [one.code, text[locale].title, messages[0]?.text ?? '', permanentOf(one)]) {
      expect(answer).toContain(part);
    }
    expect(answer.split('\n').filter((line) => /^\d+\. /.test(line)).length).toBeLessThanOrEqual(5);
    await copy(page, 'markdown', locale);
    expect(await read(page, 'text/plain')).toContain(`\`${one.code}\``);
    for (const other of locales) {
      await page.locator('[data-share] select').selectOption(other);
      await copy(page, 'rich', locale);
      expect(await read(page, 'text/html')).toContain(`lang="${localeInfo[other].tag}"`);
      expect(await read(page, 'text/plain')).toContain(text[other].title);
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

test('each of several meanings has a menu of its own, and its heading is its permanent link', async () => {
  const { page, faults } = await lab.visit(pathOf(several, 'en'), clipboard);
  expect(await page.locator('[data-share]').count()).toBe(several.meanings.length + 1);
  for (const [index, { slug, text }] of several.meanings.entries()) {
    const permanent = `${permanentOf(several)}#${slug}`;
    await copy(page, 'link', 'en', index + 1);
    expect(await read(page, 'text/plain')).toBe(permanent);
    await copy(page, 'text', 'en', index + 1);
    const answer = await read(page, 'text/plain');
    expect(answer).toContain(text.en.title);
    expect(answer).toContain(permanent);
    expect(new URL((await page.locator(`#${slug} + a`).getAttribute('href')) ?? '', settings.site).href).toBe(
      permanent,
    );
  }
  await copy(page, 'text', 'en', 0);
  const answer = await read(page, 'text/plain');
  for (const { text } of several.meanings) expect(answer).toContain(text.en.title);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('works by keyboard alone', async () => {
  const { page } = await lab.visit(pathOf(one, 'en'), clipboard);
  const button = page.locator('.share-button').first();
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-copy'));
  await button.focus();
  await page.keyboard.press('Enter');
  await expect.poll(focused).toBe('link');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('page');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe('markdown');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.share-status').textContent()).not.toBe('');
  await page.keyboard.press('Escape');
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await button.getAttribute('aria-expanded')).toBe('false');
  expect(await page.locator('.share-menu').isVisible()).toBe(false);
  await page.context().close();
});

test.each(['markdown', 'rich'])('where the clipboard is refused, %s is shown selected', async (what) => {
  const { page, faults } = await lab.visit(pathOf(one, 'en'));
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
  });
  await page.locator('.share-button').click();
  const item = page.locator(`[data-copy="${what}"]`);
  await item.click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await dialog.textContent()).toContain(ui.en.share.byHand);
  const selected = await page.evaluate(() => {
    const field = document.activeElement;
    return field instanceof HTMLTextAreaElement
      ? field.value.slice(field.selectionStart, field.selectionEnd)
      : String(getSelection());
  });
  expect(selected).toContain(one.meanings[0].text.en.title);
  expect(selected).toContain(permanentOf(one));
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await item.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('says so when the facts cannot be loaded', async () => {
  const { page } = await lab.visit(pathOf(one, 'en'), clipboard);
  await page.route('**/api/v1/**', (route) => route.abort());
  await page.locator('.share-button').click();
  await page.locator('[data-copy="text"]').click();
  await expect.poll(() => page.locator('.share-status').textContent()).toBe(ui.en.share.failed);
  await page.unroute('**/api/v1/**');
  await copy(page, 'text', 'en');
  await page.context().close();
});

test('without JavaScript the permanent link stands on the page, and no menu', async () => {
  const { page } = await lab.visit(pathOf(one, 'en'), { javaScriptEnabled: false });
  expect(await page.locator('.share-button').isVisible()).toBe(false);
  const href = await page.getByRole('link', { name: ui.en.entry.permalink }).getAttribute('href');
  expect(new URL(href ?? '', settings.site).href).toBe(permanentOf(one));
  await page.context().close();
});

describe('a message in the link', () => {
  const given = (page: Page) => page.locator('.given');
  const withMessage = (entry: typeof one, message: string, hash = '') =>
    `${pathOf(entry, 'en')}?${new URLSearchParams({ m: message })}${hash}`;

  test('made in the menu, it is shown behind the permanent link, what varies marked', async () => {
    const documented = one.meanings[0].messages[0]?.text ?? '';
    const { page, faults } = await lab.visit(pathOf(one, 'en'), clipboard);
    await page.locator('.share-button').click();
    expect(await page.locator('[data-copy="message"]').isDisabled()).toBe(true);
    await page.locator('.share-menu textarea').fill(`${documented} ZZ-17 & 错误`);
    await copy(page, 'message', 'en');
    const link = new URL(await read(page, 'text/plain'));
    expect(`${link.origin}${link.pathname}`).toBe(permanentOf(one));
    await page.goto(`${new URL(lab.site.origin).origin}${link.pathname}${link.search}`);
    await given(page).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/\/en\//);
    expect(await given(page).locator('code').textContent()).toBe(`${documented} ZZ-17 & 错误`);
    expect((await given(page).locator('mark').allTextContents()).join('')).toContain('ZZ-17 & 错误');
    await page.locator('a[data-language="zh-tw"]').first().click();
    await given(page).waitFor();
    expect(await given(page).textContent()).toContain(ui['zh-tw'].share.marked);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('of several meanings, the one that it is like has it', async () => {
    for (const { slug, messages } of several.meanings) {
      const { page } = await lab.visit(withMessage(several, `ERR ${messages[0]?.text} (id 7)`));
      await given(page).waitFor();
      expect(await page.locator('.given + [data-messages]').getAttribute('data-messages')).toBe(slug);
      await page.context().close();
    }
  });

  test.each([
    ['<img src=x onerror="document.title=1"><script>document.title=1</script>', ''],
    ['\u202egnihton ekil {placeholder} %zz &lt;b&gt;', '#<x>'],
    ['{}[]()*+?.\\^$|', '#%E0%A4%A'],
    ['x', '#"]'],
  ])('%s is text, and said to match nothing', async (message, hash) => {
    const { page, faults } = await lab.visit(withMessage(one, message, hash));
    await given(page).waitFor();
    expect(
      await given(page)
        .locator('code')
        .evaluate((code) => code.textContent),
    ).toBe(message);
    expect(await given(page).locator('img, script').count()).toBe(0);
    expect(await given(page).textContent()).toContain(ui.en.share.unlike);
    expect(await page.title()).not.toBe('1');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('too long a message is cut, and that is said', async () => {
    const { page, faults } = await lab.visit(
      withMessage(one, `${one.meanings[0].messages[0]?.text} ${'x'.repeat(6000)}`),
    );
    await given(page).waitFor();
    expect((await given(page).locator('code').textContent())?.length).toBe(500);
    expect(await given(page).textContent()).toContain(ui.en.share.cut(500));
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test.each(['', '?m=', '?m=%20', '?n=1', '?m'])('nothing is shown for %j', async (query) => {
    const { page, faults } = await lab.visit(`${pathOf(one, 'en')}${query}`);
    await page.waitForTimeout(300);
    expect(await given(page).count()).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
