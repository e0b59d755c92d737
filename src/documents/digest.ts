/** Keys that show whether a page changed: the same key means the same page, twin and contents from the same code. */
import { hash } from 'node:crypto';
import type { Atlas, Meaning } from '../catalog/model.ts';
import { recordShards } from '../catalog/shards.ts';
import type { Locale } from '../locales.ts';
import { waitWords } from './blocks.ts';
import { type Document, phrasing } from './nodes.ts';
import { previewOf } from './preview.ts';
import { hasPage } from './provider.ts';
import { sideOf } from './side.ts';
import { jsonLd } from './structured-data.ts';
import type { PageSubject } from './subject.ts';

/**
 * @returns a hash, 22 characters long, of everything that a page shows: its document, what its parts add to that, and
 * what surrounds it
 */
export function pageKey(document: Document, atlas: Atlas): string {
  const { locale, path, subject, title, description, head, body, file, previous, next } = document;
  const shown = [
    [locale, path, title, description, head, body, file, previous, next],
    partsOf(subject),
    [sideOf(subject, locale, atlas), above(subject, locale), previewOf(subject, locale), structuredData(subject, path)],
    // The search field of every page contains the number of files with the finder's records.
    recordShards(atlas),
  ];
  return hash('sha256', JSON.stringify(shown), 'base64url').slice(0, 22);
}

/** Leaves out the site's own address, which is the same for all pages of a build. */
const structuredData = (subject: PageSubject, path: string): string | undefined =>
  jsonLd(subject, path, { site: '', base: '/' });

/** Returns what the breadcrumb above the title names and the sidebar does not. */
function above(subject: PageSubject, locale: Locale): unknown {
  if (subject.kind === 'entry') return [subject.entry.group.id, subject.entry.group.title[locale]];
  if (subject.kind !== 'catalog') return undefined;
  const { provider } = subject.catalog;
  return hasPage(provider) ? provider.name[locale] : undefined;
}

/** Returns what a page's components read besides the attributes and children of their directives. */
function partsOf(subject: PageSubject): unknown {
  const { locale } = subject;
  if (subject.kind === 'entry') {
    const { catalog, status, meanings } = subject.entry;
    // The share menu names the catalog in all languages.
    return [catalog.name, status, meanings.map((meaning) => ofMeaning(meaning, locale))];
  }
  if (subject.kind !== 'catalog') return undefined;
  const { entries, groups, limits } = subject.catalog;
  return [
    groups.map(({ id, title, entries }) => [id, title[locale], entries.length]),
    entries.map(({ code, symbol, status, group, meanings }) => [
      code,
      symbol,
      status,
      group.id,
      meanings.map((meaning) => inTable(meaning, locale)),
    ]),
    limits.map(({ id, caption, rowHeading, columns, rows }) => [
      id,
      caption[locale],
      rowHeading[locale],
      columns.map((column) => column[locale]),
      rows.map(({ label, values }) => [label[locale], values]),
    ]),
  ];
}

const inTable = ({ slug, text, retry, fixedBy, problem, messages }: Meaning, locale: Locale): unknown => [
  slug,
  text[locale].title,
  retry,
  fixedBy,
  problem.category,
  messages.map(({ text }) => text),
];

const ofMeaning = (meaning: Meaning, locale: Locale): unknown => [
  inTable(meaning, locale),
  [meaning.problem.id, meaning.problem.text[locale].title],
  meaning.messages.map(({ seen }) => seen),
  phrasing(waitWords(meaning, locale)),
];
