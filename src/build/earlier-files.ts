/**
 * The generated files of the last build: texts of pages are cut out of its llms-full.txt, and other files are left
 * alone if nothing that they are made from has changed.
 */
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { llmsFullPath, twinPath } from '../catalog/paths.ts';
import { pageKey } from '../documents/digest.ts';
import type { Document } from '../documents/nodes.ts';
import type { EarlierFiles } from '../generate/generated-file.ts';
import { type Locale, locales } from '../locales.ts';
import { getAtlas } from '../site/atlas.ts';
import type { IsUnchanged } from './catalog-marks.ts';
import { nameOf } from './written-files.ts';

/** For each language, the parts of its llms-full.txt in order: the page's address and the part's length in bytes. */
export type TextLengths = Readonly<Partial<Record<Locale, readonly (readonly [path: string, length: number])[]>>>;

/** What is noted of files for the next build. */
export interface Noted {
  /** Keys of pages made from the model, by address. */
  readonly keys: Readonly<Record<string, string>>;
  readonly lengths: TextLengths;
  /** Hashes of the inputs of some files, by name. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** What has not changed since. */
export interface Unchanged {
  /** Returns true for catalogs, or entries, whose files have not. */
  readonly files: IsUnchanged;
  /** Catalogs whose own content has not. */
  readonly ownOf: ReadonlySet<string>;
  readonly page: (path: string) => boolean;
  /** The parts of llms-full.txt by address. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** As in `Noted`. */
  readonly inputs: Noted['inputs'];
}

export class FilesOfLastBuild implements EarlierFiles {
  readonly #keys: Record<string, string> = {};
  readonly #lengths: Partial<Record<Locale, (readonly [string, number])[]>> = {};
  readonly #inputs: Record<string, string> = {};
  /** Names of the files that were left alone. */
  readonly left: string[] = [];
  readonly #kept: string;
  readonly #unchanged: Unchanged | undefined;

  /**
   * @param kept folder for values that are kept for the next build
   * @param unchanged undefined if there was no such build
   */
  constructor(kept: string, unchanged?: Unchanged) {
    this.#kept = kept;
    this.#unchanged = unchanged;
  }

  /** What the files that were asked for leave for the next build; no keys if there was one before, which has them. */
  get noted(): Noted {
    return { keys: this.#keys, lengths: this.#lengths, inputs: this.#inputs };
  }

  has(path: string, catalog: string, code?: string): boolean {
    const isThere = this.#unchanged?.files(catalog, code) ?? false;
    if (isThere) this.left.push(nameOf(path));
    return isThere;
  }

  hasFrom(path: string, inputs: unknown): boolean {
    const name = nameOf(path);
    const mark = hash('sha256', JSON.stringify(inputs));
    this.#inputs[name] = mark;
    const isThere = this.#unchanged?.inputs[name] === mark;
    if (isThere) this.left.push(name);
    return isThere;
  }

  valueOf<T>(name: string, catalog: string, make: () => T): T {
    const file = join(this.#kept, `${catalog}.${name}.json`);
    if (this.#unchanged?.ownOf.has(catalog)) return JSON.parse(readFileSync(file, 'utf8'));
    const value = make();
    mkdirSync(this.#kept, { recursive: true });
    writeFileSync(file, JSON.stringify(value));
    return value;
  }

  partOf(page: string): Uint8Array | undefined {
    const part = this.#unchanged?.page(page) ? this.#unchanged.parts.get(page) : undefined;
    if (part !== undefined) this.left.push(nameOf(twinPath(page)));
    return part;
  }

  noteDocument(document: Document): void {
    // A build that continues has all keys already.
    if (this.#unchanged) return;
    this.#keys[document.path] = pageKey(document, getAtlas());
  }

  note(locale: Locale, page: string, part: string | Uint8Array): void {
    this.#lengths[locale] ??= [];
    this.#lengths[locale].push([page, Buffer.byteLength(part)]);
  }
}

/**
 * Returns the parts of an earlier llms-full.txt by address.
 * @param dir the site, still with the files of that build
 */
export function earlierParts(dir: string, lengths: TextLengths): ReadonlyMap<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  for (const locale of locales) {
    const whole = readFileSync(join(dir, nameOf(llmsFullPath(locale))));
    let at = 0;
    for (const [path, length] of lengths[locale] ?? []) {
      parts.set(path, whole.subarray(at, at + length));
      // Parts are separated by a line break.
      at += length + 1;
    }
  }
  return parts;
}
