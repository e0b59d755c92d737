/** The share menu, created when it is first opened. */
import type { ApiDocument } from '../../api/shape.ts';
import type { ShareWords } from '../../i18n/types.ts';
import { isLocale, type Locale, type Localized, localeInfo, locales } from '../../locales.ts';
import { copy } from '../clipboard.ts';
import { element } from '../element.ts';
import { loadAnswerWords, loadShareWords } from '../words.ts';
import type { Tag } from './answer.ts';
import { givenIn, givenOf, givenParameter, longestGiven } from './message-in-link.ts';

type What = keyof ShareWords['what'];

const menus = new WeakMap<HTMLElement, Promise<HTMLElement>>();
let facts: Promise<ApiDocument<'entry'>> | undefined;

/** Opens the menu of a button, or closes it. */
export async function toggle(root: HTMLElement, button: HTMLButtonElement): Promise<void> {
  let made = menus.get(root);
  if (!made) {
    made = make(root, button);
    made.catch(() => menus.delete(root));
    menus.set(root, made);
  }
  const menu = await made;
  if (!menu.hidden) return close(menu, button);
  // Likely to be needed; a failure is reported when it is.
  loadFacts(root).catch(() => undefined);
  menu.hidden = false;
  button.setAttribute('aria-expanded', 'true');
  menu.querySelector('button')?.focus({ preventScroll: true });
  menu.scrollIntoView({ block: 'nearest' });
}

function close(menu: HTMLElement, button: HTMLButtonElement): void {
  menu.hidden = true;
  button.setAttribute('aria-expanded', 'false');
}

/** Fetches the entry's JSON, once for all menus of the page. */
function loadFacts({ dataset }: HTMLElement): Promise<ApiDocument<'entry'>> {
  facts ??= fetch(dataset['facts'] ?? '').then((answer) => {
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
    return answer.json();
  });
  // A failure is not kept, so that the next attempt fetches again.
  facts.catch(() => {
    facts = undefined;
  });
  return facts;
}

type Form = 'toMarkdown' | 'toPlainText' | 'toHtml';

/** Loads an answer. What only answers need is fetched here: most readers just take a link. */
async function loadAnswer(root: HTMLElement, locale: Locale, form: Form): Promise<string> {
  const [{ entry }, words, write] = await Promise.all([
    loadFacts(root),
    loadAnswerWords(locale),
    import('./answer.ts'),
  ]);
  const names: Localized<string> = JSON.parse(root.dataset['names'] ?? '{}');
  const language = localeInfo[locale].tag as Tag;
  return write[form](write.answerOf(entry, { language, words, catalog: names[locale], slug: root.dataset['slug'] }));
}

/** Returns a full address from the page's head: the entry's in a language, or without one. */
function address(language: string, slug: string | undefined, message = ''): string {
  const link = document.querySelector<HTMLLinkElement>(`link[rel="alternate"][hreflang="${language}"]`);
  const url = new URL(link?.href ?? location.pathname, location.href);
  if (message !== '') url.searchParams.set(givenParameter, message);
  url.hash = slug ?? '';
  return url.href;
}

async function make(root: HTMLElement, button: HTMLButtonElement): Promise<HTMLElement> {
  const { locale: named, slug } = root.dataset;
  const own: Locale = isLocale(named) ? named : 'en';
  const words = await loadShareWords(own);

  const language = element('select');
  for (const locale of locales) {
    const { tag, label } = localeInfo[locale];
    language.append(element('option', { value: locale, lang: tag }, label));
  }
  language.value = own;
  const chosen = (): Locale => (isLocale(language.value) ? language.value : own);
  const note = element('p', { class: 'share-note', id: `share-note-${slug ?? ''}` }, words.messageNote);
  const message = element('textarea', { rows: '2', spellcheck: 'false', 'aria-describedby': note.id });
  message.value = givenIn(location.search).text;
  const status = element('p', { class: 'share-status', role: 'status' });

  const say = (text: string): void => {
    // Delayed after clearing, so that the same words are announced again.
    setTimeout(() => {
      status.textContent = text;
    }, 50);
  };
  const written = (form: Form): Promise<string> => loadAnswer(root, chosen(), form);
  const link = (text: string) => ({ text: Promise.resolve(text) });
  const sources: Readonly<Record<What, () => Parameters<typeof copy>[0]>> = {
    link: () => link(address('x-default', slug)),
    page: () => link(address(localeInfo[chosen()].tag, slug)),
    markdown: () => ({ text: written('toMarkdown') }),
    text: () => ({ text: written('toPlainText') }),
    rich: () => ({ text: written('toPlainText'), html: written('toHtml') }),
    message: () => link(address('x-default', slug, givenOf(message.value).text)),
  };
  const item = (what: What): HTMLButtonElement => {
    const made = element('button', { type: 'button', 'data-copy': what }, words.copy(words.what[what]));
    made.addEventListener('click', () => {
      status.textContent = '';
      const cut = what === 'message' && givenOf(message.value).cut ? ` ${words.cut(longestGiven)}` : '';
      copy(sources[what](), words, () => say(words.copied(words.what[what]) + cut)).catch(() => say(words.failed));
    });
    return made;
  };
  const withMessage = item('message');
  const enable = () => {
    withMessage.disabled = message.value.trim() === '';
  };
  message.addEventListener('input', enable);
  enable();

  const menu = element(
    'div',
    { class: 'share-menu', role: 'group', 'aria-label': button.getAttribute('aria-label') ?? words.open },
    item('link'),
    element('label', {}, words.language, language),
    ...(['page', 'markdown', 'text', 'rich'] as const).map(item),
    element('label', {}, words.message, message),
    note,
    withMessage,
    status,
  );
  menu.hidden = true;
  root.append(menu);
  steer(root, menu, button);
  return menu;
}

/** Lets arrow keys move through the menu; Escape closes it, and so does leaving it. */
function steer(root: HTMLElement, menu: HTMLElement, button: HTMLButtonElement): void {
  const elsewhere = (target: EventTarget | null): boolean =>
    target instanceof Element && !root.contains(target) && !target.closest('dialog');
  root.addEventListener('keydown', (event) => {
    if (menu.hidden || event.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape') {
      close(menu, button);
      button.focus();
    } else if (step !== 0 && event.target instanceof HTMLButtonElement) {
      const controls = [...root.querySelectorAll<HTMLElement>('button:enabled, select, textarea')];
      controls.at((controls.indexOf(event.target) + step) % controls.length)?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  root.addEventListener('focusout', ({ relatedTarget }) => {
    if (elsewhere(relatedTarget)) close(menu, button);
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (!menu.hidden && elsewhere(target)) close(menu, button);
  });
}
