/** Passes our words for Starlight's own parts to Starlight: its `i18n` collection does not look in content/. */
import type { StarlightPlugin } from '@astrojs/starlight/types';
import { ui } from '../i18n/index.ts';
import { localeInfo, locales } from '../locales.ts';

/** Replaces Starlight's own words with ours in all languages when Starlight is set up. Throws nothing. */
export function starlightStrings(): StarlightPlugin {
  return {
    name: 'error-atlas:strings',
    hooks: {
      // Starlight asks every plugin for this hook.
      'config:setup': () => {},
      'i18n:setup': ({ injectTranslations }) => {
        injectTranslations(
          Object.fromEntries(
            locales.map((locale) => {
              const { builtin, entry, nav, search } = ui[locale];
              return [
                localeInfo[locale].tag,
                {
                  'skipLink.label': builtin.skipLink,
                  'search.label': search.open,
                  'themeSelect.accessibleLabel': builtin.themeLabel,
                  'themeSelect.dark': builtin.themeDark,
                  'themeSelect.light': builtin.themeLight,
                  'themeSelect.auto': builtin.themeAuto,
                  'languageSelect.accessibleLabel': nav.language,
                  'menuButton.accessibleLabel': builtin.menu,
                  'sidebarNav.accessibleLabel': builtin.mainNav,
                  'tableOfContents.onThisPage': builtin.onThisPage,
                  'tableOfContents.overview': builtin.top,
                  'page.editLink': entry.edit,
                  'page.previousLink': entry.previous,
                  'page.nextLink': entry.next,
                  'heading.anchorLabel': builtin.heading('{{title}}'),
                },
              ];
            }),
          ),
        );
      },
    },
  };
}
