/** The search dialog with the finder behind it; fetched when it is first opened. */

import { createFinder, type Finder, steer } from './finder/controller.ts';

/** Maximum number of characters shown: more make a single-line input slow. */
const longestShown = 10_000;

interface Parts {
  readonly dialog: HTMLDialogElement;
  readonly input: HTMLInputElement;
  readonly finder: Finder;
}

let made: Parts | undefined;

/**
 * Finds a part of the page.
 * @throws TypeError for a page without that part, which is a bug in the page
 */
function part<E extends Element>(root: ParentNode, selector: string): E {
  const found = root.querySelector<E>(selector);
  if (!found) throw new TypeError(`a page without ${selector}`);
  return found;
}

/** Connects the finder to the dialog, which is in every page. */
function make(): Parts {
  const dialog = part<HTMLDialogElement>(document, '[data-search-dialog]');
  const results = part<HTMLElement>(dialog, '.search-results');
  const hint = part<HTMLElement>(dialog, '.search-hint');
  const input = part<HTMLInputElement>(dialog, 'input');
  const finder = createFinder(results, part<HTMLElement>(dialog, '[role=status]'));
  input.addEventListener('input', () => {
    hint.hidden = input.value !== '';
    finder.search(input.value);
  });
  // A paste of several lines loses its line breaks in an input; spaces keep its words apart.
  input.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!/[\r\n]/.test(text)) return;
    event.preventDefault();
    // Only what is shown is cut, not what is searched: the error is at the end of a log.
    input.value = text.replace(/\s+/g, ' ').slice(0, longestShown);
    hint.hidden = true;
    finder.search(text);
  });
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  steer(input, results, finder);
  return { dialog, input, finder };
}

/**
 * Opens the dialog if it is not open yet, with a query if one is given; text already typed into it is searched.
 * @param enter whether Enter was pressed as well
 */
export function open(query?: string, enter = false): void {
  made ??= make();
  const { dialog, input, finder } = made;
  if (!dialog.open) dialog.showModal();
  if (query !== undefined && query !== '') input.value = query;
  if (input.value !== '') input.dispatchEvent(new Event('input'));
  input.focus();
  if (enter) void finder.enter();
}
