/** Markdown as a tree. What goes in as text comes out as the same text, whatever characters it holds. */
import type {
  BlockContent,
  Code,
  Heading,
  Link,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import { plainBlock } from './fast-markdown.ts';

/** Text, or a node that stands within a line. */
export type Inline = string | PhrasingContent;

const phrasing = (items: readonly Inline[]): PhrasingContent[] =>
  items.map((item) => (typeof item === 'string' ? { type: 'text', value: item } : item));

export const heading = (depth: Heading['depth'], ...items: Inline[]): Heading => ({
  type: 'heading',
  depth,
  children: phrasing(items),
});

export const paragraph = (...items: Inline[]): Paragraph => ({ type: 'paragraph', children: phrasing(items) });

export const code = (value: string): PhrasingContent => ({ type: 'inlineCode', value });

export const link = (url: string, ...items: Inline[]): Link => ({ type: 'link', url, children: phrasing(items) });

export const codeBlock = (language: string, value: string): Code => ({ type: 'code', lang: language, value });

export const quote = (...children: BlockContent[]): RootContent => ({ type: 'blockquote', children });

/** A list of lines; each item is one line. */
export const list = (items: readonly (readonly Inline[])[], ordered = false): List => ({
  type: 'list',
  ordered,
  spread: false,
  children: items.map((item): ListItem => ({ type: 'listItem', spread: false, children: [paragraph(...item)] })),
});

/** A table; the first row is its heading. */
export const table = (rows: readonly (readonly (readonly Inline[])[])[]): Table => ({
  type: 'table',
  children: rows.map((cells) => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: phrasing(cell) })),
  })),
});

/**
 * Some readers of Markdown know directives: a colon in a text must not begin one. The package's own
 * pattern has a condition on the character before, and is passed over where that one is escaped.
 */
const directives: Options = {
  unsafe: [
    ...(directiveToMarkdown().unsafe ?? []),
    { character: ':', after: '[^\\s\\p{P}\\p{S}]', inConstruct: ['phrasing'], unicode: true },
  ],
};

const options: Options = {
  bullet: '-',
  fences: true,
  listItemIndent: 'one',
  rule: '-',
  extensions: [gfmToMarkdown({ tablePipeAlign: false }), directives],
};

/** One block, as the library writes it. */
export const serialiseWith = (block: RootContent): string =>
  toMarkdown({ type: 'root', children: [block] }, options).trimEnd();

/** Blocks as text, with one line break at the end. Two lists never stand next to each other. */
export const serialise = (blocks: readonly RootContent[]): string =>
  `${blocks.map((block) => plainBlock(block, serialiseWith) ?? serialiseWith(block)).join('\n\n')}\n`;
