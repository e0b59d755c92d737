/** Keys under which the site stores data in the browser. */

/** The language chosen on the site: a locale from locales.ts. */
export const languageKey = 'atlas-language';

/** The theme chosen on the site, `light` or `dark`, under Starlight's own name for it. */
export const themeKey = 'starlight-theme';

/** The id of the catalog that a reader means by a code that several have. */
export const catalogKey = 'atlas-catalog';
