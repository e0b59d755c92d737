/** Copies of the tiny fixture with something changed. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import type { Atlas } from '../../src/catalog/model.ts';
import { readAtlas } from '../../src/catalog/read.ts';
import { ContentError, formatFinding } from '../../src/catalog/reading/findings.ts';
import { type KnownValues, ValuesInMemory } from '../../src/catalog/reading/known-values.ts';
import { tinyDir } from './fixture.ts';

/** One change to a file: a text in it, and its replacement. If the first text is empty, the second is appended. */
export type Edit = readonly [file: string, before: string, after: string];

/** An edit to a file, or all of its text; it need not exist before. */
export type Change = Edit | readonly [file: string, text: string];

/** The files that most cases are about. */
export const codes = 'catalogs/acme/codes.yaml';
export const catalog = 'catalogs/acme/catalog.yaml';
export const en = 'catalogs/acme/text.en.yaml';
export const zhTw = 'catalogs/acme/text.zh-tw.yaml';
export const zephyrCodes = 'catalogs/zephyr-futures/codes.yaml';
export const zephyrCatalog = 'catalogs/zephyr-futures/catalog.yaml';
export const zephyrEn = 'catalogs/zephyr-futures/text.en.yaml';
export const problems = 'problems/problems.yaml';

/** Runs with a copy of the fixture, which is removed afterwards. */
export function inCopy<T>(run: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-broken-'));
  try {
    cpSync(tinyDir, folder, { recursive: true });
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @throws Error if the text to change does not appear in the file exactly once */
export function change(folder: string, [file, before, after]: Edit): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const parts = before === '' ? [text, ''] : text.split(before);
  if (parts.length !== 2) throw new Error(`${JSON.stringify(before)} stands ${parts.length - 1} times in ${file}`);
  writeFileSync(path, parts.join(after));
}

let shared: { readonly folder: string; readonly known: KnownValues } | undefined;

/** Returns the copy that all tests of a thread change and restore, and the values of its files as they were. */
function sharedCopy() {
  if (shared) return shared;
  const folder = mkdtempSync(join(inject('temporary'), 'changed-'));
  cpSync(tinyDir, folder, { recursive: true });
  const values = new ValuesInMemory();
  readAtlas(folder, folder, values);
  shared = { folder, known: { get: (file, text) => values.get(file, text), set: () => undefined } };
  return shared;
}

/**
 * Runs with the fixture after changes, which are undone afterwards: quicker than a copy, for what writes nothing else.
 * @param run receives the folder, and the values of the files that were not changed
 */
export function withChanges<T>(
  changes: readonly (Change | readonly [file: string, content: Buffer])[],
  run: (folder: string, known: KnownValues) => T,
): T {
  const { folder, known } = sharedCopy();
  const undo: (() => void)[] = [];
  try {
    for (const each of changes) {
      const path = join(folder, each[0]);
      if (existsSync(path)) {
        const text = readFileSync(path);
        undo.unshift(() => writeFileSync(path, text));
      } else {
        const made = mkdirSync(dirname(path), { recursive: true }) ?? path;
        undo.unshift(() => rmSync(made, { recursive: true, force: true }));
      }
      if (each.length === 3) change(folder, each);
      else writeFileSync(path, each[1]);
    }
    return run(folder, known);
  } finally {
    for (const restore of undo) restore();
  }
}

/** Returns everything that the atlas reports about a content folder; empty if it accepts it. */
export function findingsIn(folder: string, known?: KnownValues): readonly string[] {
  try {
    readAtlas(folder, folder, known);
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.findings.map(formatFinding);
    throw error;
  }
}

/** Returns what is reported about the fixture with these edits. */
export const findings = (...edits: readonly Edit[]): readonly string[] => withChanges(edits, findingsIn);

/** Returns the model of the fixture with these edits. */
export const atlasOf = (...edits: readonly Edit[]): Atlas =>
  withChanges(edits, (folder, known) => readAtlas(folder, folder, known));
