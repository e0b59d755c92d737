/** Texts that several files hold are made once for each language. */
import { type Locale, type Localized, localized } from '../locales.ts';
import type { SiteContext } from './generated-file.ts';

/** In which language a page is written, and where the site is. */
export interface Page {
  readonly locale: Locale;
  readonly context: SiteContext;
}

/** The same function, which makes what it makes of a key and a page only the first time. */
export function onceForPage<K extends object, T extends object | string>(
  make: (key: K, page: Page) => T,
): (key: K, page: Page) => T {
  const made = new WeakMap<SiteContext, Localized<WeakMap<K, T>>>();
  return (key, page) => {
    let byLocale = made.get(page.context);
    if (!byLocale) {
      byLocale = localized(() => new WeakMap<K, T>());
      made.set(page.context, byLocale);
    }
    const known = byLocale[page.locale];
    let value = known.get(key);
    if (value === undefined) {
      value = make(key, page);
      known.set(key, value);
    }
    return value;
  };
}
