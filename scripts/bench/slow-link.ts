/** Measures how long a reader waits on a slow link, with empty caches, and the same on loopback. */
import type { Page } from 'playwright-core';
import type { Atlas } from '../../src/catalog/model.ts';
import type { Lab } from './browser-session.ts';
import { openAndType } from './dialog.ts';
import { commonCode } from './finder.ts';
import { type LinkFigures, median, rounded } from './results.ts';

const runs = 9;

/** 150 ms per request before its first byte, then the speed of a typical phone connection, 10 Mbit/s. */
const slow = { offline: false, latency: 150, downloadThroughput: 1_250_000, uploadThroughput: 625_000 };

/** Slows down a page's requests. */
async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow);
}

/**
 * Returns medians over fresh profiles.
 * @param entry the path of an entry's page
 */
export async function measureLinks(lab: Lab, atlas: Atlas, entry: string): Promise<readonly LinkFigures[]> {
  return [await measureLink(lab, atlas, entry, false), await measureLink(lab, atlas, entry, true)];
}

async function measureLink(lab: Lab, atlas: Atlas, entry: string, isSlow: boolean): Promise<LinkFigures> {
  const paints: number[] = [];
  const opened: number[] = [];
  const answered: number[] = [];
  for (let run = 0; run < runs; run++) {
    paints.push(await onNewPage(lab, isSlow, entry, firstPaint));
    await onNewPage(lab, isSlow, entry, async (page) => {
      const { pressedAt, openedAt, shownAt } = await openAndType(page, commonCode(atlas));
      opened.push(openedAt - pressedAt);
      answered.push(shownAt - pressedAt);
    });
  }
  const of = (values: readonly number[]): number => rounded(median(values));
  return { isSlow, runs, firstPaint: of(paints), dialogOpen: of(opened), answer: of(answered) };
}

async function onNewPage<T>(lab: Lab, isSlow: boolean, path: string, use: (page: Page) => Promise<T>): Promise<T> {
  const context = await lab.browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  try {
    if (isSlow) await slowDown(page);
    await page.goto(lab.at(path), { waitUntil: 'networkidle' });
    return await use(page);
  } finally {
    await context.close();
  }
}

/** Returns the time from the request to the first text or picture, in milliseconds. */
const firstPaint = (page: Page): Promise<number> =>
  page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN);
