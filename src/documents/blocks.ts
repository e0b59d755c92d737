/** Blocks that several kinds of page share. */
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
 * Returns a function that makes the block of a key and a language only once, so that what is written for a block that
 * is one object on many pages is kept as well.
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
 * Returns a heading that many pages have, with its anchor.
 * @param above `repeated` if what the heading stands above has a page of its own
 */
export function section(id: string, text: string, above?: 'repeated'): Block {
  const key = `${id} ${above} ${text}`;
  const made = (): Block => kept(heading(2, { id }, text));
  const known = commonHeadings.get(key) ?? (above === 'repeated' ? repeated(made()) : made());
  commonHeadings.set(key, known);
  return known;
}

/** Makes the title of a page. */
export const title = (...items: Inline[]): Block =>
  attributed({ type: 'heading', depth: 1, children: styled('', ...items).children }, { id: '_top' });

/** Makes words for screen readers and for a page's Markdown; the page's layout says the same visually. */
export const spoken = (words: string): Inline => span({ className: ['sr-only'] }, words);

/** Makes a list of causes, which have no order. */
export const points = (texts: readonly Prose[]): Block =>
  list(
    texts.map((text) => [text]),
    'steps',
  );

/** Makes a list of fixes, in the order to try them. */
export const steps = (texts: readonly Prose[]): Block =>
  numbered(
    list(
      texts.map((text) => [text]),
      'steps',
    ),
  );

/** Lists where facts come from. Entries with the same list of sources share the block. */
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

/** Makes a link to an entry, or to one of its meanings, from its code and the title. */
export function entryLink(entry: Entry, locale: Locale, meaning = entry.meanings[0]): Inline {
  const path = entryPath(locale, entry.catalog.id, entry.code);
  return link(
    meaning === entry.meanings[0] ? path : `${path}#${meaning.slug}`,
    untranslated(code(entry.code)),
    ` ${shortTitle(meaning, locale)}`,
  );
}

export interface EntryLinksOptions {
  /** Leaves out the catalog's name, which is above the list. */
  readonly oneCatalog?: boolean;
  /** Where the rest is if the list is cut: one address, or several with titles. Without it the list is not cut. */
  readonly more?: readonly Lead[];
  /** The meaning to link to, if it is not the first. */
  readonly meaningOf?: (entry: Entry) => Meaning;
}

/** Lists entries of any catalog. A list that grows with the number of catalogs is cut. */
export function entryLinks(
  entries: readonly Entry[],
  locale: Locale,
  { oneCatalog, more, meaningOf }: EntryLinksOptions = {},
): Block {
  const named = more === undefined ? entries : namedOf(entries);
  const items = named.map((entry) => [
    entryLink(entry, locale, meaningOf?.(entry)),
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

/** Returns what is published about waiting before sending the same request again; nothing if there is no wait. */
export function waitWords({ wait, text }: Meaning, locale: Locale): readonly Inline[] {
  if (wait === undefined) return [];
  return wait === 'described' ? (text[locale].wait ? [text[locale].wait] : []) : [formatWait(wait, locale)];
}

/** Shows an answer, or a template of one, with a caption that says where it is met. */
export const example = (caption: string, language: string, text: string): Block =>
  box('figure', { className: ['example'] }, [
    { type: 'paragraph', data: { hName: 'figcaption' }, children: [{ type: 'text', value: caption }] },
    codeBlock(language, readable(text)),
  ]);

/** Shows sample code that is in a file of its own. */
export const sample = (label: string, file: string, language: string, text: string, isOpen: boolean): Block =>
  box('details', { className: ['sample'], open: isOpen }, [
    {
      type: 'paragraph',
      data: { hName: 'summary' },
      children: [{ type: 'text', value: `${label} ` }, untranslated(code(file))],
    },
    codeBlock(language, text),
  ]);

/** Marks what machine translation must leave alone. */
export const untranslated = <N extends Parameters<typeof attributed>[0]>(node: N, properties: Properties = {}): N =>
  attributed(node, { ...properties, translate: 'no' });

/** Longer lines do not fit beside the table of contents, or on a phone. */
const longestLine = 64;

/**
 * Breaks JSON that is too long for one line into several, changing only the blanks between its tokens. Looks at every
 * line that is an object or a list by itself, since it may come after headers.
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
