/** Checks what a text may contain: inline Markdown that only marks up words and links to safe places. */
import type { Nodes } from 'mdast';
import { quoted } from '../schema/text.ts';
import { fastInline } from './fast-inline.ts';
import { parseMarkdown } from './markdown.ts';
import { plainText } from './prose.ts';
import { parseReference } from './references.ts';

const allowed = 'one line of words with code spans, links, *emphasis* and **strong emphasis**';

/** Plain names for the kinds of node that are rejected. */
const names: Readonly<Partial<Record<Nodes['type'], string>>> = {
  html: 'HTML',
  image: 'an image',
  imageReference: 'an image',
  footnoteReference: 'a footnote',
  footnoteDefinition: 'a footnote',
  definition: 'the target of a reference link',
  linkReference: 'a reference link',
  delete: 'struck-out words',
  break: 'a line break',
  heading: 'a heading',
  list: 'a list',
  blockquote: 'a quotation',
  code: 'a block of code',
  table: 'a table',
  thematicBreak: 'a ruler',
};

/** Describes the first thing that a text may not contain, and what is expected; `undefined` if there is none. */
export function proseFault(source: string): string | undefined {
  const nodes: readonly Nodes[] = fastInline(source) ?? parseMarkdown(source).children;
  const [only, ...more] = nodes;
  if (only?.type === 'paragraph' && more.length === 0) return faultIn(only.children, source);
  return faultIn(nodes, source);
}

function faultIn(nodes: readonly Nodes[], source: string): string | undefined {
  for (const node of nodes) {
    const fault =
      nodeFault(node, source) ?? ('children' in node ? faultIn(node.children as Nodes[], source) : undefined);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function nodeFault(node: Nodes, source: string): string | undefined {
  switch (node.type) {
    case 'text':
    case 'strong':
    case 'emphasis':
      return undefined;
    case 'inlineCode':
      return node.value.trim() === '' ? `holds a code span without code, expected ${allowed}` : undefined;
    case 'link':
      return linkFault(node.url, plainText(node.children), node.title ?? undefined);
    default: {
      const { position } = node;
      const excerpt = position ? source.slice(position.start.offset, position.end.offset) : source;
      return `holds ${names[node.type] ?? node.type}, ${quoted(excerpt)}, expected ${allowed}; a character that is meant literally has a backslash before it, or stands in a code span`;
    }
  }
}

/** Characters that a browser drops from an address (control characters, white space) or reads as a slash. */
const unsafe = /[\s\\\p{C}]/u;

/** An address: with a scheme, with www., or a domain with a path. */
const looksLikeAddress = /^(?:[a-z][a-z0-9+.-]*:\/\/\S+|www\.\S+|(?:[a-z0-9-]+\.)+[a-z]{2,}\/\S*)$/i;

function linkFault(url: string, words: string, title: string | undefined): string | undefined {
  const target = quoted(url);
  if (title !== undefined) return `holds a link to ${target} with a title, expected none: touch screens never show it`;
  if (words.trim() === '') return `holds a link to ${target} without words, expected some to follow it by`;
  if (parseReference(url, 'any')) return undefined;
  const address = URL.parse(url);
  if (!/^https:\/\//i.test(url) || unsafe.test(url) || address?.protocol !== 'https:') {
    return `holds a link to ${target}, expected an https address, a code of this catalog as 1002, or a page of the atlas as /tickdb/1001, /tickdb or /problems/rate-limited`;
  }
  if (address.username !== '' || address.password !== '') {
    return `holds a link to ${target}, expected an address without a user's name`;
  }
  const named = looksLikeAddress.test(words.trim()) ? words.trim() : undefined;
  return named !== undefined &&
    URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(named) ? named : `https://${named}`)?.href !== address.href
    ? `holds a link to ${target} whose words are another address, ${quoted(named)}, expected words, or the same address`
    : undefined;
}
