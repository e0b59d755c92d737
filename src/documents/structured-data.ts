/** Structured data for search engines (schema.org TechArticle and BreadcrumbList). */
import { absolute, catalogPath, homePath, permanentPath } from '../catalog/paths.ts';
import { ui } from '../i18n/index.ts';
import { localeInfo } from '../locales.ts';
import { entryDescription, entryTitle } from './describe.ts';
import type { PageSubject } from './subject.ts';
import type { SiteAddress } from './to-markdown.ts';

/**
 * @param path the page's address
 * @returns JSON that is safe inside a script element, or undefined for pages without structured data
 */
export function jsonLd(subject: PageSubject, path: string, published: SiteAddress): string | undefined {
  const address = absolute(published, path);
  const { locale } = subject;
  const { site } = ui[locale];
  const inLanguage = localeInfo[locale].tag;
  const home = { name: site.name, item: absolute(published, homePath(locale)) };
  if (subject.kind === 'entry') {
    const { entry } = subject;
    const { catalog, code } = entry;
    return script([
      {
        '@type': 'TechArticle',
        headline: entryTitle(entry, locale),
        description: entryDescription(entry, locale),
        inLanguage,
        url: address,
        identifier: absolute(published, permanentPath(catalog.id, code)),
        about: {
          '@type': 'WebAPI',
          name: catalog.name[locale],
          provider: { '@type': 'Organization', name: catalog.provider.name[locale] },
        },
        isPartOf: { '@type': 'WebSite', name: site.name, url: home.item },
        citation: entry.sources.map(({ title, url }) => ({ '@type': 'WebPage', name: title, url })),
      },
      breadcrumbs([
        home,
        { name: catalog.name[locale], item: absolute(published, catalogPath(locale, catalog.id)) },
        { name: code, item: address },
      ]),
    ]);
  }
  if (subject.kind === 'catalog') {
    const { catalog } = subject;
    return script([breadcrumbs([home, { name: catalog.name[locale], item: address }])]);
  }
  return undefined;
}

const breadcrumbs = (steps: readonly { name: string; item: string }[]) => ({
  '@type': 'BreadcrumbList',
  itemListElement: steps.map((step, index) => ({ '@type': 'ListItem', position: index + 1, ...step })),
});

/** Escapes `<`, so that no text can end the script element. */
const script = (graph: readonly object[]): string =>
  JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c');
