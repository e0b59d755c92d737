/** Builds a catalog in which every text tries to break out: all must be shown as text, and nothing in them may run. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Entry } from '../../src/catalog/model.ts';
import {
  entryPath,
  feedPath,
  findPath,
  homePath,
  llmsFullPath,
  llmsPath,
  opensearchPath,
} from '../../src/catalog/paths.ts';
import { readChanges } from '../../src/catalog/published/changes.ts';
import { readAtlas } from '../../src/catalog/read.ts';
import { entryTitle } from '../../src/documents/describe.ts';
import { ui } from '../../src/i18n/index.ts';
import { type Locale, locales } from '../../src/locales.ts';
import { root } from '../../src/settings.ts';
import { fileFaults } from '../support/file-texts.ts';
import { htmlFaults, pageTexts } from '../support/html-texts.ts';
import { markupIn } from '../support/page-files.ts';
import { type Lab, openLab, overflowOf } from '../support/site/browser.ts';
import { buildSite } from '../support/site/build.ts';
import { textOf } from '../support/site/site.ts';

const content = join(root, 'tests/fixtures/hostile');
const atlas = readAtlas(content, root);
const entries = atlas.catalogs.flatMap((catalog) => catalog.entries);

let folder: string;
let site: string;
let read: (path: string) => string;
let lab: Lab;
let context: BrowserContext;
/** What the pages did that no text may cause, as reported by the pages themselves and by the browser. */
let deeds: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-hostile-'));
  site = join(folder, 'site');
  read = await buildSite(content, site);
  lab = await openLab(site);
  context = await lab.browser.newContext({
    locale: 'en-US',
    viewport: { width: 360, height: 740 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(15_000);
  await context.exposeFunction('tellDeed', (deed: string) => deeds.push(deed));
  await context.addInitScript(() => {
    const tell = (deed: string) =>
      (globalThis as unknown as { tellDeed: (deed: string) => void }).tellDeed(`${location.pathname}: ${deed}`);
    Object.defineProperty(window, '__ran', { set: () => tell(`ran ${new Error().stack}`) });
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      tell(`blocked ${effectiveDirective} ${blockedURI} ${sample}`),
    );
  });
});
afterAll(async () => {
  await context?.close();
  await lab?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a page whose deeds are recorded. */
async function open(path: string): Promise<Page> {
  deeds = [];
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    deeds.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => deeds.push(`exception ${error.message}`));
  page.on('console', (message) => {
    // The browser reports every missing page.
    if (message.type() === 'error' && !message.text().includes('status of 404')) deeds.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(lab.site.origin) && !request.url().startsWith('data:'))
      deeds.push(`request for ${request.url()}`);
  });
  await page.goto(`${lab.site.origin}${path}`, { waitUntil: 'load' });
  return page;
}

