/** Sources that have not been read for a while. */
import type { Atlas } from '../catalog/model.ts';

export interface StaleSource {
  readonly catalog: string;
  readonly title: string;
  readonly url: string;
  /** The day it was read, as 2026-07-16. */
  readonly read: string;
  /** How many days ago that was. */
  readonly age: number;
}

const day = 24 * 60 * 60 * 1000;

/**
 * Returns sources read more than `days` days before `today` (as 2026-07-16), the oldest first; those
 * of one day by catalog, then in the order of catalog.yaml.
 */
export function staleSources(atlas: Atlas, today: string, days: number): readonly StaleSource[] {
  return atlas.catalogs
    .flatMap((catalog) =>
      // A document that a newer one has replaced is not read again.
      [...catalog.sources.values()]
        .filter(({ supersededBy }) => supersededBy === undefined)
        .map(({ title, url, read }) => ({
          catalog: catalog.id,
          title,
          url,
          read,
          age: Math.round((Date.parse(today) - Date.parse(read)) / day),
        })),
    )
    .filter(({ age }) => age > days)
    .toSorted((a, b) => b.age - a.age);
}

/** Writes one line per source, and one for the total. */
export function formatStale(atlas: Atlas, stale: readonly StaleSource[], days: number): readonly string[] {
  const total = atlas.catalogs.reduce((sum, { sources }) => sum + sources.size, 0);
  return [
    ...stale.map(({ catalog, title, url, read, age }) => `${read}  ${age} days  ${catalog}  ${title}  ${url}`),
    `${stale.length} of ${total} sources were last read more than ${days} days ago`,
  ];
}
