import { defaultLocale, type Locale, localeInfo, locales } from '../locales.ts';

/** The locale of the page at hand. */
export function currentLocale(): Locale {
  const tag = document.documentElement.lang;
  return locales.find((locale) => localeInfo[locale].tag === tag) ?? defaultLocale;
}
