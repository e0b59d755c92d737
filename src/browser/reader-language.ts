/** Chooses which of the site's languages a reader gets. */
import { defaultLocale, isLocale, type Locale } from '../locales.ts';

/**
 * Returns the locale for a list of language tags, best first: the first that is English or Chinese decides. Hong Kong,
 * Macau and Taiwan use traditional characters, and so does `Hant`, whatever the region; `Hans` means simplified even
 * for them. Any other Chinese is simplified; without either language, English.
 */
export function localeFor(languages: readonly string[]): Locale {
  for (const tag of languages) {
    const parts = tag.toLowerCase().split(/[-_]/);
    if (parts[0] === 'en') return 'en';
    if (parts[0] !== 'zh') continue;
    if (parts.includes('hans')) return 'zh-cn';
    return parts.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh-tw' : 'zh-cn';
  }
  return defaultLocale;
}

/**
 * Returns, in a browser, the language chosen on the site, otherwise the first of the reader's that the site has.
 * @param languageKey where the choice is stored (storage-keys.ts)
 */
export function readerLocale(languageKey: string): Locale {
  let chosen: string | null = null;
  try {
    chosen = localStorage.getItem(languageKey);
  } catch {
    // Storage may be blocked.
  }
  return isLocale(chosen ?? undefined) ? (chosen as Locale) : localeFor(navigator.languages);
}
