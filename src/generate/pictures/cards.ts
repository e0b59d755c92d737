/**
 * Defines the pictures that chats and mail programs show with a link (Open Graph). There is one for each catalog and
 * language, and one per language for the rest of the site: one for each entry would cost more than the pages
 * themselves.
 */
import type { Atlas, Catalog } from '../../catalog/model.ts';
import { catalogPreview, type Preview, sitePreview } from '../../documents/preview.ts';
import { ui } from '../../i18n/index.ts';
import { type Locale, locales } from '../../locales.ts';

export interface OgCard extends Preview {
  readonly locale: Locale;
  /** The site's name, beside its mark. */
  readonly name: string;
  readonly heading: string;
  readonly subheading: string;
  /** Texts in frames of their own, as many as fit into a line. */
  readonly chips: readonly string[];
  readonly footer: readonly string[];
}

/** Maximum number of chips: more do not fit. */
const mostChips = 12;

/** Yields every picture of the site. */
export function* ogCards({ catalogs }: Atlas): Iterable<OgCard> {
  for (const locale of locales) {
    yield siteCard(catalogs, locale);
    for (const catalog of catalogs) yield catalogCard(catalog, locale);
  }
}

function siteCard(catalogs: readonly Catalog[], locale: Locale): OgCard {
  const { site } = ui[locale];
  return {
    ...sitePreview(locale),
    locale,
    name: site.name,
    heading: site.tagline,
    subheading: '',
    chips: catalogs.slice(0, mostChips).map(({ name }) => name[locale]),
    footer: [ui[locale].catalog.count(catalogs.reduce((sum, { entries }) => sum + entries.length, 0))],
  };
}

function catalogCard(catalog: Catalog, locale: Locale): OgCard {
  const { provider, entries } = catalog;
  const errors = entries.filter(({ meanings: [{ retry }] }) => retry !== 'none');
  return {
    ...catalogPreview(catalog, locale),
    locale,
    name: ui[locale].site.name,
    heading: catalog.name[locale],
    subheading: catalog.surface[locale],
    chips: errors.slice(0, mostChips).map(({ code }) => code),
    footer: [provider.name[locale], ui[locale].catalog.count(entries.length)],
  };
}
