/** Script of every page's frame: remembers language and theme, opens the search dialog. */

import { manifestName, shardOf } from '../catalog/shards.ts';
import { languageKey, themeKey } from '../policy/storage-keys.ts';
// One script for all of it: each file would be a request of its own.
import './copy-code.ts';
import { loadSearchWords } from './finder/words.ts';
import { currentLocale } from './page-locale.ts';
import './share/buttons.ts';

function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage may be blocked; the choice then holds for this page only.
  }
}

/** Makes the link to another language keep the query, filter or message and the position on the page. */
const changeLanguage = ({ target, button }: MouseEvent): void => {
  // The right button only opens a menu.
  if (button > 1) return;
  const choice = (target as Element).closest<HTMLAnchorElement>('a[data-language]');
  if (!choice?.dataset['language']) return;
  store(languageKey, choice.dataset['language']);
  choice.search = location.search;
  choice.hash = location.hash;
};
document.addEventListener('click', changeLanguage);
document.addEventListener('auxclick', changeLanguage);

const folded = document.querySelector<HTMLDetailsElement>('.contents-folded details');
folded?.addEventListener('click', ({ target }) => {
  if ((target as Element).closest('a')) folded.open = false;
});

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-theme-choice]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const root = document.documentElement;
    const theme = root.dataset['theme'] === 'light' ? 'dark' : 'light';
    root.dataset['theme'] = theme;
    store(themeKey, theme);
  });
}

const searchButtons = document.querySelectorAll<HTMLElement>('[data-search-open]');
/** The addresses of the finder's files, with `*` for their names, and the number of those with records. */
const [finderFiles, shards] = searchButtons[0]?.dataset['searchOpen']?.split(' ') ?? [];

const dialog = document.querySelector<HTMLDialogElement>('[data-search-dialog]');
const field = dialog?.querySelector('input');

/** Preloads one of the finder's files, with the same kind of request as the finder's own. */
function preload(name: string | number): void {
  const href = finderFiles?.replace('*', `${name}`);
  if (!href || document.querySelector(`link[href="${href}"]`)) return;
  document.head.append(
    Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href }),
  );
}

/** Loads the dialog's code only when it is wanted, and the finder's first file at the same time. */
const loadSearch = (): Promise<typeof import('./search-dialog.ts')> => {
  preload(manifestName);
  loadSearchWords(currentLocale()).catch(() => undefined);
  return import('./search-dialog.ts');
};

/** Preloads the records for an error code while the script that searches them loads, not after it. */
function preloadRecords(query: string | undefined): void {
  const [code] = /-?\d+\s*$/.exec(query ?? '') ?? [];
  if (!isReady && code) preload(shardOf(code.trim(), Number(shards)));
}

/** Shows the field at once; the finder behind it follows when its code has loaded. */
function openSearch(query?: string): void {
  if (dialog && !dialog.open) {
    dialog.showModal();
    field?.select();
  }
  preloadRecords(query);
  void loadSearch().then(({ open }) => {
    open(query, entered);
    isReady = true;
    entered = false;
  });
}

/** Whether Enter was pressed before the finder was ready. */
let entered = false;
let isReady = false;
field?.addEventListener('keydown', ({ key, isComposing }) => {
  if (!isReady && key === 'Enter' && !isComposing) entered = true;
});
field?.addEventListener('input', () => preloadRecords(field.value));

document.addEventListener('keydown', (event) => {
  const typing = (event.target as Element).closest('input, textarea, select, [contenteditable]');
  const shortcut = (event.key === 'k' && (event.ctrlKey || event.metaKey)) || (event.key === '/' && !typing);
  if (!shortcut || event.isComposing) return;
  event.preventDefault();
  openSearch();
});

for (const button of searchButtons) {
  const keys = button.querySelector('kbd');
  if (keys && /mac|iphone|ipad/i.test(navigator.platform)) keys.textContent = '⌘ K';
  button.hidden = false;
  button.addEventListener('click', () => openSearch());
  // A pointer moving to the button, or a reader tabbing to it, leaves enough time to fetch the code.
  for (const intent of ['pointerenter', 'focus'])
    button.addEventListener(intent, () => void loadSearch(), { once: true });
}

const forms = document.querySelectorAll<HTMLFormElement>('form[data-open-search]');
/** Connection data from browsers that have it; the DOM types lack it. */
const { connection } = navigator as { connection?: { readonly effectiveType?: string; readonly saveData?: boolean } };
// Visitors to the page with the large field are about to search.
if (forms.length > 0 && connection?.effectiveType === '4g' && !connection.saveData) {
  requestIdleCallback(() => void loadSearch());
}

for (const form of forms) {
  const input = form.querySelector('input');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    openSearch(input?.value);
  });
  const handOver = (): void => {
    if (!input?.value) return;
    openSearch(input.value);
    input.value = '';
  };
  input?.addEventListener('focus', () => void loadSearch(), { once: true });
  // An input method owns the field until its word is complete; some browsers send no input event after that.
  input?.addEventListener('input', (event) => (event as InputEvent).isComposing || handOver());
  input?.addEventListener('compositionend', handOver);
}

for (const example of document.querySelectorAll<HTMLAnchorElement>('a[data-search]')) {
  example.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openSearch(example.dataset['search']);
  });
}
