/**
 * The sitemap: every page in every language, and the permanent links, each with its alternates. It agrees with each
 * page's head.
 */
import sitemapOf, { type SitemapOptions } from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import type { Atlas } from '../catalog/model.ts';
import { absolute, entryPath, inLocale, permanentPath } from '../catalog/paths.ts';
import { neutralOf, neutralPages } from '../documents/alternates.ts';
import { defaultLocale, type Locale, localeInfo, locales } from '../locales.ts';
import { settings } from '../settings.ts';
import { getAtlas } from '../site/atlas.ts';
import { withoutBase } from '../site/link.ts';

/** A page in all its languages. */
interface Forms {
  readonly of: (locale: Locale) => string;
  /** The page for readers of other languages. */
  readonly neutral: string;
}

/**
 * In a build, lets `@astrojs/sitemap` write the sitemap, with our addresses and our pairing of languages; in dev, does
 * nothing. Throws ContentError if the content is wrong, so it comes after the integration that reports that.
 */
export function sitemap(): AstroIntegration {
  let inner: AstroIntegration | undefined;
  return {
    // By this name Starlight recognizes that there is a sitemap, and does not add its own.
    name: '@astrojs/sitemap',
    hooks: {
      // Not earlier: a previous integration reports what is wrong with the content.
      'astro:config:setup': ({ command }) => {
        if (command === 'build') inner = sitemapOf(options(getAtlas()));
      },
      'astro:config:done': (event) => inner?.hooks['astro:config:done']?.(event),
      'astro:routes:resolved': (event) => inner?.hooks['astro:routes:resolved']?.(event),
      'astro:build:done': (event) => inner?.hooks['astro:build:done']?.(event),
    },
  };
}

function options(atlas: Atlas): NonNullable<SitemapOptions> {
  const known = new Map<string, Forms>();
  const permanent: string[] = [];
  const add = (forms: Forms): void => {
    for (const path of [forms.neutral, ...locales.map(forms.of)]) known.set(path, forms);
  };
  for (const entry of atlas.catalogs.flatMap(({ entries }) => entries)) {
    const neutral = permanentPath(entry.catalog.id, entry.code);
    permanent.push(neutral);
    add({ of: (locale) => entryPath(locale, entry.catalog.id, entry.code), neutral });
  }
  for (const of of neutralPages(atlas)) add({ of, neutral: neutralOf(of) });
  const formsOf = (path: string): Forms =>
    known.get(path) ?? { of: (locale) => inLocale(path, locale), neutral: inLocale(path, defaultLocale) };
  return {
    customPages: permanent.map((path) => absolute(settings, path)),
    // The library's own pairing compares every page with every other one, and takes `/` for English.
    serialize: ({ url }) => {
      const { of, neutral } = formsOf(withoutBase(new URL(url).pathname));
      return {
        url,
        links: [
          ...locales.map((locale) => ({ lang: localeInfo[locale].tag, url: absolute(settings, of(locale)) })),
          { lang: 'x-default', url: absolute(settings, neutral) },
        ],
      };
    },
  };
}
