/** Collects the reasons why entries may be meant, and makes the hits that are shown. */
import { catalogPath, entryPath } from '../catalog/paths.ts';
import type { CatalogName, Hit, Manifest, RecordData, Why } from './types.ts';

/** An entry that may be meant. Evidence adds up: the highest score counts, and some further evidence adds to it. */
export interface Draft {
  readonly record: RecordData;
  score: number;
  exact: boolean;
  /** How certain it is that its code is meant, in a paste. */
  evidence: number;
  readonly why: Set<Why>;
  meaning: string | undefined;
  message: string | undefined;
}

export type Drafts = Map<string, Draft>;

/** Returns the key of an entry. */
export const draftKey = (catalog: string, code: string): string => `${catalog} ${code}`;

/** Returns the draft of an entry, existing or new. */
export function draftOf(drafts: Drafts, record: RecordData): Draft {
  const key = draftKey(record[0], record[1]);
  const known = drafts.get(key);
  if (known) return known;
  const draft: Draft = {
    record,
    score: 0,
    exact: false,
    evidence: 0,
    why: new Set(),
    meaning: undefined,
    message: undefined,
  };
  drafts.set(key, draft);
  return draft;
}

/** Reasons, the most telling first. */
const order: readonly Why[] = [
  'code',
  'symbol',
  'message',
  'title',
  'catalog',
  'shape',
  'clue',
  'own-code',
  'success',
  'sign',
  'neighbour',
  'same-code',
  'http',
  'number',
  'words',
];

const names = new WeakMap<Manifest, ReadonlyMap<string, CatalogName>>();

/** Returns a catalog's name in the language of the page; an id that the manifest does not have is its own name. */
export function catalogName(id: string, manifest: Manifest): CatalogName {
  let known = names.get(manifest);
  if (!known) {
    known = new Map(
      manifest.catalogs.map((catalog) => [
        catalog.id,
        { id: catalog.id, name: catalog.name, path: catalogPath(manifest.locale, catalog.id) },
      ]),
    );
    names.set(manifest, known);
  }
  return known.get(id) ?? { id, name: id, path: catalogPath(manifest.locale, id) };
}

/** Returns what is shown of an entry: its address, title and message, and why it was found. */
export function toHit(
  { record, why, meaning, message }: Omit<Draft, 'score' | 'exact' | 'evidence'>,
  manifest: Manifest,
): Hit {
  const [catalog, code, symbol, , meanings] = record;
  const told = meanings.length > 1 ? meanings.find(([slug]) => slug === meaning) : undefined;
  return {
    catalog: catalogName(catalog, manifest),
    code,
    symbol: symbol === '' ? undefined : symbol,
    title: told ? told[1] : [...new Set(meanings.map(([, title]) => title))].join(' / '),
    meaning: told?.[0],
    message: message ?? (told ? told[2] : meanings.flatMap(([, , messages]) => messages))[0],
    path: `${entryPath(manifest.locale, catalog, code)}${told ? `#${told[0]}` : ''}`,
    why: order.filter((reason) => why.has(reason)),
  };
}

/** Makes a hit with a single reason. */
export const hitFor = (record: RecordData, why: Why, manifest: Manifest): Hit =>
  toHit({ record, why: new Set([why]), meaning: undefined, message: undefined }, manifest);
