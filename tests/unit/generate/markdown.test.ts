import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import type { Entry, Meaning } from '../../../src/catalog/model.ts';
import { text } from '../../../src/catalog/schema/text.ts';
import {
  code,
  codeBlock,
  heading,
  link,
  list,
  paragraph,
  quote,
  serialise,
  table,
} from '../../../src/documents/nodes.ts';
import { markdownFiles } from '../../../src/generate/markdown.ts';
import { localized } from '../../../src/locales.ts';
import { context, entryOf, textAt, tiny } from '../../support/fixture.ts';

const readers = {
  gfm: unified().use(remarkParse).use(remarkGfm),
  'gfm with directives and CJK': unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly).use(remarkDirective),
};

/**
 * What a reader sees, block by block: texts, code between ‹›, link targets before their text. Links
 * that readers of GFM make by themselves from an address in a text do not change the text.
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

/** What the schema lets into a catalog, with the characters that mean something in Markdown more often. */
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
      { numRuns: 1000 },
    );

  it('come back from headings and paragraphs', () =>
    same((a, b) => [heading(1, a), paragraph(a), heading(2, b), paragraph(b)]));
  it('come back from lists', () => same((a, b) => [list([[a], [b], [a]]), heading(2, 'x'), list([[b], [a]], true)]));
  it('come back from quotes', () => same((a, b) => [quote(paragraph(a)), paragraph(b)]));
  it('come back beside code and links', () =>
    same((a, b) => [
      list([['x: ', code(a), ` · ${b}`], [link('https://a.example/x?y=(z)&w', `${a} `, code(b), `: ${a}`)]]),
      heading(1, `${a} `, code('-1121'), `: ${b}`),
    ]));
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

const atlas = tiny();

describe('Markdown twins', () => {
  it('exist for every entry, catalog and problem in every language', () => {
    const paths = [...markdownFiles(atlas, context)].map(({ path }) => path);
    expect(paths).toHaveLength(3 * (6 + 2 + 3));
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of ['/en/acme/400.md', '/zh-cn/zephyr-futures.md', '/zh-tw/problems/rate-limited.md'])
      expect(paths).toContain(path);
  });

  it('tell an entry with several meanings in sections', () => {
    const twin = textAt(markdownFiles(atlas, { ...context, base: '/atlas/' }), '/en/acme/400.md');
    expect(twin).toMatch(/^# Acme `400`: Symbol not found \/ Too many requests\n/);
    expect(twin).toContain('\n## Too many requests\n\n- Message: `too many requests | slow down` · observed\n');
    expect(twin).toContain('Wait at least 10 seconds.');
    expect(twin).toContain('Permanent link: <https://atlas.example/atlas/acme/400/>');
    expect(twin).toContain('](https://atlas.example/atlas/zh-cn/acme/400.md)');
    expect(twin).toContain('[Error codes](https://acme.example/docs/errors) · in English · read on July 1, 2026');
  });

  it('tell status and successor, and that there is no message', () => {
    const files = [...markdownFiles(atlas, context)];
    expect(textAt(files, '/en/acme/1001.md')).toMatch(/Status: Retired .*1003/);
    expect(textAt(files, '/zh-tw/zephyr-futures/1003.md')).toContain('狀態：無文件');
    expect(textAt(files, '/en/zephyr-futures/ambiguous_symbol.md')).toContain('publishes no message');
  });

  it('are in the language of their address', () => {
    const files = [...markdownFiles(atlas, context)];
    expect(textAt(files, '/zh-cn/acme/400.md')).toContain(
      '### 怎么处理\n\n1. 在标的列表中查找代码。\n2. 改成大写后重发。\n',
    );
    expect(textAt(files, '/zh-tw/zephyr-futures.md')).toContain('| 付費 | 每分鐘 600+ 次 | 5+ |');
  });

  it('hold every text of an entry as it was written', () => {
    const source = entryOf(atlas, 'acme', '1003');
    fc.assert(
      fc.property(fc.array(legalText, { minLength: 4, maxLength: 4 }), (texts) => {
        const [title = '', cause = '', fix = '', message = ''] = texts;
        const meaning: Meaning = {
          ...source.meanings[0],
          messages: [{ text: message, seen: 'sdk' }],
          text: localized(() => ({ title, origin: 'official', causes: [cause], fixes: [fix] })),
        };
        const entry: Entry = { ...source, meanings: [meaning] };
        const catalog = { ...source.catalog, groups: [], entries: [entry] };
        const twin = textAt(
          markdownFiles({ ...atlas, catalogs: [catalog], problems: [] }, context),
          '/en/acme/1003.md',
        );
        const found = (seen(readers.gfm.parse(twin)) as unknown[]).flat(Number.POSITIVE_INFINITY);
        expect(found).toContain(`heading: Acme ‹1003›: ${title}`);
        expect(found).toEqual(expect.arrayContaining([`paragraph: ${cause}`, `paragraph: ${fix}`]));
        expect(found).toContain(`paragraph: Message: ‹${message}› · in the SDK`);
      }),
      { numRuns: 100 },
    );
  });
});
