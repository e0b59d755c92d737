import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText, prose, proseNodes } from '../../../../src/catalog/prose/prose.ts';
import { parseReference, referencePath } from '../../../../src/catalog/prose/references.ts';
import { proseMarkdown } from '../../../../src/documents/to-markdown.ts';
import { anyProse, plainProse } from '../../../support/any-text.ts';
import { runs } from '../../../support/runs.ts';

const site = { site: 'https://atlas.example', base: '/atlas/' };

describe('short links', () => {
  it.each([
    ['1002', '/zh-tw/acme/1002/'],
    ['-1121', '/zh-tw/acme/-1121/'],
    ['AMBIGUOUS_SYMBOL', '/zh-tw/acme/ambiguous_symbol/'],
    ['400#too-fast', '/zh-tw/acme/400/#too-fast'],
    ['/tickdb/1001', '/zh-tw/tickdb/1001/'],
    ['/tickdb/1001/', '/zh-tw/tickdb/1001/'],
    ['/tickdb/1001#x', '/zh-tw/tickdb/1001/#x'],
    ['/tickdb', '/zh-tw/tickdb/'],
    ['/problems/rate-limited', '/zh-tw/problems/rate-limited/'],
  ])('%s leads to %s', (target, path) => {
    const reference = parseReference(target, 'acme');
    expect(reference && referencePath(reference, 'zh-tw')).toBe(path);
  });

  it.each(['', '#x', '/', '//a', '/a/b/c', '1002/', '../1', 'a b', 'https://a.example', '/tickdb#x', 'a.b'])(
    '%j is none',
    (target) => {
      expect(parseReference(target, 'acme')).toBeUndefined();
    },
  );

  it('without a catalog begin with a slash', () => {
    expect(parseReference('1002', undefined)).toBeUndefined();
    expect(parseReference('/acme/1002', undefined)).toMatchObject({ kind: 'entry', catalog: 'acme' });
  });
});

describe('a text', () => {
  const text = prose('Call `get_orders()`, see [`1002`](1002) and [the *limits*](https://a.example/l).', {
    locale: 'en',
    catalog: 'acme',
  });

  it('has its words without markup', () => {
    expect(text.plain).toBe('Call get_orders(), see 1002 and the limits.');
  });

  it('has whole addresses as Markdown', () => {
    expect(proseMarkdown(text, site)).toBe(
      'Call `get_orders()`, see [`1002`](https://atlas.example/atlas/en/acme/1002/) and [the *limits*](https://a.example/l).',
    );
  });

  it('reads back from its Markdown as the same words', () => {
    fc.assert(
      fc.property(anyProse, (source) => {
        const read = prose(source, { locale: 'en', catalog: 'acme' });
        const again = proseNodes(proseMarkdown(read, site));
        expect(plainText(again)).toBe(read.plain);
        expect(JSON.stringify(again)).toBe(JSON.stringify(read.nodes));
      }),
      { numRuns: runs(2000) },
    );
  });

  it('of plain words reads back as them', () => {
    expect(prose(plainProse('*a* <b> `c` [d](e) 1. www.f.g').source, { locale: 'en' }).plain).toBe(
      '*a* <b> `c` [d](e) 1. www.f.g',
    );
  });
});
