/** Checks for entries that rest on outdated documents, and for waiting times that contradict what is published. */
import type { Report } from '../catalog/checks/names.ts';
import type { CatalogFiles } from '../catalog/load.ts';
import { rowsByMeaning } from './facts-rows.ts';
import type { FactsTable } from './facts-table.ts';
import { meaningsOf } from './meanings.ts';

/** Reports entries whose sources have all been superseded: nobody knows whether they are still true. */
export function checkSources({ catalog, codes }: CatalogFiles, report: Report): void {
  const sources = catalog.data?.sources;
  if (!sources) return;
  for (const [index, { sources: own, status }] of (codes.data ?? []).entries()) {
    // What the provider no longer lists can only appear in old documents.
    if (status === 'retired') continue;
    if (!own.every((id) => Object.hasOwn(sources, id) && sources[id]?.supersededBy !== undefined)) continue;
    const newer = [...new Set(own.map((id) => sources[id]?.supersededBy))].join(', ');
    report(
      codes.at([index, 'sources']),
      `rests on superseded sources alone, expected one that holds today: compare the entry with ${newer}, and name it here`,
    );
  }
}

/**
 * Reports `wait: exponential`, which says that no waiting time is published, on a rate limit of a catalog that has a
 * table of limits. If none of those limits is the one that was exceeded, the table of facts says so, with `exponential`
 * in its column `wait`.
 */
export function checkWaits(files: CatalogFiles, table: FactsTable | undefined, report: Report): void {
  if (!files.catalog.data || files.catalog.data.limits.length === 0) return;
  for (const { entry, meaning, path } of meaningsOf(files)) {
    if (meaning.problem !== 'rate-limited' || meaning.wait !== 'exponential') continue;
    const rows = table ? (rowsByMeaning(files, entry, table).get(meaning) ?? []) : [];
    if (rows.some((row) => row.cell('wait') === 'exponential')) continue;
    report(
      files.codes.at([...path, 'wait']),
      `wait: exponential says that nothing is published, while catalog.yaml has a table of limits: expected { seconds: 10 }, { header: Retry-After }, or described with the words in the texts; where the limits are others, write exponential for ${entry.code} into the column wait of content/facts/${files.id}.tsv`,
    );
  }
}
