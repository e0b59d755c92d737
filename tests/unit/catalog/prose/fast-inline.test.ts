import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fastInline } from '../../../../src/catalog/prose/fast-inline.ts';
import { parseMarkdown } from '../../../../src/catalog/prose/markdown.ts';
import { runs } from '../../../support/runs.ts';

/** Returns the library's nodes without positions; undefined unless the text is exactly one paragraph. */
function byLibrary(source: string): unknown {
  const { children } = parseMarkdown(source);
  const [only] = children;
  if (children.length !== 1 || only?.type !== 'paragraph') return undefined;
  return JSON.parse(JSON.stringify(only.children, (key, value) => (key === 'position' ? undefined : value)));
}

const parts = fc.constantFrom(
  ...[
    'a',
    'word ',
    '中文',
    '，',
    '（',
    '）',
    ' ',
    '. ',
    ': ',
    '(x)',
    '1',
    '-',
    '+',
    '=',
    '/v1/x',
    '!',
    '?',
    "it's",
    '"q"',
  ],
  ...['`', '``', '`code`', '`a_b`', '` x `', '`-1121`', '`*`', '`<b>`', '`[x]`', '`a|b`', '`\\`'],
  ...[
    '[x](1002)',
    '[`1002`](1002)',
    '[`a`](/tickdb/1001)',
    '[x](https://a.example/?b=c%20d#e)',
    '[x](a b)',
    '[x](<a>)',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '*',
    '_',
    '~',
    '<',
    '>',
    '&',
    '&amp;',
    '\\',
    '|',
    '#',
    '@',
    'www.',
    'http://a',
    'x@a.b',
    '::',
  ],
  ...['1. ', '- ', '> ', '#', ':a', '![', '![x](y)', '[^1]', '{x}', '$', '𠮷', '👩‍👧', '\u00A0', '\u3000'],
);
const anyLine = fc.array(parts, { minLength: 1, maxLength: 8 }).map((all) => all.join(''));

describe('a text read without the library', () => {
  it('has the nodes that the library gives it', () => {
    let fast = 0;
    fc.assert(
      fc.property(fc.oneof(anyLine, fc.string({ minLength: 1 })), (source) => {
        const nodes = fastInline(source);
        if (nodes === undefined) return;
        fast += 1;
        expect(nodes).toEqual(byLibrary(source));
      }),
      { numRuns: runs(20_000) },
    );
    expect(fast).toBeGreaterThan(runs(5000));
  });

  it('is one with code spans and links, as most are', () => {
    for (const source of [
      '先用 `get_orders()` 查询，再看 [`1002`](1002)。',
      'See [the limits](https://a.example/limits), then wait.',
      'Send `Retry-After`: 3 (or [`400`](400#too-fast)).',
    ]) {
      expect(fastInline(source)).toEqual(byLibrary(source));
    }
  });

  it('is none where a mark could mean more', () => {
    for (const source of ['a *b* c', 'a_b', '1. x', '`` ` ``', '<b>', 'a&amp;b', 'www.a.b', '[a][b]', 'a\\_b'])
      expect(fastInline(source)).toBeUndefined();
  });
});
