/** Measures, inside the page, how long the search dialog takes from the key press to the answer. */
import type { Page } from 'playwright-core';
import type { Atlas } from '../../src/catalog/model.ts';
import type { Lab } from './browser-session.ts';
import { commonCode } from './finder.ts';
import { type BrowserFigures, median, rounded, type Times } from './results.ts';

const runs = 15;
const nextQueries = 5;

/** Times in milliseconds since the page started. */
export interface Answered {
  readonly pressedAt: number;
  /** When the field appeared. */
  readonly openedAt: number;
  readonly shownAt: number;
  /** When the next frame, which shows the answer, began. */
  readonly frameAt: number;
}

/** Makes a page watch for the key, fill in the query as soon as there is an input, and note when the answer appears. */
function watch(query: string): void {
  const shared = globalThis as { answered?: Promise<Answered> };
  shared.answered = new Promise((resolve) => {
    addEventListener(
      'keydown',
      ({ timeStamp: pressedAt }) => {
        let openedAt = Number.NaN;
        const observer = new MutationObserver(() => {
          const input = document.querySelector<HTMLInputElement>('dialog[open] input');
          if (input && Number.isNaN(openedAt)) {
            openedAt = performance.now();
            input.value = query;
            input.dispatchEvent(new Event('input'));
          }
          if (!document.querySelector('dialog [data-result]')) return;
          observer.disconnect();
          const shownAt = performance.now();
          requestAnimationFrame(() => resolve({ pressedAt, openedAt, shownAt, frameAt: performance.now() }));
        });
        observer.observe(document.body, { childList: true, subtree: true, attributes: true });
      },
      { capture: true, once: true },
    );
  });
}

/** Opens the dialog with its key, enters a query at once, and waits for the first answer. */
export async function openAndType(page: Page, query: string): Promise<Answered> {
  await page.evaluate(watch, query);
  await page.keyboard.press('/');
  return page.evaluate(() => (globalThis as unknown as { answered: Promise<Answered> }).answered);
}

/** Enters another query in the open dialog and waits until its answer appears. */
function typeNext(page: Page, query: string): Promise<Answered> {
  return page.evaluate(
    (text) =>
      new Promise<Answered>((resolve, reject) => {
        const input = document.querySelector<HTMLInputElement>('dialog input');
        const results = document.querySelector('dialog .search-results');
        if (!input || !results) return reject(new Error('the dialog is not open'));
        const observer = new MutationObserver(() => {
          if (results.querySelector('[data-result] code')?.textContent !== text) return;
          observer.disconnect();
          const shownAt = performance.now();
          requestAnimationFrame(() => resolve({ pressedAt, openedAt: pressedAt, shownAt, frameAt: performance.now() }));
        });
        observer.observe(results, { childList: true, subtree: true });
        const pressedAt = performance.now();
        input.value = text;
        input.dispatchEvent(new Event('input'));
      }),
    query,
  );
}

/**
 * Returns medians over fresh profiles: for the first answer with empty caches, then for the answers to further codes.
 * @param path a page that fetches nothing of the finder by itself, unlike the home page, which may
 */
export async function measureDialog(lab: Lab, atlas: Atlas, path: string): Promise<BrowserFigures['dialog']> {
  const query = commonCode(atlas);
  const codes = [...new Set(atlas.catalogs.flatMap(({ entries }) => entries.map(({ code }) => code)))];
  const others = codes.filter((code) => /^\d{4}$/.test(code) && code !== query).slice(0, nextQueries);
  const first: Answered[] = [];
  const next: Answered[] = [];
  for (let run = 0; run < runs; run++) {
    await lab.cold(path, async (page) => {
      first.push(await openAndType(page, query));
      for (const code of others) next.push(await typeNext(page, code));
    });
  }
  return { runs, query, first: times(first), next: times(next) };
}

const times = (answers: readonly Answered[]): Times => ({
  shown: rounded(median(answers.map(({ pressedAt, shownAt }) => shownAt - pressedAt))),
  frame: rounded(median(answers.map(({ pressedAt, frameAt }) => frameAt - pressedAt))),
  slowest: rounded(Math.max(...answers.map(({ pressedAt, shownAt }) => shownAt - pressedAt))),
});
