/** What a page is about. */
import type { Catalog, Entry, Problem } from '../catalog/model.ts';
import type { Locale } from '../locales.ts';

export type PageSubject = { readonly locale: Locale } & (
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'catalog'; readonly catalog: Catalog }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'other' }
);
