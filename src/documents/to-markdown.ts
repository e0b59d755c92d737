/** Writes documents as Markdown files: children of directives, full addresses, links to twins if there are any. */
import type { PhrasingContent, RootContent } from 'mdast';
import { absolute, hasTwin, twinPath } from '../catalog/paths.ts';
import type { Prose } from '../catalog/prose/prose.ts';
import { ui } from '../i18n/index.ts';
import { type Block, type Document, isKept, isRepeated, link, paragraph } from './nodes.ts';
import { serialise } from './serialise.ts';

/** Where the site is published. */
export interface SiteAddress {
  /** Origin, without a slash at the end. */
  readonly site: string;
  /** Base path, with a slash at both ends. */
  readonly base: string;
}

/** A page as Markdown. */
export interface PageTexts {
  /** All of it: its twin. */
  readonly twin: string;
  /** The same without what has a page of its own, for a file with all of them. */
  readonly own: string;
}

/** Returns both texts of a page, writing each of its blocks once. */
export function pageTexts(document: Document, site: SiteAddress): PageTexts {
  const head = headText(document, site);
  const body = blockTexts(document, document.body, site);
  const own = body.filter((_text, index) => !isRepeated(document.body[index] as Block));
  return { twin: [head, ...body].join('\n'), own: [head, ...own].join('\n') };
}

/** Returns the Markdown twin of a page. */
export const twinText = (document: Document, site: SiteAddress): string => pageTexts(document, site).twin;

/** Writes the title first, then the page's own address. */
function headText(document: Document, site: SiteAddress): string {
  const [title, ...rest] = plainBlocks(document.head, document.path, site);
  const { page, colon } = ui[document.locale].programs;
  const address = absolute(site, document.path);
  return serialise([...(title ? [title] : []), paragraph(`${page}${colon}`, link(address, address)), ...rest]);
}

/** What was written for blocks that are the same object on many pages: each is written once. */
const written = new WeakMap<SiteAddress, WeakMap<Block, string>>();

function blockTexts({ path }: Document, blocks: readonly Block[], site: SiteAddress): string[] {
  const known = written.get(site) ?? new WeakMap<Block, string>();
  written.set(site, known);
  return blocks.map((block) => {
    const before = isKept(block) ? known.get(block) : undefined;
    const text = before ?? serialise(plainBlocks([block], path, site));
    if (isKept(block)) known.set(block, text);
    return text;
  });
}

/** Writes blocks that do not belong to a page as Markdown. */
export const blocksAsText = (blocks: readonly Block[], site: SiteAddress): string =>
  serialise(plainBlocks(blocks, '', site));

const proseLines = new WeakMap<Prose, string>();

/** Writes a text of the catalogs as a Markdown line of its own, with full addresses. A process writes for one site. */
export function proseMarkdown(text: Prose, site: SiteAddress): string {
  if (!text.source.includes('](')) return text.source;
  const known = proseLines.get(text);
  if (known !== undefined) return known;
  const children = plainPhrasing(text.nodes, (url) => (url.startsWith('/') ? absolute(site, url) : url));
  const line = serialise([{ type: 'paragraph', children }]).trimEnd();
  proseLines.set(text, line);
  return line;
}

/**
 * Returns the tree of plain Markdown: mdast without directives, without attributes, with full addresses.
 * @param page the page's own address, for links to its anchors
 */
export function plainBlocks(blocks: readonly RootContent[], page: string, site: SiteAddress): RootContent[] {
  const address: Address = (url) => {
    if (!/^[#/]/.test(url)) return url;
    const [target = '', anchor] = (url.startsWith('#') ? `${page}${url}` : url).split('#');
    const file = hasTwin(target) ? twinPath(target) : target;
    return absolute(site, anchor === undefined ? file : `${file}#${anchor}`);
  };
  const plain: RootContent[] = [];
  for (const block of blocks) addBlock(plain, block, address);
  return plain;
}

/** Returns the full address of a path or an anchor, and any other address as it is. */
type Address = (url: string) => string;

/** Adds a block without its attributes; of a directive, adds the children. */
function addBlock(plain: RootContent[], block: RootContent, address: Address): void {
  switch (block.type) {
    case 'containerDirective':
      for (const child of block.children) addBlock(plain, child, address);
      return;
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      plain.push({ ...block, data: undefined, children: plainPhrasing(block.children, address) } as RootContent);
      return;
    default: {
      if (!('children' in block)) {
        plain.push(block);
        return;
      }
      const children: RootContent[] = [];
      for (const child of block.children) addBlock(children, child as RootContent, address);
      plain.push({ ...block, data: undefined, children } as RootContent);
    }
  }
}

/** Returns words without the elements around them; neighbouring words become one text. */
function plainPhrasing(nodes: readonly PhrasingContent[], address: Address): PhrasingContent[] {
  const plain: PhrasingContent[] = [];
  addPhrasing(plain, nodes, address);
  return plain;
}

function addPhrasing(plain: PhrasingContent[], nodes: readonly PhrasingContent[], address: Address): void {
  for (const node of nodes) {
    switch (node.type) {
      case 'text':
        addText(plain, node.value);
        break;
      case 'textDirective':
        if (node.name === 'small') addText(plain, '· ');
        addPhrasing(plain, node.children, address);
        break;
      case 'link': {
        const url = address(node.url);
        const [only] = node.children;
        // A path that is its own label is shown as the full address that it leads to.
        const isLabel = only?.type === 'text' && only.value === node.url;
        plain.push({
          type: 'link',
          url,
          children: isLabel ? [{ type: 'text', value: url }] : plainPhrasing(node.children, address),
        });
        break;
      }
      case 'inlineCode':
        plain.push({ type: 'inlineCode', value: node.value });
        break;
      case 'strong':
      case 'emphasis':
        plain.push({ type: node.type, children: plainPhrasing(node.children, address) });
        break;
      default:
        throw new TypeError(`a document holds ${node.type}, which no page is made of`);
    }
  }
}

function addText(plain: PhrasingContent[], value: string): void {
  const last = plain.at(-1);
  if (last?.type === 'text') last.value += value;
  else plain.push({ type: 'text', value });
}
