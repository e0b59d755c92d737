/** Documents as HTML, by remark and rehype. Components stand between pieces of it. */
import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { type Locale, localized } from '../locales.ts';
import { type Block, isShared, type PartName, partElement } from './nodes.ts';
import { rehypePage, type SiteLinks, siteLinks } from './rehype.ts';

/** HTML, or a component with what it shows. */
export type Piece = string | { readonly name: PartName; readonly attributes: Readonly<Record<string, string>> };

const toHtmlTree = localized((locale) => unified().use(remarkRehype).use(rehypePage(locale)).freeze());

const writer = unified()
  .use(rehypeStringify, { characterReferences: { useNamedReferences: true } })
  .freeze();

/**
 * @param base the base path, which goes before addresses of the site
 * @returns what follows one another on the page
 */
export function htmlPieces(blocks: readonly Block[], locale: Locale, base: string): Piece[] {
  const pieces: Piece[] = [];
  for (const block of blocks) {
    for (const piece of piecesOf(block, locale, base)) {
      const last = pieces.at(-1);
      if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
      else pieces.push(piece);
    }
  }
  return pieces;
}

/** Blocks that are the same object on many pages are written once. */
const written = new Map<string, WeakMap<Block, readonly Piece[]>>();

function piecesOf(block: Block, locale: Locale, base: string): readonly Piece[] {
  if (!isShared(block)) return makePieces(block, locale, { base });
  const known = written.get(base) ?? new WeakMap<Block, readonly Piece[]>();
  written.set(base, known);
  const pieces = known.get(block) ?? makePieces(block, locale, { base });
  known.set(block, pieces);
  return pieces;
}

function makePieces(block: Block, locale: Locale, links: SiteLinks): Piece[] {
  const tree = toHtmlTree[locale].runSync({ type: 'root', children: [block] } as Root) as HtmlRoot;
  siteLinks(tree, links);
  const parts = takeParts(tree);
  // Text cannot hold `<!--`: it is escaped.
  return writer
    .stringify(tree)
    .split(/<!--(\d+)-->/)
    .map((piece, index) => (index % 2 === 0 ? piece : parts[Number(piece)]))
    .filter((piece): piece is Piece => piece !== undefined && piece !== '');
}

/** Takes the components out of a tree; numbered comments stand in their places. */
function takeParts(node: HtmlRoot | HtmlRoot['children'][number], parts: Exclude<Piece, string>[] = []) {
  if (!('children' in node)) return parts;
  node.children.forEach((child, index) => {
    if (child.type !== 'element') return;
    if (child.tagName !== partElement) {
      takeParts(child, parts);
      return;
    }
    const { name, ...attributes } = child.properties as Record<string, string>;
    node.children[index] = { type: 'comment', value: String(parts.length) };
    parts.push({ name: name as PartName, attributes });
  });
  return parts;
}
