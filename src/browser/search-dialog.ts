/** The search dialog: made when it is first opened. */

import { element } from './element.ts';
import { createFinder, type Finder, steer } from './finder/controller.ts';

/** More characters than this make an input of one line slow. */
const longestShown = 10_000;

interface Parts {
  readonly dialog: HTMLDialogElement;
  readonly input: HTMLInputElement;
  readonly finder: Finder;
}

let made: Parts | undefined;

function make(): Parts {
  const results = element('div', { class: 'search-results' });
  const status = element('p', { role: 'status', class: 'sr-only' });
  // The first thing: its data is on the way while the dialog is being made.
  const finder = createFinder(results, status);
  const { words } = finder;
  const input = element('input', {
    type: 'search',
    placeholder: words.placeholder,
    'aria-label': words.label,
    autocomplete: 'off',
    spellcheck: 'false',
    autocapitalize: 'off',
    enterkeyhint: 'go',
  });
  const close = element('button', { type: 'button', class: 'search-close', 'aria-label': words.close }, '×');
  const hint = element(
    'p',
    { class: 'search-hint' },
    `${words.hint} `,
    element('kbd', {}, '↑'),
    element('kbd', {}, '↓'),
    ` ${words.keys}`,
  );
  const dialog = element(
    'dialog',
    { class: 'search-dialog', 'aria-label': words.dialog },
    element('div', { class: 'search-bar' }, input, close),
    status,
    hint,
    results,
  );
  document.body.append(dialog);
  input.addEventListener('input', () => {
    hint.hidden = input.value !== '';
    finder.search(input.value);
  });
  // A paste of several lines loses its line breaks in an input; a space keeps its words apart.
  input.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!/[\r\n]/.test(text)) return;
    event.preventDefault();
    // What is shown is cut, what is searched is not: the error stands at the end of a log.
    input.value = text.replace(/\s+/g, ' ').slice(0, longestShown);
    hint.hidden = true;
    finder.search(text);
  });
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  steer(input, results, finder);
  return { dialog, input, finder };
}

/** Opens the dialog, with a query where one is given. */
export function open(query?: string): void {
  made ??= make();
  const { dialog, input } = made;
  if (!dialog.open) dialog.showModal();
  if (query !== undefined && query !== '') {
    input.value = query;
    input.dispatchEvent(new Event('input'));
  } else {
    input.select();
  }
  input.focus();
}
