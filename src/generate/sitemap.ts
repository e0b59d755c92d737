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
import { defaultLocale, type Locale, localeInfo, locales } from '../locales.ts';
import type { GeneratedFile, SiteContext } from './generated-file.ts';

/** Number of addresses in a file; the standard allows 50,000. */
const mostInFile = 45_000;

/** A page in all its languages. */
interface Forms {
  readonly of: (locale: Locale) => string;
  /** The page for readers of other languages. */
  readonly neutral: string;
}

/** Generates the index and the files that it names. */
export function* sitemapFiles(atlas: Atlas, context: SiteContext): Iterable<GeneratedFile> {
  const addresses = allForms(atlas).flatMap((forms) => {
    const links = linksOf(forms, context);
    return [...new Set([...locales.map(forms.of), forms.neutral])].map((path) =>
      toXml(x('url', [x('loc', absolute(context, path)), ...links]), { closeEmptyElements: true, tightClose: true }),
    );
  });
  const parts = Math.ceil(addresses.length / mostInFile);
  for (let part = 0; part < parts; part++) {
    const some = addresses.slice(part * mostInFile, (part + 1) * mostInFile);
    // Put together as text: a tree of all addresses would take longer than everything else here.
    yield { path: sitemapPartPath(part), text: `${head}<urlset ${namespaces}>${some.join('')}</urlset>\n` };
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
  const inLanguages = (of: Forms['of'], neutral = of(defaultLocale)): Forms => ({ of, neutral });
  return [
    ...neutralPages(atlas).map((of) => inLanguages(of, neutralOf(of))),
    ...[aboutPath, apiPagePath].map((of) => inLanguages(of)),
    ...atlas.catalogs.flatMap(({ id, entries }) =>
      entries.map(({ code }) => inLanguages((locale) => entryPath(locale, id, code), permanentPath(id, code))),
    ),
  ];
}

const linksOf = ({ of, neutral }: Forms, context: SiteContext) => {
  const alternate = (hreflang: string, path: string) =>
    x('xhtml:link', { rel: 'alternate', hreflang, href: absolute(context, path) });
  return [...locales.map((locale) => alternate(localeInfo[locale].tag, of(locale))), alternate('x-default', neutral)];
};
