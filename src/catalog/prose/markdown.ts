/** The Markdown that texts of the catalogs and hand-written pages are written in. */
import type { PhrasingContent, Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** GFM, and emphasis that works beside Chinese punctuation. */
export const remarkPlugins = [remarkGfm, remarkCjkFriendly] as const;

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly).freeze();

/** Parses Markdown as the site's pages are parsed. */
export const parseMarkdown = (source: string): Root => processor.parse(source);

/** The kinds of node that a text may consist of, with their children but without positions. */
export type ProseNode = Extract<PhrasingContent, { type: 'text' | 'inlineCode' | 'link' | 'strong' | 'emphasis' }>;
