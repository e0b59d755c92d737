import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it, test } from 'vitest';
import { text } from '../../../src/catalog/schema/text.ts';
import { code, codeBlock, heading, link, list, numbered, paragraph, table } from '../../../src/documents/nodes.ts';
import { serialise } from '../../../src/documents/serialise.ts';
import { runs } from '../../support/runs.ts';

const readers = {
  gfm: unified().use(remarkParse).use(remarkGfm),
  'gfm with directives and CJK': unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly).use(remarkDirective),
};

/**
 * Returns what a reader sees, block by block: texts, code between ‹›, link targets before their text. Links
 * that GFM parsers make by themselves from an address in a text do not change the text.
 */
function seen(node: Nodes): unknown {
  if (!('children' in node)) return 'value' in node ? `${node.type}: ${node.value}` : node.type;
  const children = node.children as Nodes[];
  if (['paragraph', 'heading', 'tableCell'].includes(node.type)) return `${node.type}: ${children.map(words).join('')}`;
  return [node.type, ...children.map(seen)];
}

function words(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'inlineCode') return `‹${node.value}›`;
  if (node.type !== 'link') return `(${node.type})`;
  const label = node.children.map(words).join('');
  return [label, `http://${label}`, `mailto:${label}`].includes(node.url) ? label : `(${node.url} ${label})`;
}

/** Characters that the schema allows in a catalog, with more of those that mean something in Markdown. */
const marks = fc.constantFrom(
  ...[
    '*',
    '_',
    '`',
    '~',
    '#',
    '>',
    '<',
    '[',
    ']',
    '(',
    ')',
    '!',
    '|',
    '\\',
    '&',
    ':',
    '::',
    ':::',
    '-',
    '+',
    '=',
    '"',
    "'",
  ],
  ...[
    '{',
    '}',
    '$',
    '^',
    '@',
    '/',
    '.',
    ',',
    '1.',
    '1)',
    'a',
    'www.a.b',
    'http://a.b',
    'a@b.c',
    '&amp;',
    '[^1]',
    '[x]',
  ],
  ...[' ', '  ', '中', '：', '，', '“', '\u00A0', '\u3000', '\u200E', '<b>', '<!--', '| - |', '---', '```'],
);
const legalText = fc
  .oneof(
    fc.array(marks, { minLength: 1, maxLength: 12 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
    fc.string({ minLength: 1, maxLength: 30 }),
  )
  .filter((value) => text.safeParse(value).success);

describe.each(Object.entries(readers))('texts read by %s', (_name, reader) => {
  const same = (make: (a: string, b: string) => Root['children']) =>
    fc.assert(
      fc.property(legalText, legalText, (a, b) => {
        const children = make(a, b);
        expect(seen(reader.parse(serialise(children)))).toEqual(seen({ type: 'root', children }));
      }),
      { numRuns: runs(1000), examples: [['<#@0>!', '!']] },
    );

  it('come back from headings and paragraphs', () =>
    same((a, b) => [heading(1, {}, a), paragraph(a), heading(2, {}, b), paragraph(b)]));
  it('come back from lists', () =>
    same((a, b) => [list([[a], [b], [a]]), heading(2, {}, 'x'), numbered(list([[b], [a]]))]));
  it('come back from quotes', () => same((a, b) => [{ type: 'blockquote', children: [paragraph(a)] }, paragraph(b)]));
  it('come back beside code and links', () =>
    same((a, b) => {
      // Every parser takes a line that begins with a link whose code contains "]:" for a definition, and code cannot be
      // escaped. No text begins like this: src/catalog/prose/check.ts also takes it for a definition, and rejects it.
      fc.pre(!b.includes(']:'));
      return [
        list([['x: ', code(a), ` · ${b}`], [link('https://a.example/x?y=(z)&w', `${a} `, code(b), `: ${a}`)]]),
        heading(1, {}, `${a} `, code('-1121'), `: ${b}`),
      ];
    }));
  it('come back from code blocks', () => same((a, b) => [codeBlock('text', `${a}\n${b}`), paragraph(b)]));
  it('come back from tables', () =>
    same((a, b) => [
      table([
        [['x'], ['y']],
        [[a], [b]],
        [[link('https://a.example/', code('400')), ` · ${a}`], [b]],
      ]),
    ]));
});

test('two lists side by side are refused: they would be read back as one', () => {
  expect(() => serialise([list([['a']]), list([['b']])])).toThrow('two lists side by side');
  expect(serialise([list([['a']]), numbered(list([['b']]))])).toBe('- a\n\n1. b\n');
});
