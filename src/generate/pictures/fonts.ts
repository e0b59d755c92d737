/**
 * Loads fonts for pictures made at build time. Noto Sans comes in files for ranges of characters; only those that a
 * text needs are read.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Font } from 'satori';
import type { Locale, Localized } from '../../locales.ts';
import { root } from '../../settings.ts';

/** The script of each locale: simplified and traditional Chinese write many of the same characters differently. */
const scripts: Localized<'sc' | 'tc'> = { en: 'sc', 'zh-cn': 'sc', 'zh-tw': 'tc' };

export const weights = [400, 700] as const;

/** A part of the font: its file name, and the characters in it. */
interface Part {
  readonly name: string;
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

interface FontPackage {
  readonly folder: string;
  readonly id: string;
  readonly parts: readonly Part[];
}

const packages = new Map<string, FontPackage>();

function packageOf(locale: Locale): FontPackage {
  const id = `noto-sans-${scripts[locale]}`;
  const known = packages.get(id);
  if (known) return known;
  const folder = dirname(createRequire(join(root, 'package.json')).resolve(`@fontsource/${id}/package.json`));
  const unicode: Record<string, string> = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8'));
  const parts = Object.entries(unicode)
    .map(([key, ranges]) => ({
      // Numbered parts are in brackets.
      name: key.replace(/^\[(\d+)\]$/, '$1'),
      ranges: ranges.split(',').map(rangeOf),
    }))
    // Some characters are in several parts; Latin ones should all come from the same.
    .sort((a, b) => Number(b.name === 'latin') - Number(a.name === 'latin'));
  const made = { folder, id, parts };
  packages.set(id, made);
  return made;
}

/** Parses `U+4e00` or `U+4e00-9fff`. */
function rangeOf(text: string): readonly [number, number] {
  const [first = '', last = first] = text.trim().replace(/^U\+/i, '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

const holds = ({ ranges }: Part, character: number): boolean =>
  ranges.some(([first, last]) => character >= first && character <= last);

const charactersOf = (texts: Iterable<string>): number[] => {
  const characters = new Set([...texts].flatMap((text) => [...text]));
  return [...characters].map((character) => character.codePointAt(0) ?? 0);
};

/** Returns the characters of a text that no part of the font has. */
export const missingCharacters = (text: string, locale: Locale): string[] =>
  charactersOf([text])
    .filter((character) => !packageOf(locale).parts.some((part) => holds(part, character)))
    .map((character) => String.fromCodePoint(character));

/** Returns the fonts that texts of a locale need: one family for each part, in both weights. */
export function fontsFor(texts: Iterable<string>, locale: Locale): Font[] {
  const { folder, id, parts } = packageOf(locale);
  const characters = charactersOf(texts);
  const needed = new Set(characters.map((character) => parts.find((part) => holds(part, character))));
  return parts
    .filter((part) => needed.has(part))
    .flatMap(({ name }) =>
      weights.map((weight) => ({
        name: `noto-${name}`,
        weight,
        style: 'normal' as const,
        data: readFileSync(join(folder, 'files', `${id}-${name}-${weight}-normal.woff`)),
      })),
    );
}
