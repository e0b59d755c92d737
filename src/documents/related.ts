/** How an entry is related to others: on its page, in its twin and in the table of contents. */
import type { Catalog, Entry, Meaning, Problem } from '../catalog/model.ts';

/** Returns the problems behind an entry's meanings, each once. */
export const problemsOf = (entry: Entry): Problem[] => [...new Set(entry.meanings.map(({ problem }) => problem))];

const mostNamed = 3;

/**
 * Picks the entries to name from a list that grows with the number of catalogs: the first of each of as many catalogs
 * as there is room for. A link leads to the rest, which is never a single one.
 */
export function namedOf(entries: readonly Entry[]): readonly Entry[] {
  if (entries.length <= mostNamed + 1) return entries;
  const firsts = [...Map.groupBy(entries, ({ catalog }) => catalog).values()].flatMap(([first]) => first ?? []);
  return (firsts.length < mostNamed ? entries : firsts).slice(0, mostNamed);
}

/** A page with the entries that a list does not name. */
export interface Lead {
  readonly path: string;
  readonly title: string;
}

const listsOf = new WeakMap<Problem, Map<Catalog, readonly Entry[]>>();

/** Returns entries of other catalogs that have a problem. A common one has very many, and every entry with it asks. */
function entriesElsewhere(problem: Problem, catalog: Catalog): readonly Entry[] {
  const lists = listsOf.get(problem) ?? new Map<Catalog, readonly Entry[]>();
  listsOf.set(problem, lists);
  const known = lists.get(catalog);
  if (known) return known;
  const entries = problem.meanings
    .map(({ entry }) => entry)
    // Meanings of one entry follow one another.
    .filter((entry, index, all) => entry.catalog !== catalog && entry !== all[index - 1]);
  lists.set(catalog, entries);
  return entries;
}

/** Returns the problems by which an entry is compared with others: a success is not a problem they share. */
export const sharedProblems = (entry: Entry): Problem[] =>
  problemsOf(entry).filter(({ category }) => category !== 'success');

/** Returns entries of other catalogs that share a problem with this entry. */
export function sameProblem(entry: Entry): readonly Entry[] {
  const [first, ...others] = sharedProblems(entry).map((problem) => entriesElsewhere(problem, entry.catalog));
  return others.length === 0 ? (first ?? []) : [...new Set([first ?? [], ...others].flat())];
}

/** Returns entries of other catalogs with the same code that share none of its problems, success included. */
export function sameCodeOnly(entry: Entry): readonly Entry[] {
  const own = new Set(problemsOf(entry));
  return entry.sameCode.filter((other) => !other.meanings.some(({ problem }) => own.has(problem)));
}

/** Returns the first meaning of an entry that has one of some problems. */
export const meaningWith = (problems: readonly Problem[], { meanings }: Entry): Meaning =>
  meanings.find(({ problem }) => problems.includes(problem)) ?? meanings[0];

/** Returns entries of the same catalog that its maintainers point to, the successor of a retired one first. */
export const pointedTo = ({ successor, see }: Entry): readonly Entry[] => [
  ...new Set([...(successor ? [successor] : []), ...see]),
];

export const hasRelated = (entry: Entry): boolean =>
  pointedTo(entry).length > 0 || sameCodeOnly(entry).length > 0 || sameProblem(entry).length > 0;
