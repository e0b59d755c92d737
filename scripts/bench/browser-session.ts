/** A real Chromium on the built site, served compressed by a real server. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { withBase } from '../../src/catalog/paths.ts';
import { settings } from '../../src/settings.ts';
import { getAtlas } from '../../src/site/atlas.ts';
import { chromiumArguments, ensureChromium } from '../lib/chromium.ts';
import { ensureNginx, startNginx } from '../lib/nginx-server.ts';

export interface Lab {
  readonly browser: Browser;
  readonly server: 'nginx' | 'node';
  /** Returns the full address of a path of the site. */
  readonly at: (path: string) => string;
  /** Opens a path with empty caches, passes the page to `use`, and closes it afterwards. */
  readonly cold: <T>(path: string, use: (page: Page) => Promise<T>, options?: BrowserContextOptions) => Promise<T>;
}

export async function withLab<T>(use: (lab: Lab) => Promise<T>): Promise<T> {
  const program = ensureNginx();
  const site = program === undefined ? await nodeServer() : await nginxServer(program);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArguments });
  const at = (path: string): string => `${site.origin}${path}`;
  try {
    return await use({
      browser,
      server: program === undefined ? 'node' : 'nginx',
      at,
      cold: async (path, withPage, options = {}) => {
        const context = await browser.newContext({ locale: 'en-US', ...options });
        const page = await context.newPage();
        try {
          await page.goto(at(path), { waitUntil: 'networkidle' });
          return await withPage(page);
        } finally {
          await context.close();
        }
      },
    });
  } finally {
    await browser.close();
    await site.stop();
  }
}

interface Site {
  /** Origin and base path, without a trailing slash. */
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

async function nginxServer(program: string): Promise<Site> {
  const { origin, stop } = await startNginx(program, settings.outDir, settings.base, getAtlas().redirects);
  return { origin: `${origin}${withBase(settings.base, '')}`, stop };
}

/** Starts the tests' server; loaded only here, because its module requires a built site. */
const nodeServer = async (): Promise<Site> => (await import('../../tests/support/site/server.ts')).startSite();
