/** One page of every kind, for checks that do not need all pages. */
import { entryPath, permanentPath } from '../../../src/catalog/paths.ts';
import type { Locale } from '../../../src/locales.ts';
import { getAtlas } from '../../../src/site/atlas.ts';

/** Returns the kinds of pages by name, each as a function from locale to path. */
export function kindsOfPages(): ReadonlyMap<string, (locale: Locale) => string> {
  const { catalogs, problems } = getAtlas();
  const entries = catalogs.flatMap((catalog) => catalog.entries);
  const several = entries.find(({ meanings }) => meanings.length > 1);
  const one = entries.find(({ see, sameCode }) => see.length > 0 && sameCode.length > 0);
  const success = entries.find(({ meanings: [{ retry }] }) => retry === 'none');
  const [catalog] = catalogs;
  const [problem] = problems;
  if (!several || !one || !success || !catalog || !problem) throw new Error('the content lacks a kind of page');
  return new Map<string, (locale: Locale) => string>([
    ['home', (locale) => `/${locale}/`],
    ['catalog', (locale) => `/${locale}/${catalog.id}/`],
    ['entry', (locale) => entryPath(locale, one.catalog.id, one.code)],
    ['entry with several meanings', (locale) => entryPath(locale, several.catalog.id, several.code)],
    ['success', (locale) => entryPath(locale, success.catalog.id, success.code)],
    ['problems', (locale) => `/${locale}/problems/`],
    ['problem', (locale) => `/${locale}/problems/${problem.id}/`],
    ['finder', (locale) => `/${locale}/find/`],
    ['changes', (locale) => `/${locale}/changes/`],
    ['about', (locale) => `/${locale}/about/`],
    ['api', (locale) => `/${locale}/api/`],
    ['permanent link', () => permanentPath(one.catalog.id, one.code)],
    ['not found', (locale) => `/${locale}/nothing-here/`],
    ['language choice', () => '/'],
  ]);
}
