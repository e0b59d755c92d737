/** What counts as text in a catalog: anything that can be shown as it was written. */
import { z } from 'astro/zod';

const maxLength = 2000;

/** Control characters, lone surrogates, noncharacters, line separators and a byte order mark. */
const unshowable = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029\uFEFF]/u;
const unshowableInBlock = /[^\P{Cc}\n]|[\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029\uFEFF]/u;

/** Embeddings, overrides and isolates (UAX 9): they can make a text read differently from what it says. */
const reordering = /[\u202A-\u202E\u2066-\u2069]/u;

const named = (text: string, pattern: RegExp): string => {
  const point = pattern.exec(text)?.[0].codePointAt(0) ?? 0;
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
};

function refuse(pattern: RegExp, why: string) {
  return (context: z.core.ParsePayload<string>): void => {
    if (pattern.test(context.value)) {
      context.issues.push({
        code: 'custom',
        input: context.value,
        message: `holds ${named(context.value, pattern)}, ${why}`,
      });
    }
  };
}

const base = z
  .string({ error: 'expected text (in quotes where it looks like a number, a date or true/false)' })
  .min(1, 'expected text, found none')
  .check(refuse(reordering, 'a character that reorders the text; expected plain text (U+200E and U+200F are allowed)'));

/** One line of plain text, shown as it was written: no markup of any kind. */
export const text = base
  .max(maxLength, `too long, expected at most ${maxLength} characters`)
  .refine((value) => value === value.trim(), 'expected no white space at the beginning or the end')
  .check(refuse(unshowable, 'which cannot be shown; expected one line of printable text'));

/** Several lines, as an example answer. */
export const textBlock = base
  .max(20_000, 'too long, expected at most 20000 characters')
  .check(refuse(unshowableInBlock, 'which cannot be shown; expected lines of printable text'));
