/** The same page in other forms: without a language, and as Markdown. */
import {
  catalogPath,
  entryPath,
  findPath,
  homePath,
  neutralFindPath,
  permanentPath,
  problemPath,
  providerPath,
  twinPath,
} from '../catalog/paths.ts';
import type { PageSubject } from './subject.ts';

/** The address that goes to the reader's language; undefined where there is none. */
export function neutralPath(subject: PageSubject, path: string): string | undefined {
  if (subject.kind === 'entry') return permanentPath(subject.entry.catalog.id, subject.entry.code);
  if (path === homePath(subject.locale)) return '/';
  return path === findPath(subject.locale) ? neutralFindPath : undefined;
}

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
