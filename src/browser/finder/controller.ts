/** Connects an input to the finder and the full-text search, and shows the results of the newest query only. */

import type { SearchWords } from '../../i18n/types.ts';
import { inScriptOf } from '../../search/chinese-script.ts';
import type { Answer } from '../../search/types.ts';
import { element } from '../element.ts';
import { currentLocale } from '../page-locale.ts';
import { createAsk } from './ask.ts';
import { choose, chosenCatalog, narrow } from './choice.ts';
import { finderData } from './data.ts';
import { searchText } from './full-text.ts';
import { answerView, textView } from './view.ts';
import { loadSearchWords } from './words.ts';

/** Milliseconds without typing before words are looked up in full texts. */
const pause = 150;
const textHits = 8;

export interface Finder {
  /** Looks up a text and shows the answer; resolves when the certain hits are shown. */
  readonly search: (text: string) => Promise<Answer | undefined>;
  /**
   * Opens the entry that the newest text certainly means, once known; if that is not a single entry, moves to the list.
   */
  readonly enter: () => Promise<void>;
}

/**
 * Creates a finder for a page.
 * @param results receives the lists of links
 * @param status a live region that announces how many there are
 */
export function createFinder(results: HTMLElement, status: HTMLElement): Finder {
  const locale = currentLocale();
  const data = finderData(locale);
  const ask = createAsk(locale);
  let newest = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  /** These resolve when the certain hits are shown, and when the full-text hits are shown too. */
  let certain: Promise<unknown> = Promise.resolve();
  let whole: Promise<unknown> = Promise.resolve();
  /** Whether exactly one entry is certain. */
  let only = false;
  // Both are requested before the first key is pressed.
  data.loadManifest('').catch(() => undefined);
  loadSearchWords(locale).catch(() => undefined);

  const count = (): number => results.querySelectorAll('[data-result]').length;

  function search(text: string): Promise<Answer | undefined> {
    const answer = answerTo(text, ++newest);
    certain = answer;
    return answer;
  }

  async function answerTo(text: string, query: number): Promise<Answer | undefined> {
    clearTimeout(waiting);
    whole = Promise.resolve();
    only = false;
    if (text.trim() === '') {
      results.replaceChildren();
      status.textContent = '';
      return undefined;
    }
    const [words, found] = await Promise.all([loadSearchWords(locale), ask(text).catch(() => undefined)]);
    if (!found) {
      if (query === newest) {
        results.replaceChildren(element('p', {}, words.failed));
        status.textContent = words.failed;
      }
      return undefined;
    }
    if (query !== newest) return undefined;
    const narrowed = narrow(found, chosenCatalog());
    const { answer } = narrowed;
    results.replaceChildren(
      answerView(narrowed, words, (id) => {
        choose(id);
        void search(text).then(() => results.querySelector<HTMLElement>('.found-choices button')?.focus());
      }),
    );
    status.textContent = words.results(count());
    only = answer.exact.length === 1;
    if (only) void lead(answer, query);
    // A certain answer needs no search for words, which would fetch ten times as much.
    if (answer.understood.plain && answer.exact.length === 0) {
      whole = new Promise((resolve) => {
        waiting = setTimeout(() => resolve(addText(text, query, words)), pause);
      });
    } else if (count() === 0) {
      showNothing(words);
    }
    if (answer.exact.length === 0) void offerReport(answer, query, words);
    return answer;
  }

  /** Adds the first step below the entry that is certain; if that fails, its link is enough. */
  async function lead({ exact: [hit] }: Answer, query: number): Promise<void> {
    if (!hit) return;
    const { leadView } = await import('./lead.ts');
    const view = await leadView(hit, locale).catch(() => undefined);
    if (view && query === newest) results.querySelector('[data-result]')?.after(view);
  }

  async function addText(text: string, query: number, words: SearchWords): Promise<void> {
    try {
      const hits = await searchText(inScriptOf(await data.loadManifest(text), text), textHits);
      if (query !== newest) return;
      const shown = new Set([...results.querySelectorAll('a')].map((link) => new URL(link.href).pathname));
      results.append(textView(hits, shown, words));
    } catch {
      if (query !== newest) return;
      results.append(element('p', { class: 'found-note' }, import.meta.env.DEV ? words.dev : words.failed));
    }
    status.textContent = words.results(count());
    if (count() === 0) showNothing(words);
  }

  /** Adds a link below all results for reporting a missing message; only if the site has a repository. */
  async function offerReport(answer: Answer, query: number, words: SearchWords): Promise<void> {
    const issue = results.dataset.report;
    if (issue === undefined) return;
    const [{ missingLink }] = await Promise.all([import('./missing.ts'), whole]);
    if (query !== newest) return;
    const link = element('a', { href: missingLink(issue, answer) }, words.missing);
    results.append(element('p', { class: 'found-missing' }, link));
  }

  function showNothing(words: SearchWords): void {
    results.append(element('p', { class: 'found-none' }, `${words.none} ${words.noneHint}`));
  }

  async function enter(): Promise<void> {
    const query = newest;
    const first = () => (query === newest ? results.querySelector<HTMLAnchorElement>('[data-result]') : null);
    await certain;
    if (only) return first()?.click();
    if (count() === 0) await whole;
    first()?.focus();
  }

  return { search, enter };
}

/**
 * Lets arrow keys move between the input and the results; Enter in the input opens a certain entry, otherwise moves to
 * the list. In a multi-line input, Shift+Enter inserts a line break.
 */
export function steer(input: HTMLInputElement | HTMLTextAreaElement, results: HTMLElement, finder: Finder): void {
  const links = () => [...results.querySelectorAll<HTMLAnchorElement>('[data-result]')];
  input.addEventListener('keydown', (event) => {
    const key = event as KeyboardEvent;
    if (key.isComposing) return;
    const last = input.value.length;
    if (key.key === 'ArrowDown' && (input instanceof HTMLInputElement || input.selectionStart === last)) {
      const [first] = links();
      if (!first) return;
      event.preventDefault();
      first.focus();
    } else if (key.key === 'Enter' && !key.shiftKey) {
      event.preventDefault();
      void finder.enter();
    }
  });
  results.addEventListener('keydown', (event) => {
    const all = links();
    const index = all.indexOf(document.activeElement as HTMLAnchorElement);
    if (index < 0) return;
    if (event.key === 'ArrowDown') all[Math.min(index + 1, all.length - 1)]?.focus();
    else if (event.key === 'ArrowUp') (index === 0 ? input : all[index - 1])?.focus();
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      // Typing continues in the input.
      input.focus();
      return;
    } else return;
    event.preventDefault();
  });
}
