/** Writes dates, numbers and names of languages as a locale does. */
import type { LimitValue, Wait } from '../catalog/schema/files.ts';
import { type Locale, localeInfo, localized } from '../locales.ts';
import { ui } from './index.ts';

/** Making a formatter costs far more than using one. */
const formatters = localized((locale) => {
  const { tag } = localeInfo[locale];
  return {
    date: new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }),
    number: new Intl.NumberFormat(tag),
    language: new Intl.DisplayNames(tag, { type: 'language' }),
  };
});

/** @param date a day as `2026-07-16` */
export const formatDate = (date: string, locale: Locale): string =>
  formatters[locale].date.format(new Date(`${date}T00:00:00Z`));

export const formatNumber = (value: number, locale: Locale): string => formatters[locale].number.format(value);

const languageNames = localized(() => new Map<string, string>());

/** Returns the name of a language in the reader's language. */
export function languageName(tag: string, locale: Locale): string {
  const known = languageNames[locale].get(tag);
  if (known !== undefined) return known;
  const { language, script } = new Intl.Locale(tag).maximize();
  // Readers know Chinese by its characters (Simplified, Traditional), not by a country.
  const name = language === 'zh' && script ? `${language}-${script}` : language;
  const shown = formatters[locale].language.of(name) ?? tag;
  languageNames[locale].set(tag, shown);
  return shown;
}

/** Writes a limit for a table cell: `1,800+ per minute`, `50`. */
export function formatLimit(value: LimitValue, locale: Locale): string {
  if (typeof value === 'number') return formatNumber(value, locale);
  const count = 'number' in value ? value.number : value.count;
  const text = `${formatNumber(count, locale)}${value.atLeast ? '+' : ''}`;
  return 'number' in value ? text : ui[locale].catalog.rate(text, value.seconds);
}

/** Says how long to wait before sending the same request again; what a provider says at length is a text of its own. */
export function formatWait(wait: Exclude<Wait, 'described'>, locale: Locale): string {
  const words = ui[locale].wait;
  if (wait === 'exponential') return words.exponential;
  return 'seconds' in wait ? words.seconds(wait.seconds) : words.header(wait.header);
}
