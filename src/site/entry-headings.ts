/** The headings of an entry page, for its table of contents; EntryBody shows the same. */
import type { Catalog, Entry, Problem } from '../catalog/model.ts';
import type { Ui } from '../i18n/ui.ts';
import type { Locale } from '../locales.ts';

interface Heading {
  readonly depth: number;
  readonly slug: string;
  readonly text: string;
}

export function entryHeadings(entry: Entry, words: Ui['entry'], locale: Locale): Heading[] {
  const several = entry.meanings.length > 1;
  const own = several
    ? entry.meanings.map(({ slug, text }) => ({ slug, text: text[locale].title }))
    : [
        { slug: 'why', text: words.why },
        { slug: 'fix', text: words.fix },
        { slug: 'wire', text: words.wire },
      ];
  return [
    ...own,
    ...problemsOf(entry).map((problem, index) => ({
      slug: guidanceAnchor(index),
      text: words.guidanceFor(problem.text[locale].title),
    })),
    ...(hasRelated(entry) ? [{ slug: 'related', text: words.related }] : []),
    { slug: 'titles', text: words.titles },
    { slug: 'sources', text: words.sources },
  ].map((heading) => ({ depth: 2, ...heading }));
}

/** The problems behind an entry's meanings, each once. */
export const problemsOf = (entry: Entry): Problem[] => [...new Set(entry.meanings.map(({ problem }) => problem))];

export const guidanceAnchor = (index: number): string => (index === 0 ? 'guidance' : `guidance-${index + 1}`);

const mostNamed = 5;

/**
 * The entries that are named of a list that grows with the number of catalogs; a link leads to the rest, which is
 * never a single one.
 */
export const namedOf = (entries: readonly Entry[]): readonly Entry[] =>
  entries.length > mostNamed + 1 ? entries.slice(0, mostNamed) : entries;

/** Where the entries stand that a list does not name. */
export interface Lead {
  readonly path: string;
  readonly title: string;
}

const listsOf = new WeakMap<Problem, Map<Catalog, readonly Entry[]>>();

/** Entries of other catalogs that have a problem. A common one has very many, and every entry with it asks. */
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

/** The problems of an entry that others are compared by: that nothing went wrong is no problem shared. */
export const sharedProblems = (entry: Entry): Problem[] =>
  problemsOf(entry).filter(({ category }) => category !== 'success');

/** Entries of other catalogs that have a problem of this entry. */
export function sameProblem(entry: Entry): readonly Entry[] {
  const [first, ...others] = sharedProblems(entry).map((problem) => entriesElsewhere(problem, entry.catalog));
  return others.length === 0 ? (first ?? []) : [...new Set([first ?? [], ...others].flat())];
}

/** Entries of the same catalog that its maintainers point to, the successor of a retired one first. */
export const pointedTo = ({ successor, see }: Entry): readonly Entry[] => [
  ...new Set([...(successor ? [successor] : []), ...see]),
];

export const hasRelated = (entry: Entry): boolean =>
  pointedTo(entry).length > 0 || entry.sameCode.length > 0 || sameProblem(entry).length > 0;
