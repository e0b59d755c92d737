/** Measures what a reader's browser loads, and how long it waits. */
import type { Page } from 'playwright-core';
import { longestShort } from '../../src/browser/finder/ask.ts';
import { givenParameter } from '../../src/browser/share/message-in-link.ts';
import { aboutPath, entryPath, findPath } from '../../src/catalog/paths.ts';
import { maxLength } from '../../src/search/text.ts';
import { getAtlas } from '../../src/site/atlas.ts';
import { hostileTexts } from '../../tests/queries/hostile.ts';
import { type Lab, withLab } from './browser-session.ts';
import { measureDialog, openAndType } from './dialog.ts';
import { commonCode, sampleQueries } from './finder.ts';
import type { BrowserFigures, VisitFigures, WireFigures } from './results.ts';
import { typicalPages } from './sizes.ts';
import { measureLinks } from './slow-link.ts';

export const measureBrowser = (): Promise<BrowserFigures> =>
  withLab(async (lab) => {
    const pages = typicalPages();
    const atlas = getAtlas();
    return {
      server: lab.server,
      visits: [
        { page: 'median', ...(await measureVisit(lab, pages.median)) },
        { page: 'largest', ...(await measureVisit(lab, pages.largest)) },
      ],
      share: await measureShare(lab, pages.median),
      wire: await inTurn(sampleQueries(atlas), (query) => measureWire(lab, pages.median, query)),
      dialog: await measureDialog(lab, atlas, pages.median),
      links: await measureLinks(lab, atlas, pages.median),
      paste: await measurePaste(lab),
    };
  });

async function inTurn<A, B>(items: readonly A[], each: (item: A) => Promise<B>): Promise<B[]> {
  const results: B[] = [];
  for (const item of items) results.push(await each(item));
  return results;
}

/** Measures a first visit with empty caches, as the browser's network counts it. */
async function measureVisit(lab: Lab, path: string): Promise<Omit<VisitFigures, 'page'>> {
  const context = await lab.browser.newContext();
  const page = await context.newPage();
  const sizes: Promise<{ responseBodySize: number; responseHeadersSize: number }>[] = [];
  page.on('requestfinished', (request) => sizes.push(request.sizes()));
  await page.goto(lab.at(path), { waitUntil: 'networkidle' });
  const all = await Promise.all(sizes);
  await context.close();
  const bodies = all.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
  return {
    requests: all.length,
    wire: all.reduce((sum, { responseHeadersSize }) => sum + responseHeadersSize, bodies),
    bodies,
  };
}

/** A file that a page has loaded: its address, and the size of its compressed body in bytes. */
interface Loaded {
  readonly url: string;
  readonly bytes: number;
  /** Milliseconds since the page started. */
  readonly started: number;
}

/** Returns each loaded file once: the browser lists one that was preloaded and then imported twice. */
async function loaded(page: Page): Promise<Loaded[]> {
  const files = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map((entry) => ({
      url: entry.name,
      bytes: entry.encodedBodySize,
      started: entry.startTime,
    })),
  );
  return [...new Map(files.toReversed().map((file) => [file.url, file])).values()];
}

const isScript = ({ url }: Loaded): boolean => new URL(url).pathname.endsWith('.js');
const sum = (files: readonly Loaded[]): number => files.reduce((total, { bytes }) => total + bytes, 0);
const without = (files: readonly Loaded[], others: readonly Loaded[]): Loaded[] => {
  const known = new Set(others.map(({ url }) => url));
  return files.filter(({ url }) => !known.has(url));
};

/** Measures the share menu and a customer's message on an entry, without what the frame of every page loads. */
async function measureShare(lab: Lab, other: string): Promise<BrowserFigures['share']> {
  const entries = getAtlas().catalogs.flatMap((catalog) => catalog.entries);
  const entry = entries.find(({ meanings }) => meanings[0].messages.length > 0) ?? entries[0];
  if (!entry) throw new Error('the content has no entry');
  const path = entryPath('en', entry.catalog.id, entry.code);
  const given = encodeURIComponent(entry.meanings[0].messages[0]?.text ?? 'x');
  const frame = await lab.cold(aboutPath('en'), loaded);
  const used = await lab.cold(`${path}?${givenParameter}=${given}`, async (page) => {
    await page.locator('[data-share] .share-button').first().click();
    await page.waitForLoadState('networkidle');
    const before = await loaded(page);
    await page.locator('[data-copy="markdown"]').first().click();
    // Copied, or offered for copying by hand if the browser forbids it.
    await page.locator('.share-status:not(:empty), dialog[open]').first().waitFor();
    return { opened: before, copied: without(await loaded(page), before) };
  });
  const page = await lab.cold(path, loaded);
  const search = await lab.cold(other, async (page) => {
    await openAndType(page, commonCode(getAtlas()));
    return loaded(page);
  });
  const scripts = without(used.opened, frame).filter(isScript);
  const own = without(scripts, search);
  return {
    page: sum(without(page, frame).filter(isScript)),
    own: sum(own),
    answer: sum(used.copied.filter(isScript)),
    shared: sum(without(scripts, own)),
  };
}

/** Measures what is loaded from opening the dialog on a page until the first exact answer is shown. */
async function measureWire(lab: Lab, path: string, query: string): Promise<WireFigures> {
  return lab.cold(path, async (page) => {
    const before = await loaded(page);
    const { shownAt } = await openAndType(page, query);
    const files = without(await loaded(page), before).filter(({ started }) => started <= shownAt);
    const script = sum(files.filter(isScript));
    return { query, script, data: sum(files) - script, requests: files.length };
  });
}

/** Measures the longest main-thread task when a hostile text is entered on the finder's page. */
async function measurePaste(lab: Lab): Promise<BrowserFigures['paste']> {
  const lengths = [longestShort, maxLength];
  const texts = hostileTexts().flatMap(([name, text]) =>
    lengths.map((length) => [`${name}, ${length} characters`, text.slice(0, length)] as const),
  );
  let worst = { text: '', milliseconds: 0 };
  await lab.cold(findPath('en'), async (page) => {
    for (const [name, text] of texts) {
      const task = await page.evaluate(async (paste) => {
        const input = document.querySelector('textarea');
        if (!input) throw new Error('the finder has no input');
        let longest = 0;
        const observer = new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
        });
        const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
        // Laying out the text is the browser's work, not the finder's.
        input.value = paste;
        await pause(300);
        observer.observe({ type: 'longtask' });
        input.dispatchEvent(new Event('input', { bubbles: true }));
        await pause(500);
        observer.disconnect();
        input.value = '';
        await pause(50);
        return longest;
      }, text);
      if (task > worst.milliseconds) worst = { text: name, milliseconds: Math.round(task) };
    }
  });
  return { texts: texts.length, worst };
}
