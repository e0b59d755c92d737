/**
 * Blocks that need no escape, written as they are. Most blocks of most pages are such, and looking in
 * them for everything that Markdown could take for markup is nine tenths of the time of a large
 * catalog. A property test holds that the result is the library's own wherever there is one.
 */
import type { ListItem, PhrasingContent, RootContent } from 'mdast';

/**
 * What may need an escape: the characters that mean something to Markdown, GFM or directives wherever
 * they stand, those that do at the beginning of a line, and white space at either end.
 */
const telling = /[\\`*_~<>[\]|&\r\n\t@!{}#^$"']|:(?!\s)|[Ww]\.|^[\s+=\-(]|^\d+[.)]|\s$/u;

/** An address that can stand between angle brackets or parentheses as it is. */
const plainAddress = /^https?:\/\/[\w.~/:%#-]+$/;

/** @returns the block as Markdown, or undefined where the library has to look at it */
export function plainBlock(block: RootContent): string | undefined {
  switch (block.type) {
    case 'heading': {
      const text = plainInline(block.children);
      return text && `${'#'.repeat(block.depth)} ${text}`;
    }
    case 'paragraph':
      return plainInline(block.children);
    case 'list': {
      const lines = block.children.map((item, index) => {
        const text = plainItem(item);
        return text && `${block.ordered ? `${index + 1}.` : '-'} ${text}`;
      });
      return lines.includes(undefined) ? undefined : lines.join('\n');
    }
    case 'code':
      return block.value === '' || block.value.includes('```')
        ? undefined
        : `\`\`\`${block.lang ?? ''}\n${block.value}\n\`\`\``;
    default:
      return undefined;
  }
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
      // A blank at the end is told apart from one before the next part.
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
