/** A text of the catalogs: one line of Markdown, its tree and its plain words. */
import type { Nodes } from 'mdast';
import type { Locale } from '../../locales.ts';
import { fastInline } from './fast-inline.ts';
import { type ProseNode, parseMarkdown } from './markdown.ts';
import { parseReference, referencePath } from './references.ts';

export interface Prose {
  /** The text as in the file, with short links. */
  readonly source: string;
  /** What a reader sees, without markup. */
  readonly plain: string;
  /** Links lead to paths of paths.ts in the text's language, or to https addresses. Made when first asked for. */
  readonly nodes: readonly ProseNode[];
}

/** Where a text belongs: short links are relative to that. */
export interface ProseContext {
  readonly locale: Locale;
  /** Undefined for texts that belong to no catalog. */
  readonly catalog?: string;
}

/**
 * @param source a text that the checks have found to be inline Markdown
 * @returns the text, which is parsed when it is first needed
 */
export const prose = (source: string, context: ProseContext): Prose => new ParsedProse(source, context);

/** Returns the nodes of a text, with link targets as written. Reads only the first block, if it is a paragraph. */
export function proseNodes(source: string): readonly ProseNode[] {
  const fast = fastInline(source);
  if (fast) return fast;
  const [paragraph] = parseMarkdown(source).children;
  return paragraph?.type === 'paragraph' ? withoutPositions(paragraph.children as ProseNode[]) : [];
}

class ParsedProse implements Prose {
  readonly source: string;
  readonly #context: ProseContext;
  #nodes: readonly ProseNode[] | undefined;
  #plain: string | undefined;

  constructor(source: string, context: ProseContext) {
    this.source = source;
    this.#context = context;
  }

  get nodes(): readonly ProseNode[] {
    this.#nodes ??= resolved(proseNodes(this.source), this.#context);
    return this.#nodes;
  }

  get plain(): string {
    this.#plain ??= plainText(this.nodes);
    return this.#plain;
  }
}

/** Returns the words of nodes as a reader sees them, one after the other. */
export const plainText = (nodes: readonly Nodes[]): string =>
  nodes
    .map((node) => ('value' in node ? node.value : 'children' in node ? plainText(node.children as Nodes[]) : ''))
    .join('');

/** Turns short links into paths and leaves everything else as it is. */
const resolved = (nodes: readonly ProseNode[], context: ProseContext): ProseNode[] =>
  nodes.map((node) => {
    if (!('children' in node)) return node;
    const children = resolved(node.children as ProseNode[], context);
    if (node.type !== 'link') return { ...node, children };
    const reference = parseReference(node.url, context.catalog);
    return { ...node, url: reference ? referencePath(reference, context.locale) : node.url, children };
  });

const withoutPositions = (nodes: readonly ProseNode[]): ProseNode[] =>
  nodes.map(({ position: _, ...node }) =>
    'children' in node ? { ...node, children: withoutPositions(node.children as ProseNode[]) } : node,
  ) as ProseNode[];
