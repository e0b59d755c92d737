/** Writes a Markdown tree as text. Text in it is read back as the same text, whatever characters it contains. */
import type { RootContent } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import { plainBlock } from './fast-markdown.ts';

/**
 * Some Markdown readers know directives, so a colon in a text must not begin one. The package's own
 * pattern has a condition on the preceding character, and is skipped if that one is escaped. An address in angle
 * brackets may begin with any of these marks (CommonMark, "email autolink"); the package looks for letters only.
 */
const furtherMarks: Options = {
  unsafe: [
    { character: '<', after: "[\\w.!#$%&'*+/=?^`{|}~-]+@", inConstruct: ['phrasing'] },
    ...(directiveToMarkdown().unsafe ?? []),
    { character: ':', after: '[^\\s\\p{P}\\p{S}]', inConstruct: ['phrasing'], unicode: true },
  ],
};

/** The options with which every Markdown file of the site is written. */
export const options: Options = {
  bullet: '-',
  fences: true,
  listItemIndent: 'one',
  rule: '-',
  extensions: [gfmToMarkdown({ tablePipeAlign: false }), furtherMarks],
};

/** Writes one block as the library does. */
export const serialiseWith = (block: RootContent): string =>
  toMarkdown({ type: 'root', children: [block] }, options).trimEnd();

/**
 * Writes blocks as text, with one line break at the end.
 * @throws Error for two lists of one kind side by side: they would be read back as one
 */
export function serialise(blocks: readonly RootContent[]): string {
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    if (block.type === 'list' && before?.type === 'list' && block.ordered === before.ordered) {
      throw new Error('two lists side by side: put a heading or a paragraph between them');
    }
  }
  return `${blocks.map((block) => plainBlock(block, serialiseWith) ?? serialiseWith(block)).join('\n\n')}\n`;
}
