/** One document gives the page, its twin, its contents and its digest. */
import type { Nodes as HtmlNodes } from 'hast';
import type { Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { toHast as toHastByLibrary } from 'mdast-util-to-hast';
import { mdxjs } from 'micromark-extension-mdxjs';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it, test } from 'vitest';
import type { Atlas } from '../../../src/catalog/model.ts';
import { plainText } from '../../../src/catalog/prose/prose.ts';
import { pageKey } from '../../../src/documents/digest.ts';
import { contentsOf } from '../../../src/documents/headings.ts';
import { documentAt, documentMakers } from '../../../src/documents/index.ts';
import { type Block, type Document, isPart } from '../../../src/documents/nodes.ts';
import { toHast } from '../../../src/documents/to-hast.ts';
import { htmlPieces } from '../../../src/documents/to-html.ts';
import { plainBlocks, twinText } from '../../../src/documents/to-markdown.ts';
import { mdxText } from '../../../src/documents/to-mdx.ts';
import { ui } from '../../../src/i18n/index.ts';
import { locales } from '../../../src/locales.ts';
import { atlasOf, en } from '../../support/broken.ts';
import { context, onlyCatalog, realAtlas, tiny } from '../../support/fixture.ts';
import { acmeOutline } from '../../support/outline.ts';
import { runs } from '../../support/runs.ts';

const reader = unified().use(remarkParse).use(remarkGfm);
const atlas = tiny();
/** Maximum number of pages, sampled at equal steps: each kind of page occurs among them many times. */
const most = onlyCatalog === undefined ? runs(600) : 120;

function documentsOf(all: Atlas): readonly Document[] {
  const makers = locales.flatMap((locale) => [...documentMakers({ atlas: all, changes: [] }, locale)]);
  const step = Math.ceil(makers.length / most);
  return makers.filter((_, index) => index % step === 0).map(({ make }) => make());
}

/** Returns the sequence of blocks by kind, with their words: two lists that run together would differ. */
function shape(node: Nodes): unknown {
  if (node.type === 'paragraph' || node.type === 'tableCell') return `${node.type}: ${plainText(node.children)}`;
  if (node.type === 'heading') return `heading ${node.depth}: ${plainText(node.children)}`;
  if (node.type === 'code') return `code ${node.lang}: ${node.value}`;
  if (!('children' in node)) return node.type;
  const name = node.type === 'list' ? (node.ordered ? 'numbers' : 'bullets') : node.type;
  return [name, ...(node.children as Nodes[]).map(shape)];
}

const shapes = (nodes: readonly RootContent[]): unknown[] => nodes.map(shape);

describe.each([
  ['the fixture', atlas],
  ['the fixture with an outline', atlasOf(...acmeOutline)],
  ['the real content', realAtlas()],
])('documents of %s', (_name, all) => {
  const documents = documentsOf(all);

  it('are read back from their twins with the same structure', () => {
    for (const document of documents) {
      const [title, ...rest] = plainBlocks([...document.head, ...document.body], document.path, context);
      const [first, page, ...others] = reader.parse(twinText(document, context)).children;
      expect(shapes([first as RootContent]), document.path).toEqual(shapes([title as RootContent]));
      expect(plainText([page as RootContent])).toContain(document.path);
      expect(shapes(others), document.path).toEqual(shapes(rest));
    }
  });

  it('have the contents that their HTML has headings for, each with an anchor of its own', () => {
    for (const document of documents) {
      const { headings, ids } = htmlOf(document);
      expect(
        contentsOf(document).map(({ slug, text }) => `${slug}: ${text}`),
        document.path,
      ).toEqual(headings);
      expect(new Set(ids).size, document.path).toBe(ids.length);
    }
  });

  it('say the same in HTML as in Markdown, outside of components', () => {
    for (const document of documents) {
      const { words } = htmlOf(document);
      const twin = new Set(leaves(reader.parse(twinText(document, context))));
      expect(
        words.filter((text) => !twin.has(text)),
        document.path,
      ).toEqual([]);
    }
  });

  it('become the elements that the library makes of them', () => {
    for (const { head, body, path } of documents) {
      // The Markdown form of a component is not on the page.
      const blocks = [...head, ...body].map((block) => structuredClone(block)).map(withoutParts);
      const byLibrary = toHastByLibrary({ type: 'root', children: blocks });
      expect(elementsOf(toHast(blocks)), path).toEqual(elementsOf('children' in byLibrary ? byLibrary.children : []));
    }
  });

  it('are MDX that can be read', () => {
    for (const document of documents.slice(0, 60)) {
      const [, body = ''] = /^---\n[\s\S]*?\n---\n([\s\S]*)$/.exec(mdxText(document)) ?? [];
      const tree = fromMarkdown(body, { extensions: [mdxjs()], mdastExtensions: [mdxFromMarkdown()] });
      expect(tree.children.length, document.path).toBeGreaterThan(1);
    }
  });
});

