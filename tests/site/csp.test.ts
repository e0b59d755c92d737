import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { locales } from '../../src/locales.ts';
import { sitePolicy } from '../../src/policy/policy.ts';
import { type Lab, openLab } from '../support/site/browser.ts';
import { kindsOfPages } from '../support/site/kinds.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

/** Opens a page, with or without a host's headers, and collects its violations of the policy. */
async function openPage(path: string, headers: boolean): Promise<{ page: Page; violations: string[] }> {
  const context = await lab.browser.newContext({ locale: 'en-US', permissions: ['clipboard-read', 'clipboard-write'] });
  const violations: string[] = [];
  await context.exposeFunction('tellViolation', (text: string) => violations.push(text));
  await context.addInitScript(() => {
    addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, blockedURI, sample, sourceFile, lineNumber }) => {
        const tell = (globalThis as unknown as { tellViolation: (text: string) => void }).tellViolation;
        tell(`${effectiveDirective} ${blockedURI} ${sample} at ${sourceFile}:${lineNumber}`);
      },
    );
  });
  if (!headers) {
    await context.route('**/*', async (route) => {
      const response = await route.fetch({ maxRedirects: 0 });
      const { 'content-security-policy': _policy, ...rest } = response.headers();
      await route.fulfill({ response, headers: rest });
    });
  }
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.goto(`${lab.site.origin}${path}`, { waitUntil: 'load' });
  return { page, violations };
}

/** Closes the dialog: the first Escape empties a search field, the second closes it. */
async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  if ((await page.locator('dialog[open]').count()) > 0) await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}

/** Uses everything a page offers: search dialog, table filter, finder, theme and every other button, share menu. */
async function useEverything(page: Page): Promise<void> {
  const searchButton = page.locator('[data-search-open]:visible').first();
  if ((await searchButton.count()) > 0) {
    await searchButton.click();
    const input = page.locator('dialog[open] input');
    for (const query of ['1002', '{"code": 3001, "message": "Rate limit exceeded"}', 'apiAllowed']) {
      await input.fill(query);
      await page.locator('dialog[open] [data-result]').first().waitFor();
    }
    await closeDialog(page);
  }
  const filter = page.locator('.table-filter input').first();
  if ((await filter.count()) > 0) {
    await filter.fill('1');
    await page.locator('.table-more summary').click();
    await page.locator('.table-filter select').first().selectOption({ index: 1 });
    await page.locator('.table-filter [type="reset"]').click();
  }
  const paste = page.locator('main textarea').first();
  if ((await paste.count()) > 0) {
    await paste.fill('ERROR order refused: {"success":false,"code":2005,"message":"Insufficient balance!"}');
    await page.locator('#found [data-result]').first().waitFor();
  }
  const others = 'button[type="button"]:not([data-search-open], .share-button):visible';
  for (const button of await page.locator(others).all()) await button.click({ timeout: 2000 });
  const share = page.locator('.share-button:visible').first();
  if ((await share.count()) > 0) {
    await share.click();
    const menu = page.locator('.share-menu:visible').first();
    await menu.waitFor();
    await menu.locator('textarea').fill('code 1002');
    for (const item of await menu.locator('button').all()) await item.click({ timeout: 2000 });
  }
  await page.waitForTimeout(200);
}

describe.each([
  ['with the headers', true],
  ['on a host that sends no headers', false],
] as const)('%s', (_name, headers) => {
  // The code is the same in every language, and the build has checked pages of every kind: each kind once is enough.
  const cases = [...kindsOfPages()].map(
    ([kind, path], index) => [kind, path(locales[index % locales.length] ?? 'en')] as const,
  );
  test.each(cases)('%s %s: nothing is blocked, whatever is used', async (kind, path) => {
    const { page, violations } = await openPage(path, headers);
    await useEverything(page);
    expect(violations).toEqual([]);
    if (kind.startsWith('entry')) expect(await page.locator('.share-menu').count()).toBeGreaterThan(0);
    await page.context().unrouteAll({ behavior: 'ignoreErrors' });
    await page.context().close();
  });

  test('code that came into a page does not run, and neither does a style', async () => {
    const { page, violations } = await openPage('/en/', headers);
    const ran = await page.evaluate(async () => {
      const add = (html: string): void => document.body.append(document.createRange().createContextualFragment(html));
      add('<script>window.ran = "script"</script>');
      add('<img src="data:," onerror="window.ran = \'handler\'">');
      add('<a href="javascript:window.ran = 1" id="hostile">x</a>');
      add('<style>body { color: red }</style><p style="color: red">x</p>');
      add('<iframe src="https://example.com/"></iframe><base href="https://example.com/">');
      document.querySelector<HTMLElement>('#hostile')?.click();
      await new Promise((resolve) => setTimeout(resolve, 300));
      return (window as unknown as { ran?: string }).ran;
    });
    expect(ran).toBeUndefined();
    const directives = new Set(violations.map((text) => text.split(' ', 1)[0]));
    expect([...directives].sort()).toEqual([
      'base-uri',
      'frame-src',
      'script-src-attr',
      'script-src-elem',
      'style-src-attr',
      'style-src-elem',
    ]);
    await page.context().unrouteAll({ behavior: 'ignoreErrors' });
    await page.context().close();
  });
});

test('the policy allows no inline script by name, and no other origin', () => {
  const scripts = sitePolicy.match(/script-src [^;]*/)?.[0] ?? '';
  expect(scripts).not.toContain('unsafe-inline');
  expect(scripts).not.toMatch(/'unsafe-eval'/);
  expect(sitePolicy).not.toMatch(/https?:|\*/);
  expect(sitePolicy).toContain("frame-ancestors 'none'");
});
