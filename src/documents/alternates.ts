/** Other forms of the same page: without a language, and as Markdown. */
import type { Atlas } from '../catalog/model.ts';
import {
  catalogPath,
  changesPath,
  entryPath,
  findPath,
  homePath,
  permanentPath,
  problemPath,
  problemsPath,
  providerPath,
  twinPath,
  withoutLocale,
} from '../catalog/paths.ts';
import { defaultLocale, type Locale } from '../locales.ts';
import { hasPage } from './provider.ts';
import type { PageSubject } from './subject.ts';

/** Lists and single pages that have an address without a language. */
const shared: readonly ((locale: Locale) => string)[] = [
  homePath,
  (locale) => findPath(locale),
  problemsPath,
  changesPath,
];

/** Returns the address that leads to the reader's language; `undefined` if there is none. */
export function neutralPath(subject: PageSubject, path: string): string | undefined {
  if (subject.kind === 'entry') return permanentPath(subject.entry.catalog.id, subject.entry.code);
  return subject.kind !== 'other' || shared.some((page) => page(subject.locale) === path)
    ? withoutLocale(path)
    : undefined;
}

/** Returns the pages behind those addresses, each by language; permanent links of entries are made separately. */
export const neutralPages = ({ catalogs, problems, providers }: Atlas): ((locale: Locale) => string)[] => [
  ...shared,
  ...catalogs.map(
    ({ id }) =>
      (locale: Locale) =>
        catalogPath(locale, id),
  ),
  ...providers.filter(hasPage).map(
    ({ id }) =>
      (locale: Locale) =>
        providerPath(locale, id),
  ),
  ...problems.map(
    ({ id }) =>
      (locale: Locale) =>
        problemPath(locale, id),
  ),
];

/** Returns the address of such a page without its language. */
export const neutralOf = (page: (locale: Locale) => string): string => withoutLocale(page(defaultLocale));

export function twinOf(subject: PageSubject): string | undefined {
  const { locale } = subject;
  switch (subject.kind) {
    case 'entry':
      return twinPath(entryPath(locale, subject.entry.catalog.id, subject.entry.code));
    case 'catalog':
      return twinPath(catalogPath(locale, subject.catalog.id));
    case 'problem':
      return twinPath(problemPath(locale, subject.problem.id));
    case 'provider':
      return twinPath(providerPath(locale, subject.provider.id));
    case 'other':
      return undefined;
  }
}
