/** HTML, a whole page or tables inside Markdown -> blocks. */
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import type { Block, PageParts, Table } from './types.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const texts = new Set(['p', 'li', 'dt', 'dd']);
/** Elements that begin a line of their own. */
const lineElements = new Set([...headings, ...texts, 'div', 'ul', 'ol', 'pre', 'table', 'tr', 'blockquote', 'section']);
const unseen = new Set(['script', 'style', 'template', 'noscript']);

/** Reads a whole HTML document. */
export function readHtml(html: string): PageParts {
  const document = parse(html, { sourceCodeLocationInfo: true });
  const blocks: Block[] = [];
  const raw: { text: string; line: number }[] = [];
  const visit = (node: Node): void => {
    for (const child of elements(node)) {
      const line = lineOf(child);
      if (child.tagName === 'table') blocks.push({ kind: 'table', table: readTableElement(child, 0) });
      else if (headings.has(child.tagName)) blocks.push({ kind: 'heading', text: plain(child).trim(), line });
      else if (texts.has(child.tagName)) blocks.push({ kind: 'text', text: plain(child).trim(), line });
      else if (child.tagName === 'pre') raw.push({ text: sourceText(child), line });
      else if (!unseen.has(child.tagName)) visit(child);
    }
  };
  visit(document);
  return { blocks, raw };
}

/**
 * Reads the tables in a piece of HTML.
 * @param line line of the file on which the piece begins
 */
export function htmlTables(html: string, line: number): readonly Table[] {
  const tables: Table[] = [];
  const visit = (node: Node): void => {
    for (const child of elements(node)) {
      if (child.tagName === 'table') tables.push(readTableElement(child, line - 1));
      else visit(child);
    }
  };
  visit(parseFragment(html, { sourceCodeLocationInfo: true }));
  return tables;
}

function readTableElement(table: Element, linesBefore: number): Table {
  const rows = elements(table)
    .flatMap((part) => (part.tagName === 'tr' ? [part] : elements(part).filter(({ tagName }) => tagName === 'tr')))
    .map((row) => ({ cells: elements(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th'), row }));
  // Cells that extend into the rows below, by column.
  const reaching = new Map<number, { text: string; rows: number }>();
  const grid = rows.map(({ cells, row }) => {
    const texts: string[] = [];
    const fill = () => {
      for (let above = reaching.get(texts.length); above && above.rows > 0; above = reaching.get(texts.length)) {
        above.rows--;
        texts.push(above.text);
      }
    };
    for (const cell of cells) {
      fill();
      const text = plain(cell).trim();
      reaching.set(texts.length, { text, rows: span(cell, 'rowspan') - 1 });
      texts.push(text, ...Array<string>(span(cell, 'colspan') - 1).fill(''));
    }
    fill();
    return {
      cells: texts,
      line: lineOf(row) + linesBefore,
      isHeader: cells.length > 0 && cells.every(({ tagName }) => tagName === 'th'),
    };
  });
  const [first] = grid;
  // Without heading cells the first row is still a heading if it does not begin with a number.
  const hasHeader = first !== undefined && (first.isHeader || !/^-?\d/.test(first.cells[0] ?? ''));
  return { header: hasHeader ? first.cells : [], rows: hasHeader ? grid.slice(1) : grid };
}

const span = (cell: Element, name: string): number => {
  const value = Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, 1000) : 1;
};

const elements = (node: Node): readonly Element[] =>
  'childNodes' in node ? node.childNodes.filter((child): child is Element => 'tagName' in child) : [];

const lineOf = (element: Element): number => element.sourceCodeLocation?.startLine ?? 1;

/** Returns text as a browser shows it: a line break in the source is a space, a paragraph begins a line. */
function plain(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value.replace(/\s+/g, ' ');
  if (node.nodeName === 'br') return '\n';
  if (!('childNodes' in node) || unseen.has(node.nodeName)) return '';
  const inner = node.childNodes.map(plain).join('');
  return lineElements.has(node.nodeName) ? `\n${inner}\n` : inner;
}

/** Returns the text of a code sample, with its line breaks. */
const sourceText = (node: Node): string =>
  node.nodeName === '#text'
    ? (node as DefaultTreeAdapterTypes.TextNode).value
    : 'childNodes' in node
      ? node.childNodes.map(sourceText).join('')
      : '';
