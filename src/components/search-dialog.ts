/** The search dialog: made when it is first opened. */

import { element } from './element.ts';
import { createFinder, type Finder, steer } from './finder/controller.ts';

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
    input.value = text.replace(/\s+/g, ' ').slice(0, 100_000);
    hint.hidden = true;
    finder.search(text.slice(0, 100_000));
  });
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  steer(input, results);
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
