/** Makes the full-text search's record of a page written by hand. */
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';
import { parse as parseYaml } from 'yaml';
import type { Locale } from '../../locales.ts';
import { recordLanguage, type SearchRecord } from './records.ts';

/**
 * Makes the record of a page.
 * @param source the page as MDX, with its front matter
 * @throws if it is not valid MDX, just as the page itself does
 */
export function handwrittenRecord(url: string, locale: Locale, source: string): SearchRecord {
  const tree = fromMarkdown(source, {
    extensions: [frontmatter(), gfm(), mdxjs()],
    mdastExtensions: [frontmatterFromMarkdown(), gfmFromMarkdown(), mdxFromMarkdown()],
  });
  const front = tree.children.find(({ type }) => type === 'yaml');
  const { title }: { title: string } = parseYaml(front && 'value' in front ? front.value : '');
  return {
    url,
    content: [title, ...textsOf(tree)].join('\n'),
    language: recordLanguage(locale),
    meta: { title },
  };
}

/** Returns the texts of a tree, each in one piece as a reader sees it; imports and expressions are not texts. */
function textsOf(node: Nodes): string[] {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return [node.value];
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      return [node.children.flatMap(textsOf).join('')];
    default:
      return 'children' in node ? node.children.flatMap(textsOf) : [];
  }
}
