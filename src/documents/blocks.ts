/** Blocks that pages of several kinds have. */
import type { Properties } from 'hast';
import { applyEdits, format } from 'jsonc-parser';
import type { Entry, Meaning } from '../catalog/model.ts';
import { entryPath } from '../catalog/paths.ts';
import type { Prose } from '../catalog/prose/prose.ts';
import type { Source } from '../catalog/schema/files.ts';
import { formatDate, formatWait, languageName } from '../i18n/format.ts';
import { ui } from '../i18n/index.ts';
import { type Locale, localized } from '../locales.ts';
import { shortTitle } from './describe.ts';
import {
  attributed,
  type Block,
  box,
  code,
  codeBlock,
  heading,
  type Inline,
  kept,
  link,
  list,
  numbered,
  repeated,
  small,
  span,
  styled,
} from './nodes.ts';
import { type Lead, namedOf } from './related.ts';

/**
 * The same function, which makes the block of a key and a language only once: what is written of a block that is one
 * object on many pages is kept, too.
 */
export function oncePerLocale<K extends object>(
  make: (key: K, locale: Locale) => Block,
): (key: K, locale: Locale) => Block {
  const made = localized(() => new WeakMap<K, Block>());
  return (key, locale) => {
    const known = made[locale].get(key) ?? make(key, locale);
    made[locale].set(key, known);
    return known;
  };
}

const commonHeadings = new Map<string, Block>();

/**
 * A heading that many pages have, with its anchor.
 * @param above what stands below it: `repeated` where that has a page of its own
 */
export function section(id: string, text: string, above?: 'repeated'): Block {
  const key = `${id} ${above} ${text}`;
  const made = (): Block => kept(heading(2, { id }, text));
  const known = commonHeadings.get(key) ?? (above === 'repeated' ? repeated(made()) : made());
  commonHeadings.set(key, known);
  return known;
}

/** The title of a page. */
export const title = (...items: Inline[]): Block =>
  attributed({ type: 'heading', depth: 1, children: styled('', ...items).children }, { id: '_top' });

/** Words for those who listen to a page, and for its Markdown; a page's layout says the same to the eye. */
export const spoken = (words: string): Inline => span({ className: ['sr-only'] }, words);

/** Causes: no order. */
export const points = (texts: readonly Prose[]): Block =>
  list(
    texts.map((text) => [text]),
    'steps',
  );

/** Fixes: in the order to try. */
export const steps = (texts: readonly Prose[]): Block =>
  numbered(
    list(
      texts.map((text) => [text]),
      'steps',
    ),
  );

/** Where facts come from. Entries with the same list of sources share the block. */
export const sources = oncePerLocale((all: readonly Source[], locale: Locale) =>
  kept(
    list(
      all.map((source) => sourceItem(source, locale)),
      'sources',
    ),
  ),
);

function sourceItem(
  { title, url, language, read, supersededBy, thirdParty }: Source,
  locale: Locale,
): readonly Inline[] {
  const { sourceLanguage, readOn, thirdParty: copied, superseded } = ui[locale].entry;
  const note = [
    sourceLanguage(languageName(language, locale)),
    ...(thirdParty ? [copied] : []),
    readOn(formatDate(read, locale)),
    ...(supersededBy === undefined ? [] : [superseded]),
  ].join(' · ');
  return [attributed(link(url, title), { lang: language }), ...small(note)];
}

/** An entry as a link with its code and its first title. */
export const entryLink = (entry: Entry, locale: Locale): Inline =>
  link(
    entryPath(locale, entry.catalog.id, entry.code),
    untranslated(code(entry.code)),
    ` ${shortTitle(entry, locale)}`,
  );

export interface EntryLinksOptions {
  /** Leaves out the catalog's name where it stands above the list. */
  readonly oneCatalog?: boolean;
  /** Where the rest stands when the list is cut: one address, or several with their titles. Not cut without it. */
  readonly more?: readonly Lead[];
}

/** Entries of any catalog. A list that grows with the number of catalogs is cut. */
export function entryLinks(
  entries: readonly Entry[],
  locale: Locale,
  { oneCatalog, more }: EntryLinksOptions = {},
): Block {
  const named = more === undefined ? entries : namedOf(entries);
  const items = named.map((entry) => [
    entryLink(entry, locale),
    ...(oneCatalog ? [] : small(entry.catalog.name[locale])),
  ]);
  if (more && entries.length > named.length)
    items.push([span({}, ...leads(more, entries.length - named.length, locale))]);
  return list(items, 'entry-links');
}

function leads(more: readonly Lead[], count: number, locale: Locale): Inline[] {
  const rest = ui[locale].entry.more(count);
  const several = more.length > 1;
  return [
    ...(several ? [`${rest}${ui[locale].programs.colon}`] : []),
    ...more.flatMap(({ path, title }, index): Inline[] => [
      ...(index > 0 ? [' · '] : []),
      link(path, several ? title : rest),
    ]),
  ];
}

/** What is published about waiting before the same request is sent again; nothing where it is not to be sent. */
export function waitWords({ wait, text }: Meaning, locale: Locale): readonly Inline[] {
  if (wait === undefined) return [];
  return wait === 'described' ? (text[locale].wait ? [text[locale].wait] : []) : [formatWait(wait, locale)];
}

/** An answer or a template of one, with where it is met. */
export const example = (caption: string, language: string, text: string): Block =>
  box('figure', { className: ['example'] }, [
    { type: 'paragraph', data: { hName: 'figcaption' }, children: [{ type: 'text', value: caption }] },
    codeBlock(language, readable(text)),
  ]);

/** Sample code in a file of its own. */
export const sample = (label: string, file: string, language: string, text: string, isOpen: boolean): Block =>
  box('details', { className: ['sample'], open: isOpen }, [
    {
      type: 'paragraph',
      data: { hName: 'summary' },
      children: [{ type: 'text', value: `${label} ` }, untranslated(code(file))],
    },
    codeBlock(language, text),
  ]);

/** What machine translation must leave alone. */
export const untranslated = <N extends Parameters<typeof attributed>[0]>(node: N, properties: Properties = {}): N =>
  attributed(node, { ...properties, translate: 'no' });

/** Longer lines do not fit beside the table of contents, or on a phone. */
const longestLine = 64;

/**
 * JSON that is too long for a line, on several: only blanks between its tokens change. Every line that is an object
 * or a list is looked at by itself, since it may stand below headers.
 */
export const readable = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      line.length > longestLine && /^[[{].*[\]}]$/.test(line)
        ? applyEdits(line, format(line, undefined, { insertSpaces: true, tabSize: 2 }))
        : line,
    )
    .join('\n');
