/** Makes the full-text search's records: one per entry and problem in each language. */

import type { Atlas, Entry, Problem } from '../../catalog/model.ts';
import { entryPath, problemPath } from '../../catalog/paths.ts';
import { type Locale, localeInfo } from '../../locales.ts';

/** A record in the form that Pagefind's Node API takes. */
export interface SearchRecord {
  readonly url: string;
  readonly content: string;
  readonly language: string;
  readonly meta: { readonly [name: string]: string };
}

/** Yields everything that can be found in one language. */
export function* searchRecords(atlas: Atlas, locale: Locale): Generator<SearchRecord> {
  for (const catalog of atlas.catalogs) for (const entry of catalog.entries) yield entryRecord(entry, locale);
  for (const problem of atlas.problems) yield problemRecord(problem, locale);
}

/** Returns the name of Pagefind's index for a language. */
export const recordLanguage = (locale: Locale): string => localeInfo[locale].tag.toLowerCase();

function entryRecord(entry: Entry, locale: Locale): SearchRecord {
  const { catalog, code, symbol, meanings } = entry;
  const texts = meanings.map(({ text }) => text[locale]);
  const content = [
    code,
    symbol,
    ...texts.map(({ title }) => title),
    catalog.name[locale],
    ...meanings.flatMap(({ messages }) => messages.flatMap(({ text, example }) => [text, example])),
    ...texts.flatMap(({ former }) => former.map(({ title }) => title)),
    ...texts.flatMap(({ causes, fixes, history }) => [...causes, ...fixes, ...history].map(({ plain }) => plain)),
    ...new Set(meanings.map(({ problem }) => problem.text[locale].title)),
  ];
  return {
    url: entryPath(locale, catalog.id, code),
    content: content.filter((part) => part !== undefined).join('\n'),
    language: recordLanguage(locale),
    meta: { title: texts.map(({ title }) => title).join(' / '), code, catalog: catalog.name[locale] },
  };
}

function problemRecord(problem: Problem, locale: Locale): SearchRecord {
  const { title, summary, causes, fixes } = problem.text[locale];
  return {
    url: problemPath(locale, problem.id),
    content: [title, ...[summary, ...causes, ...fixes].map(({ plain }) => plain)].join('\n'),
    language: recordLanguage(locale),
    meta: { title, kind: 'problem' },
  };
}
