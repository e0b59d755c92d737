/**
 * Writes blocks that need no escape as they are. Most blocks of most pages are of this kind, and
 * searching them for everything that Markdown could take for markup takes nine tenths of the time of a
 * large catalog. A property test ensures that any result is the same as the library's.
 */
import type { List, ListItem, PhrasingContent, RootContent, Table, TableCell } from 'mdast';

/** Writes any block, as the library does. */
type Library = (block: RootContent) => string;

/**
 * What may need an escape: the characters that mean something to Markdown, GFM or directives anywhere
 * in a line, those that do so at its beginning, and white space at either end.
 */
const telling = /[\\`*_~<>[\]|&\r\n\t@!{}#]|:(?!\s)|[Ww]\.[-.\w]|^[\s+=\-(]|^\d+[.)]|\s$/u;

/** An address that needs no escape in angle brackets or parentheses; the library escapes a further colon. */
const plainAddress = /^https?:\/\/[\w.~/%#?=-]+$/;

/**
 * @param library writes the items of a list and the cells of a table that need an escape
 * @returns the block as Markdown, or undefined if the library has to write all of it
 */
export function plainBlock(block: RootContent, library: Library): string | undefined {
  switch (block.type) {
    case 'heading': {
      const text = plainInline(block.children);
      return text && `${'#'.repeat(block.depth)} ${text}`;
    }
    case 'paragraph':
      return plainInline(block.children);
    case 'list':
      return plainList(block, library);
    case 'table':
      return plainTable(block, library);
    case 'code':
      return block.value === '' || block.value.includes('```')
        ? undefined
        : `\`\`\`${block.lang ?? ''}\n${block.value}\n\`\`\``;
    default:
      return undefined;
  }
}

const plainList = ({ ordered, children }: List, library: Library): string =>
  children
    .map((item, index) => {
      const text = plainItem(item);
      return text === undefined
        ? library({ type: 'list', ordered: ordered ?? false, start: index + 1, spread: false, children: [item] })
        : `${ordered ? `${index + 1}.` : '-'} ${text}`;
    })
    .join('\n');

function plainTable({ children: rows }: Table, library: Library): string | undefined {
  const columns = rows[0]?.children.length ?? 0;
  if (columns === 0 || rows.some(({ children }) => children.length !== columns)) return undefined;
  const cells = rows.map(({ children }) =>
    children.map((cell) => plainInline(cell.children) ?? loneCell(cell, library)),
  );
  if (cells.some((row) => row.includes(undefined))) return undefined;
  const [head = [], ...others] = cells;
  return [head, head.map(() => '-'), ...others].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** Writes a cell as in a table of its own; `undefined` if it takes several lines, as code with a line break does. */
function loneCell(cell: TableCell, library: Library): string | undefined {
  const [line = '', , ...more] = library({
    type: 'table',
    children: [{ type: 'tableRow', children: [cell] }],
  }).split('\n');
  return more.length > 0 ? undefined : line.slice('| '.length, -' |'.length);
}

function plainItem({ children: [only, ...others] }: ListItem): string | undefined {
  return only?.type === 'paragraph' && others.length === 0 ? plainInline(only.children) : undefined;
}

function plainInline(nodes: readonly PhrasingContent[]): string | undefined {
  let text = '';
  for (const [index, node] of nodes.entries()) {
    const part = plainPart(node, index === 0, index === nodes.length - 1);
    if (part === undefined) return undefined;
    text += part;
  }
  return text === '' ? undefined : text;
}

function plainPart(node: PhrasingContent, first: boolean, last: boolean): string | undefined {
  switch (node.type) {
    case 'text': {
      // The x stands for a neighbouring part, so that patterns for the two ends match only at the ends of the whole.
      const value = `${first ? '' : 'x'}${node.value}${last ? '' : 'x'}`;
      return telling.test(value) ? undefined : node.value;
    }
    case 'inlineCode':
      return /^\s|\s$|[`\r\n|]|^$/u.test(node.value) ? undefined : `\`${node.value}\``;
    case 'link': {
      const [child] = node.children;
      if (node.title || !plainAddress.test(node.url)) return undefined;
      if (node.children.length === 1 && child?.type === 'text' && child.value === node.url) return `<${node.url}>`;
      const text = plainInline(node.children);
      return text && `[${text}](${node.url})`;
    }
    default:
      return undefined;
  }
}
