/** Keys of what the site remembers in the browser. */

/** The language chosen on the site: a locale of locales.ts. */
export const languageKey = 'atlas-language';
