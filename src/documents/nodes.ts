/**
 * A page as one Markdown tree: mdast's own nodes, and directives for what Markdown cannot express. A directive becomes
 * an HTML element or one of the site's components; its children are the same in plain Markdown. Attributes of elements
 * are in `data.hProperties`, as everywhere in unified.
 */
import type { Properties } from 'hast';
import type {
  BlockContent,
  Code,
  Data,
  Heading,
  Link,
  List,
  ListItem,
  Node,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast';
import type { ContainerDirective, TextDirective } from 'mdast-util-directive';
import type {} from 'mdast-util-to-hast';
import type { Prose } from '../catalog/prose/prose.ts';
import type { Locale } from '../locales.ts';
import type { PageSubject } from './subject.ts';

/** A page that is made from the model. */
export interface Document {
  readonly locale: Locale;
  /** The page's address. */
  readonly path: string;
  readonly subject: PageSubject;
  /** For the browser's tab and for previews. */
  readonly title: string;
  readonly description: string;
  /** What comes before the table of contents: the title, and what a reader compares with the failure at hand. */
  readonly head: readonly Block[];
  readonly body: readonly Block[];
  /** The file in which its texts are edited, relative to the project's folder; undefined if there is none. */
  readonly file: string | undefined;
  readonly previous?: Neighbour | undefined;
  readonly next?: Neighbour | undefined;
}

export interface Neighbour {
  readonly path: string;
  readonly label: string;
}

export type Block = BlockContent | ContainerDirective;

/** Words, a text of the catalogs, or an inline node. */
export type Inline = string | Prose | PhrasingContent;

export function phrasing(items: readonly Inline[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (const item of items) {
    if (typeof item === 'string') nodes.push({ type: 'text', value: item });
    else if ('type' in item) nodes.push(item);
    else nodes.push(...item.nodes);
  }
  return nodes;
}

/** Returns the node with attributes added for its element; leaves out those that are undefined. */
export function attributed<N extends Node>(node: N, properties: Properties): N {
  const all: Properties = { ...(node.data as Data | undefined)?.hProperties };
  for (const name in properties) if (properties[name] !== undefined) all[name] = properties[name];
  return { ...node, data: { ...node.data, hProperties: all } };
}

/** Further attributes of a heading. */
export interface HeadingOptions {
  /** Its anchor; a heading with one is part of the table of contents and has a link. */
  readonly id?: string;
  /** Where its link leads, if not to the anchor. */
  readonly link?: string;
}

export function heading(depth: Heading['depth'], options: HeadingOptions, ...items: Inline[]): Heading {
  const node: Heading = { type: 'heading', depth, children: phrasing(items) };
  return options.id === undefined ? node : attributed(node, { id: options.id, dataLink: options.link });
}

export const paragraph = (...items: Inline[]): Paragraph => ({ type: 'paragraph', children: phrasing(items) });

/** Makes a paragraph with a class. */
export const styled = (className: string, ...items: Inline[]): Paragraph =>
  attributed(paragraph(...items), { className: [className] });

export const code = (value: string): PhrasingContent => ({ type: 'inlineCode', value });

/** @param url a path of paths.ts, an anchor of the page, or an address outside */
export const link = (url: string, ...items: Inline[]): Link => ({ type: 'link', url, children: phrasing(items) });

export const codeBlock = (language: string, value: string): Code => ({ type: 'code', lang: language, value });

/** Makes a list of lines; each item is one line. */
export const list = (items: readonly (readonly Inline[])[], className?: string): List =>
  blockList(
    items.map((item) => [paragraph(...item)]),
    className,
  );

/** Makes a list whose items contain blocks; a loose one keeps their paragraphs apart. */
export function blockList(items: readonly (readonly Block[])[], className?: string, loose = false): List {
  const node: List = {
    type: 'list',
    ordered: false,
    spread: loose,
    children: items.map((children): ListItem => ({ type: 'listItem', spread: loose, children: [...children] })),
  };
  return className === undefined ? node : attributed(node, { className: [className] });
}

/** Returns the same list with numbers. */
export const numbered = (node: List): List => ({ ...node, ordered: true, start: 1 });

/** Makes a table; the first row is its heading. */
export const table = (rows: readonly (readonly (readonly Inline[])[])[]): Table => ({
  type: 'table',
  children: rows.map((cells) => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: phrasing(cell) })),
  })),
});

/** Puts an HTML element around blocks. In Markdown only its children are written. */
export const box = (element: string, properties: Properties, children: readonly Block[]): ContainerDirective => ({
  type: 'containerDirective',
  name: element,
  data: { hName: element, hProperties: properties },
  children: [...children],
});

/** The components that directives can become. */
export const partNames = ['glance', 'messages', 'share', 'unwritten', 'code-table', 'limit-table'] as const;
export type PartName = (typeof partNames)[number];

/** The element that marks a component's place until the component is inserted. */
export const partElement = 'atlas-part';

/**
 * Makes a component of the page.
 * @param attributes what it shows of the page's subject, such as the slug of a meaning
 * @param children the same content as Markdown
 */
export const part = (
  name: PartName,
  attributes: Readonly<Record<string, string>>,
  children: readonly Block[],
): ContainerDirective => ({
  type: 'containerDirective',
  name,
  attributes,
  data: { hName: partElement, hProperties: { name, ...attributes } },
  children: [...children],
});

/** Puts an element around words. In Markdown only the words are written. */
export const span = (properties: Properties, ...items: Inline[]): TextDirective => inline('span', properties, items);

/** Makes a remark on what precedes it, on the same line. */
export const small = (...items: Inline[]): readonly [string, TextDirective] => [' ', inline('small', {}, items)];

const inline = (element: 'span' | 'small', properties: Properties, items: readonly Inline[]): TextDirective => ({
  type: 'textDirective',
  name: element,
  data: { hName: element, hProperties: properties },
  children: phrasing(items),
});

/** Marks a block that is one object on many pages: what is written for it once serves all of them. */
export const kept = <N extends Block>(node: N): N => ({ ...node, data: { ...node.data, isKept: true } });

export const isKept = (node: Block): boolean => node.data?.isKept === true;

/** Marks what also has a page of its own: a file of all pages contains it only there. */
export const repeated = <N extends Block>(node: N): N => ({ ...node, data: { ...node.data, isRepeated: true } });

export const isRepeated = (node: Block): boolean => node.data?.isRepeated === true;

declare module 'mdast' {
  interface Data {
    isKept?: boolean;
    isRepeated?: boolean;
  }
}

/** Whether a node is a directive for one of the site's components. */
export const isPart = (node: RootContent): node is ContainerDirective & { name: PartName } =>
  node.type === 'containerDirective' && (partNames as readonly string[]).includes(node.name);
