/** Values of content files, kept from one build to the next, each in a file named by a hash of the text. */
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KnownValues } from '../catalog/reading/known-values.ts';
import { namesIn } from './written-files.ts';

export class KeptValues implements KnownValues {
  readonly #dir: string;
  /** Names of the files that are there. */
  #kept: ReadonlySet<string>;
  /** The texts of files to be written; undefined for those that remain. */
  readonly #wanted = new Map<string, string | undefined>();

  /** @param areTrue whether the folder is as the last build left it, which was made with the same code */
  constructor(dir: string, areTrue: boolean) {
    this.#dir = dir;
    this.#kept = new Set(areTrue ? namesIn(dir) : []);
  }

  get(file: string, text: string): unknown {
    const name = nameOf(file, text);
    return this.#kept.has(name) ? JSON.parse(readFileSync(join(this.#dir, name), 'utf8')) : undefined;
  }

  set(file: string, text: string, value: unknown): void {
    const name = nameOf(file, text);
    this.#wanted.set(name, this.#kept.has(name) ? undefined : JSON.stringify(value));
  }

  /** Writes what is new, removes what was not asked for, and forgets all of it: nothing was changed so far. */
  write(): void {
    mkdirSync(this.#dir, { recursive: true });
    for (const name of this.#kept) if (!this.#wanted.has(name)) rmSync(join(this.#dir, name), { force: true });
    for (const [name, text] of this.#wanted) if (text !== undefined) writeFileSync(join(this.#dir, name), text);
    this.#kept = new Set();
    this.#wanted.clear();
  }
}

const nameOf = (file: string, text: string): string => `${hash('sha256', JSON.stringify([file, text]))}.json`;
