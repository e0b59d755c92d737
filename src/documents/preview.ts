/** The picture that chats and mail programs show with a page (Open Graph). */
import type { Catalog } from '../catalog/model.ts';
import { ogImagePath } from '../catalog/paths.ts';
import { ui } from '../i18n/index.ts';
import type { Locale } from '../locales.ts';
import { catalogTitle } from './describe.ts';
import type { PageSubject } from './subject.ts';

/** The size that readers of Open Graph expect, in pixels. */
export const ogSize = { width: 1200, height: 630 } as const;

/** What a chat shows of a page: the address of its picture, and a text for those who cannot see it. */
export interface Preview {
  readonly path: string;
  readonly alt: string;
}

/** Returns the picture of a page: that of the catalog it is about, otherwise the site's. */
export const previewOf = (subject: PageSubject | undefined, locale: Locale): Preview => {
  const catalog =
    subject?.kind === 'catalog' ? subject.catalog : subject?.kind === 'entry' ? subject.entry.catalog : undefined;
  return catalog === undefined ? sitePreview(locale) : catalogPreview(catalog, locale);
};

export const sitePreview = (locale: Locale): Preview => ({
  path: ogImagePath(locale),
  alt: `${ui[locale].site.name} · ${ui[locale].site.tagline}`,
});

export const catalogPreview = (catalog: Catalog, locale: Locale): Preview => ({
  path: ogImagePath(locale, catalog.id),
  alt: `${ui[locale].site.name} · ${catalogTitle(catalog, locale)}`,
});
