/** The site's languages, in the one list that every part reads. */

export const locales = ['en', 'zh-cn', 'zh-tw'] as const;

/** A language as written in addresses and file names. */
export type Locale = (typeof locales)[number];

/** One value per language. */
export type Localized<T> = Readonly<Record<Locale, T>>;

interface LocaleInfo {
  /** BCP 47 tag, for `lang`, `hreflang` and `Intl`. */
  readonly tag: string;
  /** The language's name in itself. */
  readonly label: string;
  /** A short form of it, for where there is little room. */
  readonly short: string;
}

export const localeInfo: Localized<LocaleInfo> = {
  en: { tag: 'en', label: 'English', short: 'EN' },
  'zh-cn': { tag: 'zh-CN', label: '简体中文', short: '简' },
  'zh-tw': { tag: 'zh-TW', label: '繁體中文', short: '繁' },
};

/** The locale that is used if nothing is known about the reader. */
export const defaultLocale: Locale = 'en';

export function isLocale(value: string | undefined): value is Locale {
  return locales.some((locale) => locale === value);
}

/** Builds one value per locale from a function. */
export function localized<T>(make: (locale: Locale) => T): Localized<T> {
  return { en: make('en'), 'zh-cn': make('zh-cn'), 'zh-tw': make('zh-tw') };
}
