/** What pages of Markdown have beside its own HTML: coloured code, links of headings, addresses below the base path. */
import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import http from 'highlight.js/lib/languages/http';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import rehypeHighlight from 'rehype-highlight';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { withBase } from '../catalog/paths.ts';
import { ui } from '../i18n/index.ts';
import type { Locale } from '../locales.ts';

/** The plugins of every page, hand-written ones too. */
export const rehypePlugins = (locale: Locale): readonly Plugin<[], Root>[] => [
  () => highlight,
  () => (tree) => headingLinks(tree, locale),
  () => codeBlocks,
];

/** Classes, no styles: the policy allows none. Languages that are not named stay plain. */
const highlight = rehypeHighlight({
  languages: { http, javascript, json, python },
  plainText: ['text'],
  // `hljs` on the element itself would be one class more for each block.
  prefix: 'hl-',
});

/** A heading with an anchor has a link to it, or to where `data-link` says. */
function headingLinks(tree: Root, locale: Locale): void {
  visit(tree, 'element', (node, index, parent) => {
    const { id, dataLink, ...properties } = node.properties;
    if (!/^h[23]$/.test(node.tagName) || typeof id !== 'string' || !parent || index === undefined) return;
    node.properties = { id, ...properties };
    const link: Element = {
      type: 'element',
      tagName: 'a',
      properties: {
        className: ['heading-link'],
        href: typeof dataLink === 'string' ? dataLink : `#${id}`,
        ariaLabel: ui[locale].builtin.heading(textOf(node)),
      },
      children: [
        {
          type: 'element',
          tagName: 'span',
          properties: { ariaHidden: 'true' },
          children: [{ type: 'text', value: '#' }],
        },
      ],
    };
    parent.children[index] = {
      type: 'element',
      tagName: 'div',
      properties: { className: ['heading'], dataLevel: node.tagName.slice(1) },
      children: [node, link],
    };
    return [SKIP, index + 1];
  });
}

/** Code is never translated, and a block that is wider than the page can be scrolled by keyboard. */
function codeBlocks(tree: Root): void {
  visit(tree, 'element', (node) => {
    if (node.tagName === 'code') node.properties['translate'] ??= 'no';
    if (node.tagName === 'pre') node.properties = { ...node.properties, tabIndex: 0, translate: 'no' };
  });
}

export interface SiteLinks {
  /** The base path, with a slash at both ends. */
  readonly base: string;
}

/** Puts the base path before addresses of the site, and marks those that lead away from it. */
export function siteLinks(tree: Root, { base }: SiteLinks): void {
  visit(tree, 'element', ({ tagName, properties }) => {
    const { href } = properties;
    if (tagName !== 'a' || typeof href !== 'string') return;
    if (href.startsWith('/')) properties['href'] = withBase(base, href);
    else if (/^https?:/.test(href)) properties['rel'] = ['external', 'nofollow'];
  });
}
