/**
 * Remembers which API a reader means by a code that several have: chosen once, kept on this device, as easily undone.
 */
import { catalogKey } from '../../policy/storage-keys.ts';
import type { Answer, CatalogName, Hit } from '../../search/types.ts';

/** An answer with the reader's choice put first. */
export interface Narrowed {
  readonly answer: Answer;
  /** The catalogs to choose from; none if only one is certain. */
  readonly choices: readonly CatalogName[];
  readonly chosen: string | undefined;
  /** Other certain hits, in the catalogs that were not chosen. */
  readonly others: readonly Hit[];
}

export function chosenCatalog(): string | undefined {
  try {
    return localStorage.getItem(catalogKey) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Stores the choice.
 * @param id the catalog; undefined undoes the choice
 */
export function choose(id: string | undefined): void {
  try {
    if (id === undefined) localStorage.removeItem(catalogKey);
    else localStorage.setItem(catalogKey, id);
  } catch {
    // Storage may be blocked; then all catalogs are shown each time.
  }
}

/** Returns an answer unchanged, for use where there is nothing to choose. */
export const whole = (answer: Answer): Narrowed => ({ answer, choices: [], chosen: undefined, others: [] });

/** Narrows an answer to the preferred catalog. Only for short queries; a paste has evidence of its own. */
export function narrow(answer: Answer, preferred: string | undefined): Narrowed {
  const choices = [...new Map(answer.exact.map(({ catalog }) => [catalog.id, catalog])).values()];
  if (!answer.understood.plain || choices.length < 2) return whole(answer);
  const own = answer.exact.filter(({ catalog }) => catalog.id === preferred);
  if (own.length === 0) return { answer, choices, chosen: undefined, others: [] };
  return {
    answer: { ...answer, exact: own },
    choices,
    chosen: preferred,
    others: answer.exact.filter(({ catalog }) => catalog.id !== preferred),
  };
}
