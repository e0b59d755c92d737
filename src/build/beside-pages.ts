/**
 * Makes the files that need no page, in a build from scratch: in another thread while Astro renders, which keeps one
 * core busy. One thread makes all of them, because each reads all content for itself.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { settings } from '../settings.ts';
import { type FilesBesidePages, fileKinds } from './file-kinds.ts';
import type { NewlyMade } from './record.ts';
import { inThread } from './threads.ts';
import { bytesIn } from './written-files.ts';

/** Bytes of content above which memory does not suffice while rendering: files are then made once all pages exist. */
const mostContent = 10_000_000;

/** The files of a kind, and how long they took. */
export interface TimedFiles {
  readonly kind: Pick<FilesBesidePages, 'name' | 'label'>;
  readonly made: NewlyMade;
  readonly milliseconds: number;
}

/** Begins to make the files, unless that would need too much memory now. @returns undefined if nothing has begun */
export function beginBesidePages(dir: string): Promise<readonly TimedFiles[]> | undefined {
  if (bytesIn(settings.contentDir) > mostContent) return undefined;
  return inThread(new URL('./beside-pages-worker.ts', import.meta.url), dir);
}

/** Makes the files once all pages exist, those of the index in this process: a thread would copy the model. */
export async function makeLate(dir: string): Promise<readonly TimedFiles[]> {
  giveMemoryBack();
  return makeBesidePages(dir);
}

/** Makes the files, one kind after the other. */
export async function makeBesidePages(dir: string): Promise<readonly TimedFiles[]> {
  const all: TimedFiles[] = [];
  for (const { name, label, make } of fileKinds) {
    const started = performance.now();
    const made = await make(dir);
    all.push({ kind: { name, label }, made, milliseconds: performance.now() - started });
  }
  return all;
}

/**
 * Frees memory. Rendering many pages leaves this process with three times the memory that it still needs. Pagefind, in
 * a process of its own, may need more than all the rest, and Node gives nothing back by itself.
 */
function giveMemoryBack(): void {
  setFlagsFromString('--expose-gc');
  const gc: NodeJS.GCFunction = runInNewContext('gc');
  gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
