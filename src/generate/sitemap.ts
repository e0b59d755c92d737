/**
 * Generates the sitemap (sitemaps.org 0.9): every page in every language, and the permanent links, each with its
 * alternates. It agrees with each page's head.
 */
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { Atlas } from '../catalog/model.ts';
import {
  aboutPath,
  absolute,
  apiPagePath,
  entryPath,
  permanentPath,
  sitemapPartPath,
  sitemapPath,
} from '../catalog/paths.ts';
import { neutralOf, neutralPages } from '../documents/alternates.ts';
import { defaultLocale, type Locale, type Localized, localeInfo, locales, localized } from '../locales.ts';
import type { EarlierFiles, GeneratedFile, SiteContext } from './generated-file.ts';

/** Number of addresses in a file; the standard allows 50,000. */
const mostInFile = 45_000;

/** A page in all its languages, by their addresses. */
interface Forms {
  readonly pages: Localized<string>;
  /** The page for readers of other languages. */
  readonly neutral: string;
}

/** Generates the index and the files that it names. */
export function* sitemapFiles(atlas: Atlas, context: SiteContext, earlier?: EarlierFiles): Iterable<GeneratedFile> {
  const addresses = allForms(atlas).flatMap((forms) => {
    const { pages, neutral } = forms;
    return [...new Set([...Object.values(pages), neutral])].map((path) => ({ path, forms }));
  });
  const parts = Math.ceil(addresses.length / mostInFile);
  for (let part = 0; part < parts; part++) {
    const some = addresses.slice(part * mostInFile, (part + 1) * mostInFile);
    const path = sitemapPartPath(part);
    if (earlier?.hasFrom(path, [context.site, context.base, some])) continue;
    const elements = some.map(({ path, forms }) =>
      toXml(x('url', [x('loc', absolute(context, path)), ...linksOf(forms, context)]), {
        closeEmptyElements: true,
        tightClose: true,
      }),
    );
    // Put together as text: a tree of all addresses would take longer than everything else here.
    yield { path, text: `${head}<urlset ${namespaces}>${elements.join('')}</urlset>\n` };
  }
  const named = Array.from({ length: parts }, (_, part) =>
    x('sitemap', [x('loc', absolute(context, sitemapPartPath(part)))]),
  );
  yield { path: sitemapPath, text: `${head}${toXml(x('sitemapindex', { xmlns: standard }, named))}\n` };
}

const head = '<?xml version="1.0" encoding="utf-8"?>';
const standard = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const namespaces = `xmlns="${standard}" xmlns:xhtml="http://www.w3.org/1999/xhtml"`;

function allForms(atlas: Atlas): Forms[] {
  const formsOf = (of: (locale: Locale) => string, neutral = of(defaultLocale)): Forms => ({
    pages: localized(of),
    neutral,
  });
  return [
    ...neutralPages(atlas).map((of) => formsOf(of, neutralOf(of))),
    ...[aboutPath, apiPagePath].map((of) => formsOf(of)),
    ...atlas.catalogs.flatMap(({ id, entries }) =>
      entries.map(({ code }) => formsOf((locale) => entryPath(locale, id, code), permanentPath(id, code))),
    ),
  ];
}

const linksOf = ({ pages, neutral }: Forms, context: SiteContext) => {
  const alternate = (hreflang: string, path: string) =>
    x('xhtml:link', { rel: 'alternate', hreflang, href: absolute(context, path) });
  return [
    ...locales.map((locale) => alternate(localeInfo[locale].tag, pages[locale])),
    alternate('x-default', neutral),
  ];
};
