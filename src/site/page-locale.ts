/** The locale of the page that is being rendered. */
import { defaultLocale, isLocale, type Locale } from '../locales.ts';

export function pageLocale(page: { readonly locals: App.Locals }): Locale {
  const { locale } = page.locals.starlightRoute;
  return isLocale(locale) ? locale : defaultLocale;
}
