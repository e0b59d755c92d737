/** The dated list of what was published, `content/changes.yaml`. scripts/changes.ts writes it. */
import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { z } from 'astro/zod';
import { stringify } from 'yaml';
import type { Atlas, Entry } from '../model.ts';
import { permanentPath } from '../paths.ts';
import { ContentError, type Finding } from '../reading/findings.ts';
import type { KnownValues } from '../reading/known-values.ts';
import { readYaml } from '../reading/yaml.ts';
import { harmless } from '../schema/text.ts';

/** What can happen to an entry. Order is display order. */
export const changeKinds = ['added', 'changed', 'retired'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Codes by catalog. */
const codes = z.record(z.string(), z.array(z.string()).min(1));

/** Newest first; each date occurs once. */
export const changesFile = z.array(
  z.strictObject({
    date: z.iso.date('expected a date that exists, as 2026-11-21'),
    added: codes.optional(),
    changed: codes.optional(),
    retired: codes.optional(),
  }),
);
export type ChangesFile = z.infer<typeof changesFile>;

/** What was published on one day, with the entries concerned. */
export interface ChangeSet extends Readonly<Record<ChangeKind, readonly Entry[]>> {
  readonly date: string;
}

export const changesFileName = 'changes.yaml';

/**
 * Reads the change list and follows every code to its entry, through redirects.yaml if it moved.
 * Without the list, nothing has been published yet.
 * @param root findings name files relative to this folder
 * @param known values of texts that were read before
 * @throws ContentError with everything that is wrong in the list
 */
export function readChanges(contentDir: string, root: string, atlas: Atlas, known?: KnownValues): readonly ChangeSet[] {
  const path = join(contentDir, changesFileName);
  if (!existsSync(path)) return [];
  const findings: Finding[] = [];
  const file = readYaml(path, relative(root, path).split(sep).join('/'), changesFile, findings, known);
  const find = entryFinder(atlas);
  const sets = (file.data ?? []).map((set, index): ChangeSet => {
    const later = file.data?.[index - 1]?.date;
    if (later !== undefined && later <= set.date) {
      findings.push({
        ...file.at([index, 'date']),
        message: `${set.date} stands after ${later}, expected newest first`,
      });
    }
    const follow = (kind: ChangeKind): Entry[] =>
      Object.entries(set[kind] ?? {}).flatMap(([catalog, list]) =>
        list.flatMap((code, i) => {
          const entry = find(catalog, code);
          if (entry) return [entry];
          const message = `the code ${harmless(code)} of ${harmless(catalog)} does not exist, expected an entry or a redirect from ${harmless(permanentPath(catalog, code))}`;
          findings.push({ ...file.at([index, kind, catalog, i]), message });
          return [];
        }),
      );
    return { date: set.date, added: follow('added'), changed: follow('changed'), retired: follow('retired') };
  });
  if (findings.length > 0) throw new ContentError(findings);
  return sets;
}

function entryFinder(atlas: Atlas): (catalog: string, code: string) => Entry | undefined {
  const entries = new Map(
    atlas.catalogs.flatMap(({ id, entries }) =>
      entries.map((entry) => [permanentPath(id, entry.code), entry] as const),
    ),
  );
  const moved = new Map(atlas.redirects.map(({ from, to }) => [from, to]));
  return (catalog, code) => {
    const path = permanentPath(catalog, code);
    return entries.get(path) ?? entries.get(moved.get(path) ?? '');
  };
}

/** One code of one catalog that changed. */
export interface Change {
  readonly kind: ChangeKind;
  readonly catalog: string;
  readonly code: string;
}

/**
 * Adds changes under a date: to the newest set if it has that date, otherwise to a new set before it.
 * @throws RangeError for a date before the newest in the list
 */
export function addChanges(list: ChangesFile, date: string, changes: readonly Change[]): ChangesFile {
  if (changes.length === 0) return list;
  const [newest, ...older] = list;
  if (newest !== undefined && newest.date > date) {
    throw new RangeError(`the date ${date} lies before ${newest.date}, the newest in the list`);
  }
  const before = newest?.date === date ? newest : undefined;
  const set: ChangesFile[number] = { date };
  // On its first day an entry is new and not changed as well: no reader has seen it as it was before.
  const isNew = ({ catalog, code }: Change): boolean =>
    new Map(Object.entries(before?.added ?? {})).get(catalog)?.includes(code) ?? false;
  for (const kind of changeKinds) {
    const codesOf = new Map(Object.entries(before?.[kind] ?? {}).map(([catalog, known]) => [catalog, new Set(known)]));
    for (const change of changes) {
      if (change.kind !== kind || (kind === 'changed' && isNew(change))) continue;
      codesOf.set(change.catalog, (codesOf.get(change.catalog) ?? new Set()).add(change.code));
    }
    // Sorted by catalog, so that additions to two catalogs are apart and Git can merge them.
    const sorted = [...codesOf].toSorted(([a], [b]) => (a < b ? -1 : 1));
    if (codesOf.size > 0) set[kind] = Object.fromEntries(sorted.map(([catalog, known]) => [catalog, [...known]]));
  }
  return [set, ...(before ? older : list)];
}

/** Returns the text of the list's file: codes in quotes, each on a line of its own. */
export const changesText = (list: ChangesFile): string => {
  const heading = '# What was published when, newest first. npm run changes adds to it.';
  return `${heading}\n${stringify(list, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' })}`;
};
