import { defaultLocale, type Locale, localeInfo, locales } from '../locales.ts';

/** Returns the locale of the current page. */
export function currentLocale(): Locale {
  const tag = document.documentElement.lang;
  return locales.find((locale) => localeInfo[locale].tag === tag) ?? defaultLocale;
}
