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
  const input = element('input', {
    type: 'search',
    autocomplete: 'off',
    spellcheck: 'false',
    autocapitalize: 'off',
    enterkeyhint: 'go',
  });
  const close = element('button', { type: 'button', class: 'search-close' }, '×');
  const status = element('p', { role: 'status', class: 'sr-only' });
  const hint = element('p', { class: 'search-hint' });
  const results = element('div', { class: 'search-results' });
  const dialog = element(
    'dialog',
    { class: 'search-dialog' },
    element('div', { class: 'search-bar' }, input, close),
    status,
    hint,
    results,
  );
  document.body.append(dialog);
  const finder = createFinder(results, status);
  finder.words.then(({ search }) => {
    dialog.setAttribute('aria-label', search.dialog);
    input.setAttribute('aria-label', search.label);
    input.placeholder = search.placeholder;
    close.setAttribute('aria-label', search.close);
    hint.append(search.hint, ' ', element('kbd', {}, '↑'), element('kbd', {}, '↓'), ` ${search.keys}`);
  });
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
