/** The Markdown that texts of the catalogs and hand-written pages are written in. */
import { createRequire } from 'node:module';
import type { PhrasingContent, Root } from 'mdast';
import type { PluggableList } from 'unified';

/**
 * Loads the library only when a text first needs it: hardly any does (fast-inline.ts), and otherwise each of a build's
 * threads would load it.
 */
const load = createRequire(import.meta.url);

const pluginOf = (name: string): PluggableList[number] => load(name).default;

/** GFM, and emphasis that works beside Chinese punctuation. */
export const remarkPlugins = (): PluggableList => ['remark-gfm', 'remark-cjk-friendly'].map(pluginOf);

let parse: ((source: string) => Root) | undefined;

/** Parses Markdown as the site's pages are parsed. */
export function parseMarkdown(source: string): Root {
  if (!parse) {
    const { unified } = load('unified') as typeof import('unified');
    const processor = unified()
      .use([pluginOf('remark-parse'), ...remarkPlugins()])
      .freeze();
    parse = (text) => processor.parse(text) as Root;
  }
  return parse(source);
}

/** The kinds of node that a text may consist of, with their children but without positions. */
export type ProseNode = Extract<PhrasingContent, { type: 'text' | 'inlineCode' | 'link' | 'strong' | 'emphasis' }>;
