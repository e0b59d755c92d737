/** The built site as files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, html, parse } from 'parse5';
import { settings } from '../../../src/settings.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

export const dist = settings.outDir;

if (!existsSync(join(dist, 'index.html'))) {
  throw new Error(`There is no built site in ${dist}: run npm run build first`);
}

/** Returns the paths of all HTML files, relative to the site's root. */
export const htmlFiles = (): string[] =>
  readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();

export const read = (path: string): string => readFileSync(join(dist, path), 'utf8');

export const parsePage = (path: string): Node => parse(read(path));

/** Parses a page without its body, which makes up most of it: for checks of every page. */
export const parseHead = (path: string): Node => parse(/^[\s\S]*?<\/head>/.exec(read(path))?.[0] ?? '');

/** Returns all text of a node, as a browser has it before layout. */
export function textOf(node: Node): string {
  if ('value' in node) return node.value;
  if (!('childNodes' in node)) return '';
  return node.childNodes.map(textOf).join('');
}

export function* elements(node: Node): Generator<Element> {
  if ('tagName' in node && node.namespaceURI === html.NS.HTML) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child);
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

/** Returns the texts of all elements with a tag name inside the page's main part. */
export function textsOf(page: Node, tagName: string): string[] {
  const main = [...elements(page)].find((element) => element.tagName === 'main');
  if (!main) throw new Error('the page has no main part');
  return [...elements(main)].filter((element) => element.tagName === tagName).map(textOf);
}
