/** Adds to Markdown's own HTML what pages need: coloured code, links of headings, addresses with the base path. */
import type { Element, ElementContent, Parents, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import http from 'highlight.js/lib/languages/http';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import { createLowlight } from 'lowlight';
import type { Plugin } from 'unified';
import { withBase } from '../catalog/paths.ts';

export interface PageOptions {
  /** The base path, with a slash at both ends: it is put before addresses of the site. */
  readonly base: string;
}

/** Does to hand-written pages what is done to every page, as a rehype plugin; they write their links themselves. */
export const rehypeHandwritten: Plugin<[], Root> = () => (tree) => decorate(tree, { base: undefined });

interface Options {
  readonly base: string | undefined;
}

/** Does all of it in one pass over a tree: most of the time of a page goes into walking its tree. */
export function decorate(parent: Parents, options: Options): void {
  parent.children.forEach((child, index) => {
    if (child.type !== 'element') return;
    decorate(child, options);
    parent.children[index] = decorated(child, options);
  });
}

function decorated(element: Element, { base }: Options): Element {
  switch (element.tagName) {
    case 'a':
      if (base !== undefined) leadOn(element, base);
      return element;
    case 'code':
      // Code is never translated.
      element.properties['translate'] ??= 'no';
      return element;
    case 'pre':
      return codeBlock(element);
    case 'h2':
    case 'h3':
      return linkedHeading(element, base);
    default:
      return element;
  }
}

/** Puts the base path before an address of the site, and marks one that leads to another site. */
function leadOn({ properties }: Element, base: string): void {
  const { href } = properties;
  if (typeof href !== 'string') return;
  if (href.startsWith('/')) properties['href'] = withBase(base, href);
  else if (/^https?:/.test(href)) properties['rel'] = ['external', 'nofollow'];
}

/** Gives a heading with an anchor a link to it, or to where `data-link` says. */
function linkedHeading(heading: Element, base = '/'): Element {
  const { id, dataLink, ...properties } = heading.properties;
  if (typeof id !== 'string') return heading;
  heading.properties = { id, ...properties };
  const sign: Element = element('span', { ariaHidden: 'true' }, [{ type: 'text', value: '#' }]);
  const link = element(
    'a',
    {
      className: ['heading-link'],
      href: typeof dataLink === 'string' ? withBase(base, dataLink) : `#${id}`,
      // Labelled by the heading, in fewer bytes than a label of its own would take.
      ariaLabelledBy: id,
    },
    [sign],
  );
  return element('div', { className: ['heading'], dataLevel: heading.tagName.slice(1) }, [heading, link]);
}

const element = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

/** Sets classes instead of styles, which the policy does not allow. Languages not listed here stay plain. */
const highlighter = createLowlight({ http, javascript, json, python });
const prefix = 'hl-';

/** Colours a block of code, makes it scrollable by keyboard, and makes room for a button. */
function codeBlock(pre: Element): Element {
  const [code] = pre.children;
  if (code?.type === 'element' && code.tagName === 'code') {
    const language = /\blanguage-(\S+)/.exec([code.properties['className'] ?? []].flat().join(' '))?.[1];
    delete code.properties['className'];
    if (language !== undefined && highlighter.registered(language)) {
      code.children = coloured(language, textOf(code));
    }
  }
  pre.properties['tabIndex'] = 0;
  return element('div', { className: ['code'] }, [pre]);
}

const known = new Map<string, ElementContent[]>();
/** No more than this are kept: an example is the same in every language, but there may be ten thousand. */
const mostKnown = 4096;

/** Colours code. The result is shared and must not be changed. */
function coloured(language: string, code: string): ElementContent[] {
  const key = `${language}\n${code}`;
  const before = known.get(key);
  if (before) return before;
  const { children } = highlighter.highlight(language, code, { prefix });
  const after = children.map((child) => withoutNoise(child as ElementContent));
  if (known.size < mostKnown) known.set(key, after);
  return after;
}

/** Classes without a colour of their own: brackets and commas, which are most of the highlighter's elements. */
const uncoloured = new Set(['punctuation', 'operator', 'params'].map((name) => `${prefix}${name}`));

/** Puts words in place of elements that would not be seen; of two around the same words, removes the inner one. */
function withoutNoise(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  const [only, ...others] = node.children.map(withoutNoise);
  const isNoise = [node.properties['className'] ?? []].flat().some((name) => uncoloured.has(String(name)));
  if (only && others.length === 0 && (isNoise || only.type === 'element')) {
    if (isNoise) return only;
    return only.type === 'element' ? { ...node, children: only.children } : node;
  }
  return { ...node, children: only ? [only, ...others] : [] };
}
