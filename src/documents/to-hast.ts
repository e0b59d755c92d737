/**
 * Turns documents into trees of HTML. They contain few kinds of node and no reference that is defined elsewhere; the
 * library that takes any Markdown looks for those in every tree and copies every attribute, which is a twentieth of a
 * whole build. A test ensures that the elements are the same as the library's.
 */
import type { Element, ElementContent, Properties, Text } from 'hast';
import type { Data, Nodes, PhrasingContent, RootContent, TableRow } from 'mdast';
import { normalizeUri } from 'micromark-util-sanitize-uri';
import { isPart, partElement } from './nodes.ts';

/** @throws TypeError for a kind of node that no document contains */
export const toHast = (blocks: readonly RootContent[]): ElementContent[] => blocks.map(blockElement);

function blockElement(node: RootContent): ElementContent {
  switch (node.type) {
    case 'heading':
      return element(node, `h${node.depth}`, phrasing(node.children));
    case 'paragraph':
      return element(node, 'p', phrasing(node.children));
    case 'blockquote':
      return element(node, 'blockquote', toHast(node.children));
    case 'list':
      return element(
        node,
        node.ordered ? 'ol' : 'ul',
        node.children.map((item) => element(item, 'li', itemContent(item.children, item.spread ?? false))),
      );
    case 'code': {
      const code = element(node, 'code', [text(node.value)], { className: [`language-${node.lang}`] });
      return { type: 'element', tagName: 'pre', properties: {}, children: [code] };
    }
    case 'table':
      return element(node, 'table', tableParts(node.children));
    case 'containerDirective':
      // A component shows the content of its children in a form of its own.
      return isPart(node)
        ? { type: 'element', tagName: partElement, properties: node.data?.hProperties ?? {}, children: [] }
        : element(node, node.name, toHast(node.children));
    default:
      throw unknown(node);
  }
}

/** The first row is the heading. */
function tableParts([head, ...rows]: readonly TableRow[]): ElementContent[] {
  const row = (node: TableRow, cell: string): Element =>
    element(
      node,
      'tr',
      node.children.map((each) => element(each, cell, phrasing(each.children))),
    );
  return [
    element({}, 'thead', head ? [row(head, 'th')] : []),
    ...(rows.length === 0
      ? []
      : [
          element(
            {},
            'tbody',
            rows.map((each) => row(each, 'td')),
          ),
        ]),
  ];
}

/** Returns what an item contains; in a tight list, its words without a paragraph. */
const itemContent = (blocks: readonly RootContent[], isLoose: boolean): ElementContent[] =>
  blocks.flatMap((block) => (block.type === 'paragraph' && !isLoose ? phrasing(block.children) : blockElement(block)));

const phrasing = (nodes: readonly PhrasingContent[]): ElementContent[] => nodes.map(inlineElement);

function inlineElement(node: PhrasingContent): ElementContent {
  switch (node.type) {
    case 'text':
      return text(node.value);
    case 'inlineCode':
      return element(node, 'code', [text(node.value)]);
    case 'link':
      return element(node, 'a', phrasing(node.children), { href: normalizeUri(node.url) });
    case 'strong':
      return element(node, 'strong', phrasing(node.children));
    case 'emphasis':
      return element(node, 'em', phrasing(node.children));
    case 'textDirective':
      return element(node, node.name, phrasing(node.children));
    default:
      throw unknown(node);
  }
}

const text = (value: string): Text => ({ type: 'text', value });

/** Makes an element with the name and the attributes that a node asks for. */
function element(
  { data }: { readonly data?: Data | undefined },
  tagName: string,
  children: ElementContent[],
  own?: Properties,
): Element {
  // A copy, so that changes to the tree do not reach the document.
  return { type: 'element', tagName: data?.hName ?? tagName, properties: { ...own, ...data?.hProperties }, children };
}

const unknown = ({ type }: Nodes): TypeError => new TypeError(`a document holds ${type}, which no page is made of`);