const files = (ending: string): string[] =>
  readdirSync(site, { recursive: true, encoding: 'utf8' })
    .map((path) => `/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith(ending))
    .sort();

const titleOf = ({ meanings }: Entry, locale: Locale): string =>
  meanings.map(({ text }) => text[locale].title).join(' / ');

describe('as files', () => {
  test.each(locales)('every page in %s shows every text as it was written, and no markup of it', (locale) => {
    const faults = [...pageTexts(atlas, locale)].flatMap((page) => htmlFaults(read(page.path), page, locale));
    expect(faults).toEqual([]);
  });

  test('Markdown, JSON, CSV and permanent links give every text back', () => {
    expect(fileFaults(atlas, read)).toEqual([]);
  });

  test('the outlines for language models hold no markup of a text', () => {
    for (const path of [llmsPath(), ...locales.flatMap((locale) => [llmsPath(locale), llmsFullPath(locale)])])
      expect(markupIn(read(path)), path).toEqual([]);
  });
});

describe('in a browser', () => {
  test('no page runs, asks or blocks anything, and none is wider than a phone', async () => {
    const paths = files('.html').map((path) => path.replace(/index\.html$/, ''));
    const pages = paths.filter((path) => /^\/(?:en|zh-cn|zh-tw|404\.html$)/.test(path));
    expect(pages.length).toBeGreaterThan(50);
    const page = await open('/');
    const faults: string[] = [];
    for (const path of pages) {
      await page.goto(`${lab.site.origin}${path}`, { waitUntil: 'load' });
      faults.push(...(await overflowOf(page)).map((part) => `${path} is too wide: ${part}`));
    }
    // These forward by themselves.
    for (const path of ['/', '/constructor/constructor/', '/constructor/prototype/', '/breakout/-1/']) {
      await page.goto(`${lab.site.origin}${path}`);
      await page.waitForURL((url) => url.pathname.includes('/en/'));
    }
    expect([...faults, ...deeds]).toEqual([]);
    await page.close();
  });

  test('feeds, sitemaps and search descriptions are well-formed, and a feed names its entries', async () => {
    const page = await open('/en/');
    const parsed = async (path: string) =>
      page.evaluate((xml) => {
        const document = new DOMParser().parseFromString(xml, 'application/xml');
        return {
          error: document.querySelector('parsererror')?.textContent,
          contents: [...document.querySelectorAll('entry > content')].map(({ textContent }) => textContent ?? ''),
        };
      }, read(path));
    const all = files('.xml');
    for (const path of locales.flatMap((locale) => [feedPath(locale), opensearchPath(locale)]))
      expect(all).toContain(path);
    for (const path of all) expect((await parsed(path)).error, path).toBeUndefined();
    const changes = readChanges(content, root, atlas);
    for (const locale of locales) {
      const { contents } = await parsed(feedPath(locale));
      const shown = contents.flatMap((html) => itemsOf(parseFragment(html)));
      expect(shown).toEqual(
        changes.flatMap((set) =>
          [...set.added, ...set.changed, ...set.retired].map((entry) => entryTitle(entry, locale)),
        ),
      );
    }
    await page.close();
  });

  test.each(locales)('the search dialog in %s shows what it finds as text', async (locale) => {
    const page = await open(homePath(locale));
    await page.keyboard.press('Control+k');
    const input = page.locator('dialog[open] input');
    await input.waitFor();
    const shown = page.locator('dialog [data-result] .found-title');
    for (const entry of entries) {
      for (const query of [entry.code, titleOf(entry, locale), entry.meanings[0].messages[0]?.text ?? '=1+1']) {
        await input.fill(query.slice(0, 200));
        await page.waitForTimeout(150);
      }
      await input.fill(entry.code);
      await expect.poll(() => shown.allTextContents()).toContain(titleOf(entry, locale));
    }
    expect(await overflowOf(page)).toEqual([]);
    expect(deeds).toEqual([]);
    await page.close();
  });

  test('the finder shows what was pasted and what it found as text', async () => {
    const page = await open(findPath('en'));
    for (const entry of entries) {
      const [{ messages, example }] = entry.meanings;
      for (const paste of [example.text, ...messages.map(({ text }) => text), entry.code]) {
        await page.locator('textarea').fill(paste);
        await page.waitForTimeout(150);
        expect(await overflowOf(page)).toEqual([]);
      }
      await expect.poll(() => page.locator('#found .found-title').allTextContents()).toContain(titleOf(entry, 'en'));
    }
    expect(await page.locator('#found :is(script, img, iframe, b)').count()).toBe(0);
    expect(deeds).toEqual([]);
    await page.close();
  });

  test('the share menu copies answers that hold texts only', async () => {
    for (const entry of atlas.catalogs[1]?.entries ?? []) {
      const page = await open(entryPath('en', entry.catalog.id, entry.code));
      const share = page.locator('[data-share]').first();
      await share.locator('.share-button').click();
      for (const what of ['text', 'markdown', 'rich'] as const) {
        await share.locator(`[data-copy="${what}"]`).click();
        await expect
          .poll(() => share.getByRole('status').textContent())
          .toContain(ui.en.share.copied(ui.en.share.what[what]));
        const copied = await page.evaluate(async () => {
          const [item] = await navigator.clipboard.read();
          const texts = (item?.types ?? []).map(async (type) => [type, await (await item?.getType(type))?.text()]);
          return Object.fromEntries(await Promise.all(texts)) as Record<string, string>;
        });
        if (what === 'markdown') expect(markupIn(copied['text/plain'] ?? '')).toEqual([]);
        else expect(copied['text/plain']).toContain(entry.meanings[0].text.en.title);
        if (what === 'rich') expect(namesOf(parseFragment(copied['text/html'] ?? ''))).toEqual([]);
      }
      expect(await overflowOf(page)).toEqual([]);
      expect(deeds).toEqual([]);
      await page.close();
    }
  });

  const messages = [
    '<script>window.__ran=1</script>',
    '"><img src=x onerror="window.__ran=1">',
    '{window.__ran=1} ${window.__ran=1} {{code}} $& \\',
    'javascript:window.__ran=1',
    'W'.repeat(600),
  ];
  test.each(messages)('the message %j of an address is shown as text', async (message) => {
    const one = entries.find(({ meanings }) => meanings.length === 1);
    const several = entries.find(({ meanings }) => meanings.length > 1);
    for (const entry of [one, several].filter((found) => found !== undefined)) {
      const query = new URLSearchParams({ m: message });
      const page = await open(`${entryPath('en', entry.catalog.id, entry.code)}?${query}`);
      const given = page.locator('.given').first();
      await given.waitFor();
      expect(await given.locator('code').first().textContent()).toBe(message.slice(0, 500));
      expect(await given.locator('script, img').count()).toBe(0);
      expect(await overflowOf(page)).toEqual([]);
      expect(deeds).toEqual([]);
      await page.close();
    }
  });

  test.each([
    '/en/%3Cscript%3Ewindow.__ran=1%3C/script%3E/',
    '/en/constructor/%22%3E%3Cimg%20src=x%20onerror=%22window.__ran=1%22%3E/',
    '/zh-tw/constructor/__proto__/',
    '/constructor/hasOwnProperty2/',
    '/__proto__/constructor/',
    '/en/breakout/javascript:window.__ran=1/',
    `/en/breakout/${'W'.repeat(500)}/`,
    '/en/%E0%A4%A/',
    '/en/constructor/a%20%22b/',
    '/zh-cn/problems/%E4%B8%AD/',
  ])('the address %s, which leads nowhere, is shown as text', async (path) => {
    const page = await open(path);
    // The page it may have meant can be missing too: the reader is forwarded once, not endlessly.
    let visits = 0;
    page.on('framenavigated', () => visits++);
    await page.waitForTimeout(700);
    expect(visits).toBeLessThan(3);
    expect(await page.locator('main img[src="x"], main script:not([src])').count()).toBe(0);
    expect(await overflowOf(page)).toEqual([]);
    expect(deeds).toEqual([]);
    await page.close();
  });
});

type Node = DefaultTreeAdapterTypes.Node;

/** Returns the texts of the list items in HTML. */
const itemsOf = (node: Node): string[] =>
  'tagName' in node && node.tagName === 'li'
    ? [textOf(node)]
    : 'childNodes' in node
      ? node.childNodes.flatMap(itemsOf)
      : [];

/** Returns the elements and attributes that answers do not use. */
const namesOf = (node: Node): string[] => [
  ...('tagName' in node && !['div', 'p', 'strong', 'code', 'ol', 'li', 'a'].includes(node.tagName)
    ? [node.tagName]
    : []),
  ...('attrs' in node ? node.attrs.map(({ name }) => name).filter((name) => !['lang', 'href'].includes(name)) : []),
  ...('childNodes' in node ? node.childNodes.flatMap(namesOf) : []),
];
