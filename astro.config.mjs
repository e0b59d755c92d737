import { rehypeHeadingIds, unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { astroFolder, isBuilding } from './src/build/current.ts';
import { remarkPlugins } from './src/catalog/prose/markdown.ts';
import { rehypeHandwritten } from './src/documents/rehype.ts';
import { besidePages } from './src/integrations/beside-pages.ts';
import { generate } from './src/integrations/content.ts';
import { finish } from './src/integrations/finish.ts';
import { hosting } from './src/integrations/hosting.ts';
import { ogImages } from './src/integrations/pictures.ts';
import { renderer } from './src/integrations/renderer.ts';
import { noSitemap } from './src/integrations/sitemap.ts';
import { starlightStrings } from './src/integrations/starlight-words.ts';
import { defaultLocale, localeInfo } from './src/locales.ts';
import { settings } from './src/settings.ts';

/** Matches the modules behind the search dialog, except those that only some queries need. */
const isFinder = (id) =>
  /\/src\/(?:search\/|browser\/(?:search-dialog|finder\/))(?!(?:envelopes|loose-objects|find-text|find-messages|find-unknown|settle-messages|messages|words|worker|lead|missing|full-text|filter)\.ts)/.test(
    id,
  );

const component = (name) => `./src/components/starlight/${name}.astro`;

export default defineConfig({
  site: settings.site,
  base: settings.base,
  outDir: settings.outDir,
  // The build's own folder, so that neither a check nor another build changes it meanwhile.
  ...(isBuilding() ? { cacheDir: astroFolder } : {}),
  trailingSlash: 'always',
  // Pages are small and come in one round trip; fetching them ahead would cost a script on each.
  prefetch: false,
  // Style sheets and scripts stay files: a Content-Security-Policy then needs few hashes, and browsers cache them.
  build: { inlineStylesheets: 'never' },
  vite: {
    build: { assetsInlineLimit: 0, emptyOutDir: false },
    worker: { format: 'es' },
    environments: {
      // The package loads all 190 grammars; bundled, only those that are used remain.
      prerender: { resolve: { noExternal: ['lowlight', 'highlight.js'] } },
      client: {
        build: {
          rolldownOptions: {
            output: {
              // What the first answer for a code needs is in one file: browsers request only six at a time from a
              // server.
              codeSplitting: {
                groups: [
                  // Every page has these; a table or a wrong address needs nothing else from the finder.
                  {
                    name: 'frame',
                    test: /preload-helper|\/src\/(?:browser\/(?:element|page-locale|finder\/words)|policy\/storage-keys|locales|i18n\/spacing|catalog\/shards)\.ts/,
                    priority: 3,
                  },
                  {
                    name: 'text',
                    test: /\/src\/(?:search\/(?:text|catalog-names|codes|manifest)|browser\/finder\/data)\.ts/,
                    priority: 2,
                  },
                  { name: 'finder', test: isFinder, priority: 1 },
                ],
              },
            },
          },
        },
      },
    },
  },
  markdown: {
    // Smart punctuation would turn `--1121` into `–1121`; the CJK plugin lets **错误码：**签名 be bold.
    processor: unified({
      gfm: false,
      smartypants: false,
      remarkPlugins: remarkPlugins(),
      rehypePlugins: [rehypeHeadingIds, rehypeHandwritten],
    }),
    // Done by the plugin above: with classes, and the same for every page.
    syntaxHighlight: false,
  },
  integrations: [
    generate(),
    noSitemap(),
    starlight({
      title: 'Error Atlas',
      defaultLocale,
      locales: Object.fromEntries(
        Object.entries(localeInfo).map(([locale, { tag, label }]) => [locale, { label, lang: tag }]),
      ),
      favicon: '/favicon.svg',
      customCss: ['./src/styles/atlas.css'],
      pagefind: false,
      // Ours shows where the reader is; Starlight would build a tree of all pages for each page.
      sidebar: [],
      expressiveCode: false,
      disable404Route: true,
      credits: false,
      components: Object.fromEntries(
        [
          'Footer',
          'Head',
          'Header',
          'LanguageSelect',
          'MobileMenuFooter',
          'PageSidebar',
          'PageTitle',
          'Search',
          'Sidebar',
          'SiteTitle',
          'ThemeProvider',
          'ThemeSelect',
        ].map((name) => [name, component(name)]),
      ),
      // Starlight's heading links are labelled in English on every page outside src/content.
      markdown: { processedDirs: ['./content/docs'], headingLinks: false },
      plugins: [starlightStrings()],
    }),
    renderer(),
    ogImages(),
    // From here on in the order in which a build ends.
    besidePages(),
    hosting(),
    finish(),
  ],
});
