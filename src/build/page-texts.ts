/**
 * Texts of pages as they were in the last build: their twins are in the site, and each page's part of llms-full.txt is
 * cut out of that file.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { llmsFullPath } from '../catalog/paths.ts';
import type { PageTexts } from '../generate/markdown.ts';
import { type Locale, locales } from '../locales.ts';
import { nameOf } from './written-files.ts';

/** For each language, the parts of its llms-full.txt in order: the page's address and the part's length. */
export type TextLengths = Readonly<Partial<Record<Locale, readonly (readonly [path: string, length: number])[]>>>;

/** Notes the parts of llms-full.txt as they are made. */
export class TextNotes implements PageTexts {
  readonly lengths: Partial<Record<Locale, (readonly [string, number])[]>> = {};
  /** Pages whose twin was left alone. */
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
 * Returns the parts of an earlier llms-full.txt by address.
 * @param dir the site, still with the files of that build
 */
export function earlierTexts(dir: string, lengths: TextLengths): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const locale of locales) {
    const whole = readFileSync(join(dir, nameOf(llmsFullPath(locale))), 'utf8');
    let at = 0;
    for (const [path, length] of lengths[locale] ?? []) {
      texts.set(path, whole.slice(at, at + length));
      // Parts are separated by a line break.
      at += length + 1;
    }
  }
  return texts;
}
