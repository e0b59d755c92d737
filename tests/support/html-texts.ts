/** Which texts of the model the pages of a built site must show, and checks of what a page shows. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { lastRead } from '../../src/catalog/dates.ts';
import type { Atlas, Catalog, Entry, Problem } from '../../src/catalog/model.ts';
import { catalogPath, entryPath, homePath, problemPath, problemsPath } from '../../src/catalog/paths.ts';
import type { Prose } from '../../src/catalog/prose/prose.ts';
import { readable } from '../../src/documents/blocks.ts';
import { catalogTitle, entryDescription, entryTitle, meaningTitles, shortTitle } from '../../src/documents/describe.ts';
import {
  meaningWith,
  namedOf,
  problemsOf,
  sameCodeOnly,
  sameProblem,
  sharedProblems,
} from '../../src/documents/related.ts';
import { formatDate, formatWait } from '../../src/i18n/format.ts';
import { ui } from '../../src/i18n/index.ts';
import { type Locale, locales } from '../../src/locales.ts';
import { isShort } from './page-files.ts';

export interface PageTexts {
  /** The page's address. */
  readonly path: string;
  /** The text of its title element and its previews; undefined if that is not a text of the model. */
  readonly title?: string;
  readonly description?: string;
  /** Each is the entire content of a text node or an element, except for surrounding blanks. */
  readonly texts: readonly string[];
}

/** Yields every page that is made from the model in a language. */
export function* pageTexts(atlas: Atlas, locale: Locale): Iterable<PageTexts> {
  yield {
    path: homePath(locale),
    texts: atlas.catalogs.flatMap(({ name, surface, provider, entries }) => [
      name[locale],
      surface[locale],
      `${provider.name[locale]} · ${ui[locale].catalog.count(entries.length)}`,
    ]),
  };
  yield {
    path: problemsPath(locale),
    texts: atlas.problems.flatMap(({ text }) => [text[locale].title, text[locale].summary.plain]),
  };
  for (const catalog of atlas.catalogs) {
    yield {
      path: catalogPath(locale, catalog.id),
      title: catalogTitle(catalog, locale),
      description: catalog.summary[locale].plain,
      texts: catalogTexts(catalog, locale),
    };
    for (const entry of catalog.entries) {
      yield {
        path: entryPath(locale, catalog.id, entry.code),
        title: entryTitle(entry, locale),
        description: entryDescription(entry, locale),
        texts: entryTexts(entry, locale),
      };
    }
  }
  for (const problem of atlas.problems) {
    const { title, summary } = problem.text[locale];
    yield {
      path: problemPath(locale, problem.id),
      title,
      description: summary.plain,
      texts: problemTexts(problem, locale),
    };
  }
}

function catalogTexts(catalog: Catalog, locale: Locale): string[] {
  const { handling, groups, envelopes, limits, notes, sources } = catalog;
  const { intro, points } = handling.text[locale];
  return [
    catalog.name[locale],
    `${catalog.provider.name[locale]} · ${catalog.surface[locale]} · ${ui[locale].entry.checked(formatDate(lastRead(catalog.sources.values()), locale))}`,
    ...plain([catalog.summary[locale], intro, ...points, ...notes[locale]]),
    ...handling.samples.map(({ code }) => code),
    ...groups.filter(({ entries }) => entries.length > 0).map(({ title }) => title[locale]),
    ...envelopes.flatMap(({ title, note, template }) => [
      title[locale],
      ...given(note[locale]?.plain),
      readable(template.trimEnd().replaceAll(/\{\{(code|message)(?::json)?\}\}/g, '‹$1›')),
    ]),
    ...limits.flatMap(({ caption, rowHeading, note, columns, rows }) => [
      caption[locale],
      rowHeading[locale],
      ...given(note[locale]?.plain),
      ...columns.map((column) => column[locale]),
      ...rows.map(({ label }) => label[locale]),
    ]),
    ...[...sources.values()].map(({ title }) => title),
    ...catalog.entries.flatMap(({ code, meanings }) => [
      code,
      ...meanings.flatMap(({ text, messages }) => [text[locale].title, ...messages.map((message) => message.text)]),
    ]),
  ];
}

function entryTexts(entry: Entry, locale: Locale): string[] {
  const { catalog, code, symbol, group, meanings, sources, see, previous, next } = entry;
  const words = ui[locale];
  return [
    code,
    ...given(symbol),
    catalog.name[locale],
    group.title[locale],
    catalog.provider.name[locale],
    catalog.surface[locale],
    ...locales.filter((other) => other !== locale).map((other) => meaningTitles(entry, other)),
    ...meanings.flatMap(({ text, messages, example, problem, wait, retry, depth }) => [
      text[locale].title,
      ...plain([...text[locale].causes, ...text[locale].fixes]),
      ...messages.map((message) => message.text),
      ...[
        ...(wait === undefined || wait === 'described' ? [] : [formatWait(wait, locale)]),
        ...given(text[locale].wait?.plain),
      ].map((said) => (isShort(entry) && depth === 'outline' ? said : `${words.retry[retry].note} ${said}`)),
      ...text[locale].former.map((wording) => wording.title),
      ...plain(text[locale].history),
      ...(isShort(entry) && depth === 'outline' && !example.isOwn
        ? []
        : [readable(example.text), example.envelope.title[locale]]),
      problem.text[locale].title,
    ]),
    ...problemsOf(entry).flatMap(({ text }, _index, all) =>
      isShort(entry) && all.length > 2
        ? [text[locale].title, text[locale].summary.plain]
        : [
            words.entry.guidanceFor(text[locale].title),
            text[locale].summary.plain,
            ...plain([...text[locale].causes, ...text[locale].fixes]),
          ],
    ),
    ...sources.map(({ title }) => title),
    ...[...see, ...namedOf(sameCodeOnly(entry))].flatMap((other) => [
      other.code,
      shortTitle(other.meanings[0], locale),
    ]),
    ...namedOf(sameProblem(entry)).flatMap((other) => [
      other.code,
      shortTitle(meaningWith(sharedProblems(entry), other), locale),
    ]),
    ...[previous, next].flatMap((other) =>
      other === undefined ? [] : [`${other.code} ${shortTitle(other.meanings[0], locale)}`],
    ),
  ];
}

