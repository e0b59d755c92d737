/** What a page is about. */
import type { Catalog, Entry, Problem, Provider } from '../catalog/model.ts';
import type { Locale } from '../locales.ts';

export type PageSubject = { readonly locale: Locale } & (
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'catalog'; readonly catalog: Catalog }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'provider'; readonly provider: Provider }
  | { readonly kind: 'other' }
);
