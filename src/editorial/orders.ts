/** Checks that no order is placed twice because the atlas told a program to resend it. */
import type { Report } from '../catalog/checks/names.ts';
import type { CatalogFiles } from '../catalog/load.ts';
import { quoted } from '../catalog/schema/text.ts';
import type { Category } from '../catalog/schema/vocabulary.ts';
import { type Localized, locales, localized } from '../locales.ts';
import { rowsByMeaning } from './facts-rows.ts';
import type { FactsTable } from './facts-table.ts';
import { type Categories, meaningsOf } from './meanings.ts';
import type { TextFile } from './texts.ts';

/**
 * Problems that leave the outcome of a request unknown: the provider failed while processing it, no answer came, the
 * answer could not be read, or an earlier order had the same id.
 */
export const unknownOutcome: ReadonlySet<string> = new Set([
  'internal-error',
  'timeout',
  'response-unreadable',
  'order-duplicate',
]);

/** Categories of errors that only an API that takes orders can report. */
const aboutOrders: ReadonlySet<Category | undefined> = new Set<Category>(['order', 'position', 'funds', 'risk-limit']);

/** How a text says to query the state: by one of these words, or by a call. */
const asking: Localized<readonly string[]> = {
  en: ['query', 'check', 'look up', 'ask', 'GET', 'get_'],
  'zh-cn': ['查', '看', '核对', '确认', 'GET', 'get_'],
  'zh-tw': ['查', '看', '核對', '確認', 'GET', 'get_'],
};
const asksForState = localized((locale) =>
  locale === 'en' ? new RegExp(`\\b(?:${asking.en.join('|')})`, 'i') : new RegExp(asking[locale].join('|')),
);

/** Number of first fixes of which at least one must ask for the state. */
const firstFixes = 2;

/**
 * Whether requests to this API can place orders. A code about orders, positions, funds or risk limits shows it; so does
 * `check-first`, of a meaning or in the table of facts, since a check is only needed after requests that may have
 * changed something. That also covers an API whose few codes are only about services.
 */
function takesOrders(files: CatalogFiles, categories: Categories, table: FactsTable | undefined): boolean {
  return (
    meaningsOf(files).some(
      ({ meaning }) => meaning.retry === 'check-first' || aboutOrders.has(categories.get(meaning.problem)),
    ) ||
    (table?.rows.some((row) => row.cell('retry') === 'check-first') ?? false)
  );
}

/**
 * Reports meanings that a program would resend although an order may have been placed. Only a request that was refused
 * may be resent after a wait, as with rate limits; for any other, the catalog's table of facts has to say so, with
 * `backoff` in its column `retry`.
 */
export function checkOrders(
  files: CatalogFiles,
  categories: Categories,
  table: FactsTable | undefined,
  report: Report,
): void {
  if (!takesOrders(files, categories, table)) return;
  for (const { entry, meaning, path } of meaningsOf(files)) {
    const { problem, retry } = meaning;
    const place = () => files.codes.at([...path, 'retry']);
    const expected =
      'in a catalog that takes orders, expected check-first, so that no order is placed twice, or never or after-fix';
    if (unknownOutcome.has(problem)) {
      if (retry === 'backoff' || retry === 'automatic') {
        report(place(), `retry: ${retry} after ${quoted(problem)}, whose outcome is unknown, ${expected}`);
      }
    } else if (retry === 'backoff' && categories.get(problem) !== 'rate-limit') {
      const rows = table ? (rowsByMeaning(files, entry, table).get(meaning) ?? []) : [];
      if (rows.some((row) => row.cell('retry') === 'backoff')) continue;
      report(
        place(),
        `retry: backoff after ${quoted(problem)}, which is no rate limit, ${expected}; where nothing can have been done, write backoff for ${entry.code} into the column retry of content/facts/${files.id}.tsv`,
      );
    }
  }
}

/** Reports `check-first` without instructions on how to check. */
export function checkAsking(files: CatalogFiles, texts: Localized<TextFile | undefined>, report: Report): void {
  for (const { entry, meaning } of meaningsOf(files)) {
    if (meaning.retry !== 'check-first') continue;
    for (const locale of locales) {
      const file = texts[locale];
      const fixes = file?.lists.get(`codes/${entry.code}/${meaning.slug}/fixes`);
      if (!file || !fixes) continue;
      if (fixes.items.slice(0, firstFixes).some(({ plain }) => asksForState[locale].test(plain))) continue;
      report(
        file.at(fixes.path),
        `neither of the first two fixes asks for the state, expected that with retry: check-first: name the call or the page that shows whether the order was placed, with one of the words ${asking[locale].join(', ')}`,
      );
    }
  }
}
