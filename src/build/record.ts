/**
 * What a finished build leaves to the next one. It is taken away before anything is touched and written when all is
 * done, so that a build that was stopped leaves none; and it holds only while every file is as that build left it.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type FileState, isSameState, namesIn, stateOf } from './written-files.ts';

/** Of this file's form. */
const version = 1;

/** What files of one kind were made of, for the next build. */
export interface Made {
  /** Their names in the site. */
  readonly names: readonly string[];
  /** What their maker knows of them; JSON. */
  readonly memory: unknown;
}

export interface SiteRecord {
  readonly version: number;
  /** A fingerprint of the code and the settings. */
  readonly code: string;
  /** A fingerprint of the content. */
  readonly content: string;
  /** The files that were made beside pages, by kind. */
  readonly made: Readonly<Record<string, Made>>;
  /** Every file of the site by name. */
  readonly files: Readonly<Record<string, FileState>>;
  /** Every file of the folder that Astro keeps. */
  readonly work: Readonly<Record<string, FileState>>;
}

/** Where a record lies, and the folders that it speaks of. */
export interface RecordPlace {
  readonly file: string;
  readonly site: string;
  readonly work: string;
}

/** @returns undefined where there is none, or one that is damaged or of another version, or a file is not as it says */
export function readRecord({ file, site, work }: RecordPlace): SiteRecord | undefined {
  const record = parsed(file);
  return record && areAsTold(site, record.files) && areAsTold(work, record.work) ? record : undefined;
}

function parsed(file: string): SiteRecord | undefined {
  try {
    const record: SiteRecord = JSON.parse(readFileSync(file, 'utf8'));
    return record.version === version ? record : undefined;
  } catch {
    return undefined;
  }
}

function areAsTold(dir: string, files: Readonly<Record<string, FileState>>): boolean {
  const names = namesIn(dir);
  return (
    names.length === Object.keys(files).length &&
    names.every((name) => isSameState(files[name], stateOf(join(dir, name))))
  );
}

export function forgetRecord({ file }: RecordPlace): void {
  rmSync(file, { force: true });
}

/** Writes it whole or not at all. */
export function writeRecord({ file }: RecordPlace, record: Omit<SiteRecord, 'version'>): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify({ version, ...record }));
  renameSync(`${file}.new`, file);
}

/** How the files of a folder stand. */
export function statesIn(dir: string, names: Iterable<string> = namesIn(dir)): Record<string, FileState> {
  const states: Record<string, FileState> = {};
  for (const name of names) {
    const state = stateOf(join(dir, name));
    if (state) states[name] = state;
  }
  return states;
}