function problemTexts(problem: Problem, locale: Locale): string[] {
  const { text, meanings } = problem;
  const { title, summary, causes, fixes } = text[locale];
  return [
    title,
    ...plain([summary, ...causes, ...fixes]),
    ...meanings.flatMap(({ entry }) => [
      entry.code,
      shortTitle(meaningWith([problem], entry), locale),
      entry.catalog.name[locale],
    ]),
  ];
}

/** Returns what a reader sees of Markdown texts. */
const plain = (texts: readonly Prose[]): string[] => texts.map((text) => text.plain);

const given = (text: string | undefined): string[] => (text === undefined ? [] : [text]);

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

/**
 * Returns what is wrong with a page: texts that it does not show exactly, and markup that no component writes.
 * @param html the page as it was built
 */
export function htmlFaults(html: string, { path, title, description, texts }: PageTexts, locale: Locale): string[] {
  const faults: string[] = [];
  const shown = new Set<string>();
  const ids = new Set<string>();
  const meta = new Map<string, string>();
  let titleText: string | undefined;
  let headline: string | undefined;
  const walk = (node: Node): string => {
    if ('value' in node) {
      shown.add(node.value.trim());
      return node.value;
    }
    if (!('childNodes' in node)) return '';
    const text = node.childNodes.map(walk).join('');
    if (!('tagName' in node)) return text;
    shown.add(text.trim());
    faults.push(...markupFaults(node, text).map((fault) => `${path}: ${fault}`));
    const id = attribute(node, 'id');
    if (id !== undefined && ids.has(id)) faults.push(`${path}: the id ${id} stands twice`);
    if (id !== undefined) ids.add(id);
    if (node.tagName === 'title') titleText ??= text;
    if (attribute(node, 'type') === 'application/ld+json') headline = JSON.parse(text)['@graph'][0].headline;
    const name = attribute(node, 'name') ?? attribute(node, 'property');
    if (node.tagName === 'meta' && name !== undefined) meta.set(name, attribute(node, 'content') ?? '');
    return text;
  };
  walk(parse(html, { onParseError: ({ code, startLine }) => faults.push(`${path}: ${code} in line ${startLine}`) }));
  for (const text of new Set(texts)) {
    if (!shown.has(text.trim())) faults.push(`${path} does not show ${JSON.stringify(text)}`);
  }
  const says = (where: string, found: string | undefined, expected: string | undefined) => {
    if (expected !== undefined && found !== expected) faults.push(`${path}: ${where} says ${JSON.stringify(found)}`);
  };
  says('the title', titleText, title === undefined ? undefined : `${title} | ${ui[locale].site.name}`);
  says('og:title', meta.get('og:title'), title);
  if (headline !== undefined) says('JSON-LD', headline, title);
  says('the description', meta.get('description'), description);
  says('og:description', meta.get('og:description'), description);
  return faults;
}

const addresses = new Set(['href', 'src', 'action', 'formaction', 'poster', 'data', 'xlink:href']);

/** Returns markup that only a text of a catalog could have introduced. */
function markupFaults({ tagName, attrs }: Element, text: string): string[] {
  const faults: string[] = [];
  if (['img', 'iframe', 'object', 'embed', 'base', 'math', 'b', 'i'].includes(tagName)) faults.push(`<${tagName}>`);
  for (const { name, value } of attrs) {
    // Starlight's icons set their size in a style attribute.
    const isStyle = name === 'style' && !/^--sl-icon-size: [\d.]+r?em;$/.test(value);
    if (name.startsWith('on') || isStyle || name === 'srcdoc') faults.push(`the attribute ${name}="${value}"`);
    if (addresses.has(name) && !/^(?:https?:\/\/|\/(?!\/)|#|$)/.test(value)) faults.push(`${name}="${value}"`);
  }
  const isRefresh = attrs.some(({ name, value }) => name === 'http-equiv' && value !== 'content-security-policy');
  if (tagName === 'meta' && isRefresh) faults.push('a meta element that acts');
  if (tagName !== 'script') return faults;
  const isData = attrs.some(({ name, value }) => name === 'type' && value === 'application/ld+json');
  if (!isData && text.includes('__ran')) faults.push(`the script ${text}`);
  return faults;
}
