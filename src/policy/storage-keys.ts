/** Keys of what the site remembers in the browser. */

/** The language chosen on the site: a locale of locales.ts. */
export const languageKey = 'atlas-language';

/** The theme chosen on the site, `light` or `dark`, under Starlight's own name for it. */
export const themeKey = 'starlight-theme';

/** The id of the catalog that a reader means by a code of several. */
export const catalogKey = 'atlas-catalog';
