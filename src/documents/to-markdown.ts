/** Documents as Markdown files: directives by what they say, addresses whole, links to twins where there are some. */
import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { absolute, hasTwin, twinPath } from '../catalog/paths.ts';
import type { Prose } from '../catalog/prose/prose.ts';
import { ui } from '../i18n/index.ts';
import { type Block, type Document, isShared, link, paragraph } from './nodes.ts';
import { serialise } from './serialise.ts';

/** Where the site is published. */
export interface SiteAddress {
  /** Origin, without a slash at the end. */
  readonly site: string;
  /** Base path, with a slash at both ends. */
  readonly base: string;
}

/** The Markdown twin of a page. */
export const twinText = (document: Document, site: SiteAddress): string =>
  [headText(document, site), blocksText(document, document.body, site)].join('\n');

/** The same without what several pages share, for a file that holds all of them. */
export const ownText = (document: Document, site: SiteAddress): string =>
  [
    headText(document, site),
    blocksText(
      document,
      document.body.filter((block) => !isShared(block)),
      site,
    ),
  ].join('\n');

/** The title first, then where the page itself is. */
function headText(document: Document, site: SiteAddress): string {
  const [title, ...rest] = plainBlocks(document.head, document.path, site);
  const { page, colon } = ui[document.locale].programs;
  const address = absolute(site, document.path);
  return serialise([...(title ? [title] : []), paragraph(`${page}${colon}`, link(address, address)), ...rest]);
}

/** Blocks that are the same object on many pages are written once. */
const written = new WeakMap<SiteAddress, WeakMap<Block, string>>();

function blocksText({ path }: Document, blocks: readonly Block[], site: SiteAddress): string {
  const known = written.get(site) ?? new WeakMap<Block, string>();
  written.set(site, known);
  return blocks
    .map((block) => {
      const before = isShared(block) ? known.get(block) : undefined;
      const text = before ?? serialise(plainBlocks([block], path, site));
      if (isShared(block)) known.set(block, text);
      return text;
    })
    .join('\n');
}

/** Blocks that belong to no page, as Markdown. */
export const blocksAsText = (blocks: readonly Block[], site: SiteAddress): string =>
  serialise(plainBlocks(blocks, '', site));

/** A text of the catalogs as a Markdown line of its own, with whole addresses. */
export const proseMarkdown = (text: Prose, site: SiteAddress): string =>
  text.source.includes('](')
    ? serialise([
        { type: 'paragraph', children: plainPhrasing(text.nodes, '', (path) => absolute(site, path)) },
      ]).trimEnd()
    : text.source;

/**
 * The tree of plain Markdown: mdast without directives, without attributes, with whole addresses.
 * @param page the page's own address, for links to its anchors
 */
export function plainBlocks(blocks: readonly RootContent[], page: string, site: SiteAddress): RootContent[] {
  const address = (path: string): string => {
    const [target = '', anchor] = path.split('#');
    const file = hasTwin(target) ? twinPath(target) : target;
    return absolute(site, anchor === undefined ? file : `${file}#${anchor}`);
  };
  return blocks.flatMap((block) => plainBlock(block, page, address));
}

function plainBlock(block: RootContent, page: string, address: (path: string) => string): RootContent[] {
  if (block.type === 'containerDirective') {
    return block.children.flatMap((child) => plainBlock(child, page, address));
  }
  if (!('children' in block)) return [withoutData(block)];
  const children =
    block.type === 'paragraph' || block.type === 'heading' || block.type === 'tableCell'
      ? plainPhrasing(block.children, page, address)
      : (block.children as RootContent[]).flatMap((child) => plainBlock(child, page, address));
  return [withoutData({ ...block, children } as RootContent)];
}

const withoutData = <N extends Nodes>({ data: _, ...node }: N): N => node as N;

/** Words without elements around them; neighbouring ones are one text. */
function plainPhrasing(
  nodes: readonly PhrasingContent[],
  page: string,
  address: (path: string) => string,
): PhrasingContent[] {
  const plain: PhrasingContent[] = [];
  const add = (node: PhrasingContent): void => {
    const last = plain.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      plain[plain.length - 1] = { type: 'text', value: last.value + node.value };
    else plain.push(node);
  };
  for (const node of nodes) {
    if (node.type === 'textDirective') {
      if (node.name === 'small') add({ type: 'text', value: '· ' });
      for (const child of plainPhrasing(node.children, page, address)) add(child);
    } else if (node.type === 'link') {
      const [only] = node.children;
      const url = /^[#/]/.test(node.url)
        ? address(node.url.startsWith('#') ? `${page}${node.url}` : node.url)
        : node.url;
      // A path that is its own label is shown as the whole address that it leads to.
      const isLabel = only?.type === 'text' && only.value === node.url;
      const children: PhrasingContent[] = isLabel
        ? [{ type: 'text', value: url }]
        : plainPhrasing(node.children, page, address);
      add({ type: 'link', url, children });
    } else if ('children' in node) {
      add(withoutData({ ...node, children: plainPhrasing(node.children, page, address) } as PhrasingContent));
    } else add(withoutData(node));
  }
  return plain;
}
