import type { ChangeSet } from '../catalog/published/changes.ts';
import type { Document } from '../documents/nodes.ts';
import type { Locale } from '../locales.ts';

/** A file of the built site, made from the model without Astro. */
export interface GeneratedFile {
  /** The address from the site's root, as paths.ts makes it; a page's address ends with a slash. */
  readonly path: string;
  readonly text: string;
  /** The text in UTF-8, where that costs less. */
  readonly bytes?: Uint8Array;
}

/** A file put together from parts, each on lines of its own; parts of an earlier time remain bytes. */
export class JoinedFile implements GeneratedFile {
  readonly path: string;
  readonly #parts: readonly (string | Uint8Array)[];

  constructor(path: string, parts: readonly (string | Uint8Array)[]) {
    this.path = path;
    this.#parts = parts;
  }

  get text(): string {
    return this.#parts.map((part) => (typeof part === 'string' ? part : Buffer.from(part).toString())).join('\n');
  }

  get bytes(): Uint8Array {
    const lineBreak = Buffer.from('\n');
    return Buffer.concat(
      this.#parts.flatMap((part, index) => [
        ...(index === 0 ? [] : [lineBreak]),
        typeof part === 'string' ? Buffer.from(part) : part,
      ]),
    );
  }
}

/** What generators need to know besides the model. */
export interface SiteContext {
  /** The origin, without a trailing slash. */
  readonly site: string;
  /** The base path, with a slash at both ends. */
  readonly base: string;
  /** The commit hash of the content; `unknown` outside a checkout. */
  readonly revision: string;
  /** What was published when, newest first; read by readChanges. */
  readonly changes: readonly ChangeSet[];
}

/** The files of an earlier time, so that what cannot have changed need not be made again. */
export interface EarlierFiles {
  /** Returns true if a file made from one catalog or, given a code, from one entry is there and would be the same. */
  has(path: string, catalog: string, code?: string): boolean;
  /**
   * Returns true if a file is there that was made from the same inputs; remembers them for the next time.
   * @param inputs all that the file is made from besides the code, as JSON
   */
  hasFrom(path: string, inputs: unknown): boolean;
  /**
   * Returns a value made from one catalog's own content, of an earlier time if it would be the same.
   * @param name tells it from other values of the catalog
   * @param make makes it; JSON
   */
  valueOf<T>(name: string, catalog: string, make: () => T): T;
  /** Returns a page's part of llms-full.txt if its twin would be the same; undefined if both have to be made. */
  partOf(page: string): Uint8Array | undefined;
  /** Receives the document of every page whose twin is made. */
  noteDocument(document: Document): void;
  /** Receives every part of a language's llms-full.txt, in order; the first belongs to no page. */
  note(locale: Locale, page: string, part: string | Uint8Array): void;
}
