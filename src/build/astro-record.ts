/**
 * Astro's own record of which key each page was last made with. A build without Astro continues from it and keeps it up
 * to date, so that both kinds of build can follow each other.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { astroFolder } from './current.ts';

const file = join(astroFolder, 'incremental-build.json');
/** The version of the format that is understood here. */
const version = 1;

interface Format {
  readonly version: number;
  readonly routes: Readonly<Record<string, { readonly paths: Record<string, { cacheKey: string }> }>>;
}

/** A page as its route returned it. */
export interface KeyedPage {
  readonly component: string;
  readonly pathname: string;
  readonly cacheKey: string | undefined;
}

export class AstroRecord {
  readonly #record: Format;

  private constructor(record: Format) {
    this.#record = record;
  }

  /** @returns undefined if there is none in a version that is understood */
  static read(): AstroRecord | undefined {
    try {
      const record: Format = JSON.parse(readFileSync(file, 'utf8'));
      return record.version === version ? new AstroRecord(record) : undefined;
    } catch {
      return undefined;
    }
  }

  /** Returns true if a page was last made with the key that it has now. */
  has({ component, pathname, cacheKey }: KeyedPage): boolean {
    return cacheKey !== undefined && this.#record.routes[component]?.paths[pathname]?.cacheKey === cacheKey;
  }

  /** Notes that a page was made anew; Astro notes none without a key. */
  add({ component, pathname, cacheKey }: KeyedPage): void {
    const path = this.#record.routes[component]?.paths[pathname];
    if (path && cacheKey !== undefined) path.cacheKey = cacheKey;
  }

  write(): void {
    writeFileSync(file, JSON.stringify(this.#record, null, '\t'));
  }
}
