/** Writes documents as HTML: makes a tree, decorates it as on all pages, and writes it, with components in between. */
import type { ElementContent, Properties, Root } from 'hast';
import { type Block, type Inline, isKept, type PartName, paragraph, partElement } from './nodes.ts';
import { decorate, type PageOptions } from './rehype.ts';
import { toHast } from './to-hast.ts';

/** HTML, or a component with what it shows. */
export type Piece = string | { readonly name: PartName; readonly attributes: Readonly<Record<string, string>> };

/** @returns pieces in the order of the page */
export function htmlPieces(blocks: readonly Block[], options: PageOptions): Piece[] {
  const pieces: Piece[] = [];
  for (const block of blocks) {
    const more = isKept(block) ? keptPieces(block, options) : makePieces(block, options);
    for (const piece of more) addPiece(pieces, piece);
  }
  return pieces;
}

/** Writes inline words, for a component. */
export function inlineHtml(items: readonly Inline[], options: PageOptions): string {
  const [paragraphElement] = toHast([paragraph(...items)]);
  const pieces: Piece[] = [];
  if (paragraphElement?.type === 'element') {
    decorate(paragraphElement, options);
    for (const child of paragraphElement.children) write(pieces, child);
  }
  return pieces.join('');
}

/** What was written for blocks that are the same object on many pages: each is written once. */
const written = new Map<string, WeakMap<Block, readonly Piece[]>>();

function keptPieces(block: Block, options: PageOptions): readonly Piece[] {
  const known = written.get(options.base) ?? new WeakMap<Block, readonly Piece[]>();
  written.set(options.base, known);
  const pieces = known.get(block) ?? makePieces(block, options);
  known.set(block, pieces);
  return pieces;
}

function makePieces(block: Block, options: PageOptions): readonly Piece[] {
  const root: Root = { type: 'root', children: toHast([block]) };
  decorate(root, options);
  const pieces: Piece[] = [];
  for (const child of root.children) write(pieces, child as ElementContent);
  return pieces;
}

function write(pieces: Piece[], node: ElementContent): void {
  if (node.type === 'text') addPiece(pieces, escapeText(node.value));
  if (node.type !== 'element') return;
  const { tagName, properties, children } = node;
  if (tagName === partElement) {
    const { name, ...attributes } = properties as Record<string, string>;
    pieces.push({ name: name as PartName, attributes });
    return;
  }
  addPiece(pieces, `<${tagName}${attributesOf(properties)}>`);
  for (const child of children) write(pieces, child);
  addPiece(pieces, `</${tagName}>`);
}

/** Adds a piece; neighbouring texts become one. */
function addPiece(pieces: Piece[], piece: Piece): void {
  const last = pieces.length - 1;
  const before = pieces[last];
  if (typeof piece === 'string' && typeof before === 'string') pieces[last] = before + piece;
  else pieces.push(piece);
}

function attributesOf(properties: Properties): string {
  let text = '';
  for (const name in properties) {
    const value = properties[name];
    if (value === undefined || value === null || value === false) continue;
    text += ` ${attributeName(name)}`;
    if (value !== true) text += `="${escapeAttribute(Array.isArray(value) ? value.join(' ') : String(value))}"`;
  }
  return text;
}

const names = new Map([
  ['className', 'class'],
  ['ariaLabelledBy', 'aria-labelledby'],
]);

/** Returns the HTML name: `className` is class, `dataLevel` data-level, `ariaLabel` aria-label, `hrefLang` hreflang. */
export function attributeName(property: string): string {
  const known = names.get(property);
  if (known !== undefined) return known;
  const name = /^(?:data|aria)[A-Z]/.test(property)
    ? property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    : property.toLowerCase();
  names.set(property, name);
  return name;
}

const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const escapeAttribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
