/** Which API a reader means by a code that several have: chosen once, remembered on this device, taken back as easily. */
import { catalogKey } from '../../policy/storage-keys.ts';
import type { Answer, CatalogName, Hit } from '../../search/types.ts';

/** An answer with what the reader has chosen put first. */
export interface Narrowed {
  readonly answer: Answer;
  /** The catalogs to choose from; none where one alone is certain. */
  readonly choices: readonly CatalogName[];
  readonly chosen: string | undefined;
  /** What else is certain, in the catalogs that were not chosen. */
  readonly others: readonly Hit[];
}

export function chosenCatalog(): string | undefined {
  try {
    return localStorage.getItem(catalogKey) ?? undefined;
  } catch {
    return undefined;
  }
}

/** @param id none to take the choice back */
export function choose(id: string | undefined): void {
  try {
    if (id === undefined) localStorage.removeItem(catalogKey);
    else localStorage.setItem(catalogKey, id);
  } catch {
    // Storage may be blocked; then all are shown each time.
  }
}

/** All of an answer, where there is nothing to choose. */
export const whole = (answer: Answer): Narrowed => ({ answer, choices: [], chosen: undefined, others: [] });

/** Only a short query is a question that a choice answers; a paste has evidence of its own. */
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
