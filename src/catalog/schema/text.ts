/** What counts as text in a catalog: anything that can be shown as it was written. */
import { z } from 'astro/zod';

const maxLength = 2000;
const maxBlockLength = 20_000;

/** Control characters, lone surrogates, noncharacters, line separators, byte order marks, replacement characters. */
const unshowable = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029\uFEFF\uFFFD]/u;
const unshowableInBlock = /[^\P{Cc}\n]|[\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029\uFEFF\uFFFD]/u;
const unshowableInCode = /[^\P{Cc}\n\t]|[\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029\uFEFF\uFFFD]/u;

/** Embeddings, overrides and isolates (UAX 9): they can make a text read differently from what it says. */
const reordering = /[\u202A-\u202E\u2066-\u2069]/u;

/** A visible character: a text of joiners, direction marks or private characters alone would make an empty heading. */
const visible = /[[\p{L}\p{N}\p{P}\p{S}]--\p{Default_Ignorable_Code_Point}]/v;

const names: ReadonlyMap<string, string> = new Map([
  ['\0', 'a null character'],
  ['\t', 'a tab'],
  ['\n', 'a line break'],
  ['\r', 'a carriage return'],
  ['\u2028', 'a line separator'],
  ['\u2029', 'a paragraph separator'],
  ['\uFEFF', 'a byte order mark'],
  ['\uFFFD', 'the mark that stands for text lost in a wrong encoding'],
]);

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Describes a character that cannot be shown: `a tab (U+0009)`. */
function named(character: string): string {
  const name = reordering.test(character)
    ? 'a character that reorders the text around it'
    : /\p{Cs}/u.test(character)
      ? 'half of a character'
      : /\p{Noncharacter_Code_Point}/u.test(character)
        ? 'a number that stands for no character'
        : 'a control character';
  return `${names.get(character) ?? name} (${codePoint(character)})`;
}

interface Fault {
  readonly index: number;
  readonly message: string;
}

/** Finds a character that a text may not contain, and says why. */
function faultIn(value: string, pattern: RegExp, expected: string): Fault | undefined {
  const order = reordering.exec(value);
  if (order) {
    return {
      index: order.index,
      message: `holds ${named(order[0])}, expected plain text (U+200E and U+200F are allowed)`,
    };
  }
  const match = pattern.exec(value);
  return match ? { index: match.index, message: `holds ${named(match[0])}, expected ${expected}` } : undefined;
}

/** Finds a character that sample code may not contain; tabs are allowed. */
export const faultInCode = (code: string): Fault | undefined =>
  faultIn(code, unshowableInCode, 'lines of printable text');

/** Makes a check that reports one fault per text: the first. */
function refuse(max: number, why: (value: string) => string | undefined) {
  return (context: z.core.ParsePayload<string>): void => {
    const { value } = context;
    const message = value === '' || value.length > max ? undefined : why(value);
    if (message !== undefined) context.issues.push({ code: 'custom', input: value, message });
  };
}

/** One line of plain text, shown as it was written: no markup of any kind. */
export const text = z
  .string()
  .min(1)
  .max(maxLength)
  .check(
    refuse(maxLength, (value) => {
      const fault = faultIn(value, unshowable, 'one line of printable text');
      if (fault) return fault.message;
      if (value.trim() === '') return 'holds only blanks, expected text';
      if (value !== value.trim()) return 'begins or ends with a blank, expected none there';
      return visible.test(value) ? undefined : 'holds nothing that can be seen, expected text';
    }),
  );

/** Several lines, such as an example answer. */
export const textBlock = z
  .string()
  .min(1)
  .max(maxBlockLength)
  .check(
    refuse(maxBlockLength, (value) => {
      const fault = faultIn(value, unshowableInBlock, 'lines of printable text');
      if (fault) return fault.message;
      if (!visible.test(value)) return 'holds nothing that can be seen, expected text';
      return /^\s*\n/.test(value) ? 'begins with an empty line, expected text on the first' : undefined;
    }),
  );

/** What comes between two texts: it may begin and end with blanks. */
export const joint = z
  .string()
  .min(1)
  .max(8)
  .check(refuse(8, (value) => faultIn(value, unshowable, 'one line of printable text')?.message));

const maxShown = 60;

/** Quotes a value of a file for a finding: short, on one line, and harmless in a terminal. */
export function quoted(value: string): string {
  const characters = [...value.slice(0, 2 * maxShown)];
  const short =
    characters.length > maxShown || value.length > 2 * maxShown ? `${characters.slice(0, maxShown).join('')}…` : value;
  return `"${harmless(short)}"`;
}

/** Puts text on one line, and replaces what a terminal would take for more than text. */
export const harmless = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (character) => `<${codePoint(character)}>`);
