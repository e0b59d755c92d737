import fc from 'fast-check';
import type { RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { plainBlock } from '../../../src/documents/fast-markdown.ts';
import { code, codeBlock, heading, link, list, numbered, paragraph, table } from '../../../src/documents/nodes.ts';
import { serialiseWith } from '../../../src/documents/serialise.ts';
import { runs } from '../../support/runs.ts';

/** Words, mostly plain, with some that are not. */
const words = fc
  .array(
    fc.constantFrom(
      'a',
      'Word',
      '中文',
      '，',
      ' ',
      '. ',
      ': ',
      '(x)',
      '1',
      '-',
      '+',
      '=',
      '/v1/x',
      '#',
      '_',
      '*',
      ':a',
      'www.',
      'window.',
      "it's",
      '"q"',
      '$^',
      '|',
      '12. ',
      '\n',
      '“',
      '·',
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''));

/** Stands in for the library, and throws when called. */
const never = (): never => {
  throw new Error('the library was asked');
};

/** Counts the blocks written without the library, and checks that each is as the library writes it. */
function plainOnes(blocks: readonly RootContent[]): number {
  let plain = 0;
  for (const block of blocks) {
    const text = plainBlock(block, serialiseWith);
    if (text === undefined) continue;
    plain += 1;
    expect(text).toBe(serialiseWith(block));
  }
  return plain;
}

describe('a block that needs no escape', () => {
  it('is what the library writes', () => {
    let plain = 0;
    fc.assert(
      fc.property(words, words, fc.integer({ min: 1, max: 4 }), (a, b, depth) => {
        const blocks = [
          heading(depth as 1, {}, a, code(b)),
          paragraph(a),
          depth > 2 ? numbered(list([[a], [b]])) : list([[a], [b]]),
          list([[`${a}: `, link('https://a.example/x/y.md', b)], [link('https://a.example/', 'https://a.example/')]]),
          codeBlock('json', a),
          table([
            [[a], [code(b)]],
            [[b, code(a)], [link('https://a.example/x/y.md', a, code(b))]],
          ]),
        ];
        plain += plainOnes(blocks);
      }),
      { numRuns: runs(2000) },
    );
    expect(plain).toBeGreaterThan(runs(2000));
  });

  it('is one with an address, too', () => {
    const rest = fc.string({ unit: fc.constantFrom(...'aZ09_.~/:%#?=&-()<> '), maxLength: 12 });
    let plain = 0;
    fc.assert(
      fc.property(rest, words, (end, text) => {
        const url = `https://a.example/${end}`;
        plain += plainOnes([list([[link(url, text)], [link(url, url)]]), paragraph('x ', link(url, url), ' y')]);
      }),
      { numRuns: runs(1000) },
    );
    expect(plain).toBeGreaterThan(runs(500));
    const finder = list([[link('https://a.example/en/find/?q=1101', '8 more')]]);
    expect(plainBlock(finder, never)).toBe('- [8 more](https://a.example/en/find/?q=1101)');
  });

  it('is most of what is written', () => {
    expect(plainBlock(list([['检查 X-API-Key 请求头。'], ['降低频率，再试一次。']]), never)).toBe(
      '- 检查 X-API-Key 请求头。\n- 降低频率，再试一次。',
    );
    expect(plainBlock(paragraph('# no'), never)).toBeUndefined();
    expect(plainBlock(paragraph('1. no'), never)).toBeUndefined();
    expect(plainBlock(paragraph('a*b*c'), never)).toBeUndefined();
  });
});
