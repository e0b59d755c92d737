/** What pages of Markdown have beside its own HTML: coloured code, links of headings, addresses below the base path. */
import { basename, dirname } from 'node:path';
import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import http from 'highlight.js/lib/languages/http';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import rehypeHighlight from 'rehype-highlight';
import type { Plugin } from 'unified';
import { CONTINUE, SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { withBase } from '../catalog/paths.ts';
import { ui } from '../i18n/index.ts';
import { defaultLocale, isLocale, type Locale } from '../locales.ts';

/** A rehype plugin for pages of one language. */
export const rehypePage =
  (locale: Locale): Plugin<[], Root> =>
  () =>
  (tree, file) =>
    decorate(tree, file, locale);

/** The same for hand-written pages, which lie in a folder for each language. */
export const rehypeHandwritten: Plugin<[], Root> = () => (tree, file) => {
  const folder = basename(dirname(file.path));
  decorate(tree, file, isLocale(folder) ? folder : defaultLocale);
};

function decorate(tree: Root, file: VFile, locale: Locale): void {
  highlight(tree, file);
  headingLinks(tree, locale);
  codeBlocks(tree);
}

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

/** Code is never translated, and a block of it can be scrolled by keyboard and has room for a button. */
function codeBlocks(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'code') {
      node.properties['translate'] ??= 'no';
      node.children = node.children.map(withoutNoise);
    }
    if (node.tagName !== 'pre' || !parent || index === undefined) return;
    node.properties = { ...node.properties, tabIndex: 0 };
    parent.children[index] = { type: 'element', tagName: 'div', properties: { className: ['code'] }, children: [node] };
    return [CONTINUE, index + 1];
  });
}

/** What has no colour of its own: brackets and commas, which are most of the highlighter's elements. */
const uncoloured = new Set(['hl-punctuation', 'hl-operator', 'hl-params']);

/** Elements that would not be seen give their words alone; of two around the same words, the inner one goes. */
function withoutNoise(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  const [only, ...others] = node.children.map(withoutNoise);
  const isNoise = [node.properties['className'] ?? []].flat().some((name) => uncoloured.has(String(name)));
  if (only && others.length === 0 && (isNoise || only.type === 'element')) {
    return only.type === 'text' || isNoise
      ? only
      : { ...node, children: only.type === 'element' ? only.children : [only] };
  }
  return { ...node, children: only ? [only, ...others] : [] };
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
