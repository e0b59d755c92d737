/** Works out what a broken address meant: goes there, or shows what is known. */
import { catalogPath } from '../catalog/paths.ts';
import { isLocale, type Locale, localeInfo } from '../locales.ts';
import { understandAddress } from '../search/address.ts';
import { find } from '../search/find.ts';
import { element } from './element.ts';
import { whole } from './finder/choice.ts';
import { finderData, here } from './finder/data.ts';
import { answerView } from './finder/view.ts';
import { loadSearchWords } from './finder/words.ts';
import { permanentTarget } from './permanent-target.ts';
import { readerLocale } from './reader-language.ts';
import { loadWords } from './words.ts';

const base = import.meta.env.BASE_URL.replace(/\/$/, '');
const path = location.pathname.slice(base.length);

/** Returns the language that the address names, otherwise the reader's. */
function localeOf(address: string): Locale {
  const first = address.split('/')[1];
  return isLocale(first) ? first : readerLocale(document.documentElement.dataset['languageKey'] ?? '');
}

async function understand(): Promise<void> {
  const locale = localeOf(path);
  const section = show(locale);
  const data = finderData(locale);
  const [manifest, words] = await Promise.all([data.loadManifest(), loadWords(locale)]);
  document.title = words.notFound.title;
  const address = understandAddress(path, manifest);
  const goTo = (to: string): void => location.replace(here(to) + location.search + location.hash);
  if (address.kind === 'moved') return goTo(address.path);
  const redirected = address.kind === 'no-code' ? await redirectOf(path) : undefined;
  if (redirected !== undefined) return goTo(redirected);
  const place = section?.querySelector('[data-found]');
  if (!place) return;
  if (address.kind === 'choose') {
    const links = address.paths.map(({ catalog, path: to }) =>
      element('li', {}, element('a', { href: here(to) }, catalog)),
    );
    place.append(element('p', {}, words.notFound.moved), element('ul', {}, ...links));
    return;
  }
  if (address.query === '') return;
  const [answer, says] = await Promise.all([find(address.query, data), loadSearchWords(locale)]);
  if (address.kind === 'no-code') {
    const name = manifest.catalogs.find(({ id }) => id === address.catalog)?.name ?? address.catalog;
    // The address says that it is a code, even if the finder would take it for a word.
    if (answer.unknown.length === 0) {
      place.append(element('p', { class: 'found-unknown' }, says.unknown(address.code, name)));
    }
    place.append(answerView(whole(answer), says, () => undefined));
    const to = here(catalogPath(locale, address.catalog));
    place.append(element('p', {}, element('a', { href: to }, words.notFound.seeCatalog(name))));
    return;
  }
  place.append(answerView(whole(answer), says, () => undefined));
}

/**
 * Finds where an entry's page moved: its permanent link leads to the new address; its own pages do not.
 * @param from the page's address, which names a language
 * @returns the new page's address in that language; undefined if nothing moved
 */
async function redirectOf(from: string): Promise<string | undefined> {
  const [, locale = '', ...rest] = from.split('/');
  if (!isLocale(locale)) return undefined;
  const neutral = `/${rest.join('/')}`;
  const answer = await fetch(here(neutral));
  const target = answer.ok ? permanentTarget(await answer.text()) : undefined;
  return target === undefined || target === neutral ? undefined : `/${locale}${target}`;
}

/** Keeps one of the page's three languages and returns its section. */
function show(locale: Locale): HTMLElement | undefined {
  document.documentElement.lang = localeInfo[locale].tag;
  let shown: HTMLElement | undefined;
  for (const section of document.querySelectorAll<HTMLElement>('section[data-locale]')) {
    if (section.dataset['locale'] === locale) shown = section;
    else section.remove();
  }
  return shown;
}

// Without the finder's data, the page still says in the reader's language that there is no such page.
understand().catch(() => undefined);
