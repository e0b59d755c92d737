/** Checks that every text of the model can be read back from the Markdown twins and the permanent-link pages. */
import type { Nodes } from 'mdast';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { lastRead } from '../../src/catalog/dates.ts';
import type { Atlas, Catalog, Entry, Problem } from '../../src/catalog/model.ts';
import { catalogPath, entryPath, permanentPath, problemPath, twinPath } from '../../src/catalog/paths.ts';
import type { Prose } from '../../src/catalog/prose/prose.ts';
import { readable } from '../../src/documents/blocks.ts';
import { problemsOf } from '../../src/documents/related.ts';
import { formatDate } from '../../src/i18n/format.ts';
import { ui } from '../../src/i18n/index.ts';
import { type Locale, locales } from '../../src/locales.ts';
import type { Read } from './file-texts.ts';

const markdown = unified().use(remarkParse).use(remarkGfm);

/** Collects what a reader sees of Markdown: texts of headings, paragraphs, cells and links, and all code. */
function seenIn(node: Nodes, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (['html', 'image', 'definition', 'footnoteDefinition', 'thematicBreak', 'break'].includes(node.type))
    seen.add(`(${node.type})`);
  if (node.type === 'link' && !/^(?:https?:|mailto:)/.test(node.url)) seen.add(`(link to ${node.url})`);
  if ('value' in node) seen.add(node.value);
  if (!('children' in node)) return seen;
  if (['paragraph', 'heading', 'tableCell', 'link'].includes(node.type)) seen.add(wordsOf(node));
  for (const child of node.children) seenIn(child, seen);
  return seen;
}

/** Finds markup in Markdown that no file of the site uses. */
export const markupIn = (text: string): string[] =>
  [...seenIn(markdown.parse(text))].filter((seen) => /^\((?:html|image|definition|link to )/.test(seen));

const wordsOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(wordsOf).join('') : '';

export function twinFaults(atlas: Atlas, locale: Locale, read: Read): string[] {
  const faultsOf = (page: string, texts: readonly string[]): string[] => {
    const path = twinPath(page);
    const text = read(path);
    const seen = seenIn(markdown.parse(text));
    return [
      ...texts.filter((each) => !seen.has(each)).map((each) => `${path} does not hold ${JSON.stringify(each)}`),
      ...markupIn(text).map((markup) => `${path} holds ${markup}`),
    ];
  };
  return [
    ...atlas.catalogs.flatMap((catalog) => [
      ...faultsOf(catalogPath(locale, catalog.id), catalogTwin(catalog, locale)),
      ...catalog.entries.flatMap((entry) =>
        faultsOf(entryPath(locale, catalog.id, entry.code), entryTwin(entry, locale)),
      ),
    ]),
    ...atlas.problems.flatMap((problem) => faultsOf(problemPath(locale, problem.id), problemTwin(problem, locale))),
  ];
}

const plain = (texts: readonly Prose[]): string[] => texts.map((text) => text.plain);

const catalogTwin = (catalog: Catalog, locale: Locale): string[] => [
  catalog.name[locale],
  `${catalog.provider.name[locale]} · ${catalog.surface[locale]} · ${ui[locale].entry.checked(formatDate(lastRead(catalog.sources.values()), locale))}`,
  ...plain([
    catalog.summary[locale],
    ...catalog.notes[locale],
    catalog.handling.text[locale].intro,
    ...catalog.handling.text[locale].points,
  ]),
  ...catalog.handling.samples.map(({ code }) => code),
  ...catalog.groups.filter(({ entries }) => entries.length > 0).map(({ title }) => title[locale]),
  ...catalog.envelopes.flatMap(({ title, note, template }) => [
    title[locale],
    ...(note[locale] === undefined ? [] : [note[locale].plain]),
    readable(template.trimEnd().replaceAll(/\{\{(code|message)(?::json)?\}\}/g, '‹$1›')),
  ]),
  ...catalog.limits.flatMap(({ caption, rowHeading, columns, rows }) =>
    [caption, rowHeading, ...columns, ...rows.map(({ label }) => label)].map((text) => text[locale]),
  ),
  ...[...catalog.sources.values()].map(({ title }) => title),
  ...catalog.entries.flatMap(({ meanings }) =>
    meanings.flatMap(({ text, messages }) => [text[locale].title, ...messages.slice(0, 1).map((first) => first.text)]),
  ),
];

/** Returns true for outlines with several meanings: their pages have one example for all, and link to the guidance. */
export const isShort = ({ meanings }: Entry): boolean =>
  meanings.length > 1 && meanings.some(({ depth }) => depth === 'outline');

const entryTwin = (entry: Entry, locale: Locale): string[] => [
  entry.code,
  ...(entry.symbol === undefined ? [] : [entry.symbol]),
  ...entry.meanings.flatMap(({ text, messages, example, depth }) => [
    ...(entry.meanings.length > 1 ? [text[locale].title] : []),
    ...plain([...text[locale].causes, ...text[locale].fixes, ...text[locale].history]),
    ...messages.map((message) => message.text),
    ...(isShort(entry) && depth === 'outline' && !example.isOwn
      ? []
      : [readable(example.text), example.envelope.title[locale]]),
  ]),
  ...problemsOf(entry).flatMap(({ text }, _index, all) => [
    text[locale].title,
    ...plain([
      text[locale].summary,
      ...(isShort(entry) && all.length > 2 ? [] : [...text[locale].causes, ...text[locale].fixes]),
    ]),
  ]),
  ...entry.sources.map(({ title }) => title),
];

const problemTwin = ({ text }: Problem, locale: Locale): string[] => [
  text[locale].title,
  ...plain([text[locale].summary, ...text[locale].causes, ...text[locale].fixes]),
];

/** Shortens a text as a page of 4 KB does. */
function clip(text: string, length: number): string {
  const points = [...text];
  return points.length <= length ? text : `${points.slice(0, length - 1).join('')}…`;
}

export function permanentFaults(atlas: Atlas, read: Read): string[] {
  return atlas.catalogs.flatMap((catalog) =>
    catalog.entries.flatMap((entry) => {
      const path = permanentPath(catalog.id, entry.code);
      const faults: string[] = [];
      const shown = new Set<string>();
      const walk = (node: DefaultTreeAdapterTypes.Node): string => {
        const text = 'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(walk).join('') : '';
        if ('tagName' in node) shown.add(text);
        if ('attrs' in node && node.attrs.some(({ name }) => name.startsWith('on'))) faults.push(`${path}: a handler`);
        return text;
      };
      walk(parse(read(path), { onParseError: ({ code }) => faults.push(`${path}: ${code}`) }));
      const [first] = entry.meanings;
      const texts = [
        entry.code,
        clip(catalog.name.en, 40),
        ...(entry.symbol === undefined ? [] : [clip(entry.symbol, 40)]),
        ...locales.map((locale) => clip(first.text[locale].title, 60)),
        ...(entry.meanings.length > 1
          ? []
          : [clip(`${clip(catalog.name.en, 40)} ${entry.code}: ${clip(first.text.en.title, 50)}`, 90)]),
      ];
      for (const text of texts) if (!shown.has(text)) faults.push(`${path} does not show ${JSON.stringify(text)}`);
      return faults;
    }),
  );
}
