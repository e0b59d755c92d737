/**
 * What a finished build leaves for the next one. It is removed before anything is touched and written once everything
 * is done, so that a build that was stopped leaves none; and it is valid only while every file is as that build left
 * it.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { areFoldersAsTold, type FolderTimes, folderTimes } from './folder-times.ts';
import { type FileState, isSameState, namesIn, stateOf } from './written-files.ts';

/** Version of this file's format. */
const version = 3;

/** What the next build needs to know about files of one kind. */
export interface Made {
  /** Their names in the site. */
  readonly names: readonly string[];
  /** Whatever their maker wants to remember; JSON. */
  readonly memory: unknown;
}

/** The same files as they were just made, and the names of those that were written. */
export interface NewlyMade extends Made {
  readonly written: readonly string[];
}

/** What a folder holds. */
export interface Holding {
  /** Every file by name. */
  readonly files: Readonly<Record<string, FileState>>;
  readonly folders: FolderTimes;
}

export interface SiteRecord {
  readonly version: number;
  /** A fingerprint of the code and the settings. */
  readonly code: string;
  /** A fingerprint of the content. */
  readonly content: string;
  /** The files made beside the pages, by kind. */
  readonly made: Readonly<Record<string, Made>>;
  readonly site: Holding;
  /** The folder that Astro keeps. */
  readonly work: Holding;
}

/** The location of a record, and the folders that it describes. */
export interface RecordPlace {
  readonly file: string;
  readonly site: string;
  readonly work: string;
}

/** @returns undefined if there is none, it is damaged or of another version, or a file is not as it says */
export function readRecord({ file, site, work }: RecordPlace): SiteRecord | undefined {
  const record = parsed(file);
  return record && isAsTold(site, record.site) && isAsTold(work, record.work) ? record : undefined;
}

function parsed(file: string): SiteRecord | undefined {
  try {
    const record: SiteRecord = JSON.parse(readFileSync(file, 'utf8'));
    return record.version === version ? record : undefined;
  } catch {
    return undefined;
  }
}

const isAsTold = (dir: string, { files, folders }: Holding): boolean =>
  areFoldersAsTold(dir, folders) &&
  // Not `join`: it normalises, and there are a hundred thousand.
  Object.entries(files).every(([name, state]) => isSameState(state, stateOf(`${dir}/${name}`)));

export function forgetRecord({ file }: RecordPlace): void {
  rmSync(file, { force: true });
}

/** Writes the record completely or not at all. */
export function writeRecord({ file }: RecordPlace, record: Omit<SiteRecord, 'version'>): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify({ version, ...record }));
  renameSync(`${file}.new`, file);
}

/** Returns what a folder holds. */
export function holdingOf(dir: string): Holding {
  const files: Record<string, FileState> = {};
  const names = namesIn(dir);
  const folders = folderTimes(dir, names);
  for (const name of names) {
    const state = stateOf(`${dir}/${name}`);
    if (state) files[name] = state;
  }
  return { files, folders };
}
