/** Copies of the tiny fixture with something changed. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Atlas } from '../../src/catalog/model.ts';
import { readAtlas } from '../../src/catalog/read.ts';
import { ContentError, formatFinding } from '../../src/catalog/reading/findings.ts';

export const tiny = join(import.meta.dirname, '../fixtures/tiny');

/** One change to a file: a text in it, and its replacement. If the first text is empty, the second is appended. */
export type Edit = readonly [file: string, before: string, after: string];

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
    cpSync(tiny, folder, { recursive: true });
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

/** Returns everything that the atlas reports about a content folder; empty if it accepts it. */
export function findingsIn(folder: string): readonly string[] {
  try {
    readAtlas(folder, folder);
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.findings.map(formatFinding);
    throw error;
  }
}

/** Returns what is reported about the fixture with these edits. */
export const findings = (...edits: readonly Edit[]): readonly string[] =>
  inCopy((folder) => {
    for (const edit of edits) change(folder, edit);
    return findingsIn(folder);
  });

/** Returns the model of the fixture with these edits. */
export const atlasOf = (...edits: readonly Edit[]): Atlas =>
  inCopy((folder) => {
    for (const edit of edits) change(folder, edit);
    return readAtlas(folder, folder);
  });
