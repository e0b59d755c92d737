/** Writes documents as MDX, for reviewers: a directive becomes an element or a component. */
import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { mdxToMarkdown } from 'mdast-util-mdx';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { toMarkdown } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';
import { type Document, isPart } from './nodes.ts';
import { options } from './serialise.ts';
import { attributeName } from './to-html.ts';

/** Writes the page as MDX, with its front matter. */
export function mdxText({ title, description, head, body }: Document): string {
  const root: Root = { type: 'root', children: [...head, ...body].map(element) as RootContent[] };
  const extensions = [...(options.extensions ?? []), mdxToMarkdown()];
  return `---\n${stringify({ title, description }, { lineWidth: 0 })}---\n\n${toMarkdown(root, { ...options, extensions })}`;
}

/** Returns the name of a component, as CodeTable for `code-table`. */
const componentName = (part: string): string =>
  part.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

function element(node: Nodes): Nodes {
  const { data, ...plain } = node;
  if (!('children' in node)) return plain as Nodes;
  const children = (node.children as Nodes[]).map(element);
  if (node.type === 'containerDirective') {
    const name = isPart(node) ? componentName(node.name) : node.name;
    const properties = isPart(node) ? node.attributes : data?.hProperties;
    return { type: 'mdxJsxFlowElement', name, attributes: attributes(properties), children } as MdxJsxFlowElement;
  }
  if (node.type === 'textDirective') {
    return {
      type: 'mdxJsxTextElement',
      name: node.name,
      attributes: attributes(data?.hProperties),
      children: children as PhrasingContent[],
    } as MdxJsxTextElement;
  }
  return { ...plain, children } as Nodes;
}

/** Returns attributes as in Astro's MDX; leaves out what is false or missing. */
const attributes = (properties: Readonly<Record<string, unknown>> | null | undefined): MdxJsxAttribute[] =>
  Object.entries(properties ?? {})
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => ({
      type: 'mdxJsxAttribute',
      name: attributeName(name),
      value: value === true ? null : [value].flat().join(' '),
    }));
