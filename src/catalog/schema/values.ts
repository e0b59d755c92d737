/** Single values in content files, other than texts: ids, codes, addresses, dates. */
import { z } from 'astro/zod';
import { quoted, textBlock } from './text.ts';

/** Ids are URL segments and anchors: lower-case words joined by hyphens. */
export const idPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
export const id = z
  .string()
  .max(60)
  .regex(idPattern, 'expected lower-case letters, digits and single hyphens, as rate-limited');

/** Names that Windows reserves for devices: no folder or file there can have one. */
export const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const noDeviceName = (value: string): boolean => !deviceName.test(value);
const deviceMessage = 'expected another name: Windows keeps this one for itself and can have no such folder';

/** An id that becomes a folder of the site. */
export const folderId = id.refine(noDeviceName, deviceMessage);

/**
 * A code becomes a directory, a file name and a URL segment, so only characters that are plain
 * in all three are allowed.
 */
export const code = z
  .string()
  .max(60)
  .regex(
    /^-?[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*$/,
    'expected letters and digits, with single _ or - between them and at most one minus sign before them: a code becomes part of an address',
  )
  .refine(noDeviceName, deviceMessage);

export const address = z
  .string()
  .max(2000)
  .regex(/^https?:\/\/[^\s\p{C}<>"\\^`{|}]+$/u, {
    abort: true,
    error: 'expected an http or https address without blanks, as https://example.com/errors',
  })
  .refine(
    (value) => URL.canParse(value),
    'expected an http or https address that leads somewhere, as https://example.com/errors',
  );

export const date = z.iso.date({
  error: ({ input }) =>
    /^\d{4}-\d{2}-\d{2}$/.test(String(input))
      ? 'expected a date that exists'
      : 'expected a date written as year-month-day, as 2026-07-16',
});

/** A tag that Intl can name, since pages show the name. */
export const languageTag = z.string().refine((tag) => {
  try {
    return /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(tag) && languageNames.of(tag) !== '';
  } catch {
    return false;
  }
}, 'expected a language tag, as en, zh-CN or zh-TW');
const languageNames = new Intl.DisplayNames('en', { type: 'language' });

/** An address without the base path; checks/addresses.ts checks whether it can move. */
export const path = z
  .string()
  .max(200)
  .regex(
    /^\/[a-z0-9_/-]+\/$/,
    'expected an address without a domain that begins and ends with /, as /mexc-futures/1002/',
  );

/** Placeholders that a template may have; wire.ts fills them in. */
export const placeholders = ['{{code}}', '{{code:json}}', '{{message}}', '{{message:json}}'] as const;

export const template = textBlock.check((context) => {
  const known: ReadonlySet<string> = new Set(placeholders);
  const unknown = context.value.match(/\{\{[^{}\n]*\}\}/g)?.find((name) => !known.has(name));
  if (unknown === undefined) return;
  context.issues.push({
    code: 'custom',
    input: context.value,
    message: `holds the unknown ${quoted(unknown)}, expected only ${placeholders.join(', ')}`,
  });
});
