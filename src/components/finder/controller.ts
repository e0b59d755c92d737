/** Ties an input to the finder and the full-text search, and shows what comes back, newest query only. */

import { type SearchWords, searchWords } from '../../i18n/search-words.ts';
import type { Answer } from '../../search/types.ts';
import { element } from '../element.ts';
import { ask } from './ask.ts';
import { currentLocale, finderData } from './data.ts';
import { searchText } from './full-text.ts';
import { answerView, textView } from './view.ts';

/** After this many milliseconds without typing, words are looked up in whole texts. */
const pause = 150;
const textHits = 8;

export interface Finder {
  /** Looks a text up and shows the answer; resolves when what is certain is shown. */
  readonly search: (text: string) => Promise<Answer | undefined>;
  readonly words: SearchWords;
}

/**
 * @param results where lists of links go
 * @param status a live region that says how many there are
 */
export function createFinder(results: HTMLElement, status: HTMLElement): Finder {
  const locale = currentLocale();
  const data = finderData(locale);
  const words = searchWords[locale];
  let newest = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  // It is on its way before the first key is pressed.
  data.loadManifest().catch(() => undefined);

  const count = (): number => results.querySelectorAll('[data-result]').length;

  async function search(text: string): Promise<Answer | undefined> {
    const query = ++newest;
    clearTimeout(waiting);
    if (text.trim() === '') {
      results.replaceChildren();
      status.textContent = '';
      return undefined;
    }
    const answer = await ask(text, locale).catch(() => undefined);
    if (!answer) {
      if (query === newest) results.replaceChildren(element('p', {}, words.failed));
      return undefined;
    }
    if (query !== newest) return undefined;
    results.replaceChildren(answerView(answer, words));
    status.textContent = words.results(count());
    if (answer.understood.plain) {
      waiting = setTimeout(() => void addText(text, query), pause);
    } else if (count() === 0) {
      showNothing();
    }
    return answer;
  }

  async function addText(text: string, query: number): Promise<void> {
    try {
      const hits = await searchText(text, textHits);
      if (query !== newest) return;
      const shown = new Set([...results.querySelectorAll('a')].map((link) => new URL(link.href).pathname));
      results.append(textView(hits, shown, words));
    } catch {
      if (query !== newest) return;
      results.append(element('p', { class: 'found-note' }, import.meta.env.DEV ? words.dev : words.failed));
    }
    status.textContent = words.results(count());
    if (count() === 0) showNothing();
  }

  function showNothing(): void {
    results.append(element('p', { class: 'found-none' }, `${words.none} ${words.noneHint}`));
  }

  return { search, words };
}

/** Arrow keys move between the input and the results; Enter in the input opens the first result. */
export function steer(input: HTMLInputElement | HTMLTextAreaElement, results: HTMLElement): void {
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
    } else if (key.key === 'Enter' && input instanceof HTMLInputElement) {
      event.preventDefault();
      links()[0]?.click();
    }
  });
  results.addEventListener('keydown', (event) => {
    const all = links();
    const index = all.indexOf(document.activeElement as HTMLAnchorElement);
    if (index < 0) return;
    if (event.key === 'ArrowDown') all[Math.min(index + 1, all.length - 1)]?.focus();
    else if (event.key === 'ArrowUp') (index === 0 ? input : all[index - 1])?.focus();
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      // Typing goes on where it was.
      input.focus();
      return;
    } else return;
    event.preventDefault();
  });
}
