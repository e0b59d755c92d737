/**
 * Texts of pages as they were in the last build: their twins stand in the site, and the part that each has in
 * llms-full.txt is cut out of that.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { llmsFullPath } from '../catalog/paths.ts';
import type { PageTexts } from '../generate/markdown.ts';
import { type Locale, locales } from '../locales.ts';
import { nameOf } from './written-files.ts';

/** For each language, the parts of its llms-full.txt in their order: the page's address, and the part's length. */
export type TextLengths = Readonly<Partial<Record<Locale, readonly (readonly [path: string, length: number])[]>>>;

/** Writes down the parts of llms-full.txt as they are made. */
export class TextNotes implements PageTexts {
  readonly lengths: Partial<Record<Locale, (readonly [string, number])[]>> = {};
  /** Pages whose twin was left as it is. */
  readonly left: string[] = [];
  readonly #known: (path: string) => string | undefined;

  constructor(known: (path: string) => string | undefined = () => undefined) {
    this.#known = known;
  }

  known(path: string): string | undefined {
    const own = this.#known(path);
    if (own !== undefined) this.left.push(path);
    return own;
  }

  note(locale: Locale, path: string, own: string): void {
    this.lengths[locale] ??= [];
    this.lengths[locale].push([path, own.length]);
  }
}

/**
 * The parts of an earlier llms-full.txt by address.
 * @param dir the site, with the files of that time
 */
export function earlierTexts(dir: string, lengths: TextLengths): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const locale of locales) {
    const whole = readFileSync(join(dir, nameOf(llmsFullPath(locale))), 'utf8');
    let at = 0;
    for (const [path, length] of lengths[locale] ?? []) {
      texts.set(path, whole.slice(at, at + length));
      // A line break stands between two parts.
      at += length + 1;
    }
  }
  return texts;
}