function withoutParts(block: Block): Block {
  if (block.type === 'containerDirective' && isPart(block)) return { ...block, children: [] };
  return 'children' in block ? ({ ...block, children: (block.children as Block[]).map(withoutParts) } as Block) : block;
}

/** Returns elements with their attributes and words, ignoring line breaks that only format the source. */
const elementsOf = (nodes: readonly HtmlNodes[]): unknown[] =>
  nodes.flatMap((node): unknown[] => {
    if (node.type === 'text')
      return node.value.trim() === '' && node.value.includes('\n') ? [] : [node.value.trimEnd()];
    if (node.type !== 'element') return [];
    const properties = Object.fromEntries(Object.entries(node.properties).filter(([, value]) => value !== undefined));
    return [[node.tagName, properties, elementsOf(node.children)]];
  });

const leaves = (node: Nodes): string[] => {
  if (node.type === 'paragraph' || node.type === 'heading') return [squashed(plainText(node.children))];
  return 'children' in node ? (node.children as Nodes[]).flatMap(leaves) : [];
};

/** Normalizes a text: blanks, and separators that only Markdown has, do not count. */
const squashed = (text: string): string => text.replace(/[\s·]+/g, ' ').trim();

type Node = DefaultTreeAdapterTypes.Node;

/** Extracts from a document's HTML its contents, anchors, and the words of its headings, paragraphs and items. */
function htmlOf({ head, body }: Document) {
  const html = htmlPieces([...head, ...body], { base: '/' })
    .map((piece) => (typeof piece === 'string' ? piece : '<atlas-part></atlas-part>'))
    .join('');
  const headings: string[] = [];
  const ids: string[] = [];
  const words: string[] = [];
  const visit = (node: Node): string => {
    if ('value' in node) return node.value;
    if (!('childNodes' in node)) return '';
    const text = node.childNodes.map(visit).join('');
    if (!('tagName' in node)) return text;
    const id = node.attrs.find(({ name }) => name === 'id')?.value;
    if (id !== undefined) ids.push(id);
    if (node.tagName === 'h2' && id !== undefined) headings.push(`${id}: ${text}`);
    const isLeaf = !node.childNodes.some(
      (child) => 'tagName' in child && ['p', 'ul', 'ol', 'atlas-part'].includes(child.tagName),
    );
    if (['h1', 'h2', 'h3', 'p', 'li'].includes(node.tagName) && isLeaf) words.push(squashed(text));
    return text;
  };
  visit(parseFragment(html));
  return { headings, ids, words };
}

test('a component stands where its directive stands, with its attributes', () => {
  const entry = documentAt({ atlas, changes: [] }, '/en/acme/400/');
  const pieces = htmlPieces(entry?.body ?? [], { base: '/atlas/' });
  expect(pieces.filter((piece) => typeof piece !== 'string').slice(0, 3)).toEqual([
    { name: 'messages', attributes: { meaning: 'bad-symbol' } },
    { name: 'share', attributes: { meaning: 'bad-symbol' } },
    { name: 'glance', attributes: { meaning: 'bad-symbol' } },
  ]);
  expect(pieces[0]).toMatch(
    /^<section class="meaning" data-meaning="bad-symbol"><div class="heading" data-level="2"><h2 id="bad-symbol">/,
  );
  expect(pieces.join('')).toContain('href="/atlas/en/zephyr-futures/-1121/"');
  expect(pieces.join('')).toContain('class="heading-link" href="/atlas/acme/400/#bad-symbol"');
  expect(pieces.join('')).not.toMatch(/href="\/(?!atlas\/)/);
});

test('the key of a page changes with what it shows, and only then', () => {
  const keys = (all: Atlas) => new Map(documentsOf(all).map((document) => [document.path, pageKey(document, all)]));
  const before = keys(atlasOf());
  expect([...keys(atlasOf())]).toEqual([...before]);
  const after = keys(atlasOf([en, '"Make a new token."]\n  "1003"', '"Make a fresh token."]\n  "1003"']));
  const changed = [...after].filter(([path, key]) => before.get(path) !== key).map(([path]) => path);
  expect(changed).toEqual(['/en/acme/1001/']);
});

test('an outline shows what is known, says that nobody has written it up, and gives the general guidance', () => {
  const outlined = { atlas: atlasOf(...acmeOutline), changes: [] };
  for (const locale of locales) {
    const document = documentAt(outlined, `/${locale}/acme/1003/`);
    if (!document) throw new Error('no document');
    expect(contentsOf(document).map(({ slug }) => slug)).toEqual(['wire', 'guidance', 'related', 'titles', 'sources']);
    const twin = twinText(document, context);
    const said = ui[locale].entry;
    expect(twin).toContain(said.unwritten);
    expect(twin.indexOf(said.unwritten)).toBeGreaterThan(twin.indexOf('Invalid \\<token>'));
    expect(twin.indexOf(said.unwritten)).toBeLessThan(twin.indexOf(said.guidanceNote));
    expect(twin).not.toContain(`## ${said.why}`);
  }
});
