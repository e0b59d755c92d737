/** A real Chromium on the built site; every page is watched for errors and requests to other origins. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { chromiumArguments, ensureChromium } from '../../../scripts/lib/chromium.ts';
import { type Site, startSite } from './server.ts';

export interface Visit {
  readonly page: Page;
  /** Errors so far: console errors, exceptions, requests to other origins, CSP violations. */
  readonly faults: string[];
  readonly requests: string[];
}

export interface Lab {
  readonly site: Site;
  readonly browser: Browser;
  /** Opens a path of the site in a fresh profile. */
  readonly visit: (path: string, options?: BrowserContextOptions) => Promise<Visit>;
  readonly close: () => Promise<void>;
}

/** @param folder a built site other than the one under test */
export async function openLab(folder?: string): Promise<Lab> {
  const site = await startSite(folder);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArguments });
  const own = new URL(site.origin).origin;
  return {
    site,
    browser,
    visit: async (path, options = {}) => {
      const context = await browser.newContext({ locale: 'en-US', ...options });
      const page = await context.newPage();
      const faults: string[] = [];
      const requests: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
      page.on('request', (request) => {
        requests.push(request.url());
        if (!request.url().startsWith(own) && !request.url().startsWith('data:'))
          faults.push(`foreign: ${request.url()}`);
      });
      await page.goto(`${site.origin}${path}`, { waitUntil: 'load' });
      return { page, faults, requests };
    },
    close: async () => {
      await browser.close();
      await site.stop();
    },
  };
}

/** Returns the elements that stick out to the right, so that a reader would have to scroll sideways. */
export const overflowOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 5)
      .map(
        ({ tagName, className, textContent }) => `${tagName}.${className} ${(textContent ?? '').trim().slice(0, 40)}`,
      );
  });
