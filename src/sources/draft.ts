/**
 * The files of a new catalog. What is known is filled in. What a person must write is left as empty text, what a person
 * must decide as `undecided`. The checks refuse both: the commands list these places, every later check names them
 * again, and nothing unfinished can be published.
 */
import { stringify } from 'yaml';
import { isSectionAnchor } from '../catalog/checks/content.ts';
import { textFileName, type Wait } from '../catalog/schema/files.ts';
import type { Depth, Origin, Seen } from '../catalog/schema/vocabulary.ts';
import { type Locale, type Localized, locales } from '../locales.ts';

/** To be written by a person. */
export const open = '';
/** To be chosen by a person: no problem has this id, and no vocabulary contains it. */
export const undecided = 'undecided';

export interface DraftTitle {
  readonly title: string;
  readonly origin: Origin;
}

export interface DraftMeaning {
  readonly slug: string;
  /** Titles that are known. */
  readonly titles: Partial<Localized<DraftTitle>>;
  readonly messages: readonly { readonly text: string; readonly seen: Seen }[];
  /** What has been decided, otherwise `undecided`. */
  readonly problem: string;
  readonly retry: string;
  readonly wait: Wait | undefined;
  readonly fixedBy: string;
  /** Id of its envelope, if it is not the default one. */
  readonly envelope: string | undefined;
}

export interface DraftEntry {
  readonly code: string;
  readonly symbol: string | undefined;
  readonly group: string;
  readonly status: string;
  readonly sources: readonly string[];
  readonly meanings: readonly DraftMeaning[];
}

/** What is known of a catalog that is about to be written. */
export interface Draft {
  /** Of all entries. */
  readonly depth: Depth;
  /** What catalog.yaml contains. */
  readonly catalog: Readonly<Record<string, unknown>> & {
    readonly envelopes: readonly (Readonly<Record<string, unknown>> & { readonly id: string })[];
    readonly groups: readonly string[];
  };
  /** Known names of groups, by their ids. */
  readonly groupNames: Partial<Localized<ReadonlyMap<string, string>>>;
  readonly entries: readonly DraftEntry[];
  /** Comments above the codes. */
  readonly notes: readonly string[];
}

/** The catalog's files, their names within the folder. */
export type NewCatalog = readonly { readonly name: string; readonly text: string }[];

/** Writes a draft as YAML. */
export function draftFiles(draft: Draft): NewCatalog {
  const { catalog, notes } = draft;
  const file = (name: string, schema: string, data: unknown, comments: readonly string[] = []) => ({
    name,
    text: [
      `# yaml-language-server: $schema=../../../schema/${schema}.schema.json`,
      ...comments.map((comment) => `# ${comment}`),
      stringify(data, { lineWidth: 0 }),
    ].join('\n'),
  });
  return [
    file('catalog.yaml', 'catalog', catalog),
    file('codes.yaml', 'codes', codesData(draft), notes),
    ...locales.map((locale) => file(textFileName(locale), 'catalog-texts', textData(draft, locale))),
  ];
}

const codesData = ({ depth, entries }: Draft): unknown =>
  entries.map(({ code, symbol, group, status, sources, meanings }) => ({
    code,
    ...(symbol === undefined ? {} : { symbol }),
    group,
    status,
    ...(depth === 'full' ? {} : { depth }),
    sources,
    meanings: meanings.map(({ slug, problem, retry, wait, fixedBy, messages, envelope }) => ({
      slug,
      problem,
      retry,
      ...(wait === undefined ? {} : { wait }),
      fixedBy,
      messages,
      ...(envelope === undefined ? {} : { envelope }),
    })),
  }));

function textData({ depth, catalog, groupNames, entries }: Draft, locale: Locale): unknown {
  const text = ({ titles }: DraftMeaning) => ({
    ...(titles[locale] ?? { title: open, origin: 'translated' }),
    ...(depth === 'full' ? { causes: [open], fixes: [open] } : {}),
  });
  return {
    catalog: {
      name: open,
      provider: open,
      surface: open,
      summary: open,
      groups: Object.fromEntries(catalog.groups.map((id) => [id, groupNames[locale]?.get(id) ?? open])),
      envelopes: Object.fromEntries(catalog.envelopes.map(({ id }) => [id, { title: open }])),
      handling: { intro: open, points: [open] },
    },
    // Maps keep the order of the entries, which plain objects do not for numbers.
    codes: new Map(
      entries.map(({ code, meanings }) => [code, new Map(meanings.map((meaning) => [meaning.slug, text(meaning)]))]),
    ),
  };
}

/** Makes a slug from the first wording in Latin letters; `open` if there is none. */
export function slugOf(wordings: readonly string[]): string {
  for (const wording of wordings) {
    const words = wording
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^[^a-z]+|-$/g, '');
    if (/^[a-z][a-z0-9]+(?:-[a-z0-9]+)*$/.test(words) && !isSectionAnchor(words))
      return words.length > 40 ? words.slice(0, 41).replace(/-[^-]*$/, '') : words;
  }
  return open;
}

/**
 * Makes ids of groups or sources from their names.
 * @param kind beginning of the ids for names without Latin letters, as `group-2`
 */
export function idsOf(names: Iterable<string>, kind: string): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  let unnamed = 0;
  // A number or range before the words numbers a section or its codes: `10xx - Order errors`.
  for (const name of new Set(names))
    ids.set(name, slugOf([name.replace(/^\S*\d\S*\s+(?:[-–—:：]\s+)?/, ''), name]) || `${kind}-${++unnamed}`);
  return ids;
}

/** Returns the slug, with a number after it if it is taken, and marks the result as taken. */
export function unused(taken: Set<string>, slug: string): string {
  let free = slug.slice(0, 50);
  for (let number = 2; taken.has(free); number++) free = `${slug.slice(0, 50)}-${number}`;
  taken.add(free);
  return free;
}
