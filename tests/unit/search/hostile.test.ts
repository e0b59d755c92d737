/** Nothing that is pasted throws or takes long. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understandAddress } from '../../../src/search/address.ts';
import { readFields } from '../../../src/search/envelopes.ts';
import { matchesFilter } from '../../../src/search/filter.ts';
import { find } from '../../../src/search/find.ts';
import { findObjects } from '../../../src/search/loose-objects.ts';
import { fold, foldingTable, normalise, tokenise } from '../../../src/search/text.ts';
import type { Manifest } from '../../../src/search/types.ts';
import { understand as understandWith } from '../../../src/search/understand.ts';
import { hostileTexts } from '../../queries/hostile.ts';
import { wholeAtlas } from '../../support/fixture.ts';
import { runs } from '../../support/runs.ts';
import { dataOf, filesOf } from '../../support/search-data.ts';

const understand = (text: string, manifest: Manifest) => understandWith(text, manifest, readFields);

const data = dataOf(filesOf(wholeAtlas()), 'en');
const manifest = await data.loadManifest();

/**
 * Milliseconds allowed for 100 KB here: a machine under load is several times slower than the 100 ms that a reader's
 * browser is allowed, and a text that takes quadratic time is a hundred times slower.
 */
const enough = 1000;

describe('hostile texts', () => {
  it.each(hostileTexts())('%s', async (_name, text) => {
    const started = performance.now();
    const answer = await find(text, data);
    expect(performance.now() - started).toBeLessThan(enough);
    expect(answer.exact.length).toBeLessThanOrEqual(60);
  });

  it.each(hostileTexts())('%s in a filter and in an address', (_name, text) => {
    const started = performance.now();
    matchesFilter({ code: '1002', text: 'Contract not activated' }, text);
    understandAddress(`/${text}`, manifest);
    expect(performance.now() - started).toBeLessThan(enough);
  });
});

/** Pieces of pastes, put together at random. */
const pieces = fc.constantFrom(
  ...'{ } [ ] ( ) " \' \\" \\\\" \\ : = , \n \r\n \t \u0000 \ud800 \udc00 0 1002 -1 １００２ 1002.5 10:15:00 2024-05-01'.split(
    ' ',
  ),
  ...'mexc gm 抹茶 掘金 alltick tickdb code error 错误码 ret msg status message function success true None 签名 簽名'.split(
    ' ',
  ),
  ' ',
  '{"success":false,"code":1002,"message":"Contract not allow place order!"}',
  '__proto__',
  'constructor',
  'too many requests',
);
const pastes = fc.array(fc.oneof({ weight: 4, arbitrary: pieces }, fc.string({ unit: 'binary', maxLength: 8 })), {
  maxLength: 80,
});

describe('any text', () => {
  it('is answered', async () => {
    await fc.assert(
      fc.asyncProperty(pastes, async (parts) => {
        const text = parts.join('');
        const { exact, similar, unknown, understood } = await find(text, data);
        const paths = [...exact, ...similar].map(({ path }) => path.replace(/#.*/, ''));
        expect(new Set(paths).size).toBe(paths.length);
        for (const hit of [...exact, ...similar]) {
          expect(hit.why.length).toBeGreaterThan(0);
          expect(hit.path).toMatch(/^\/en\/[a-z-]+\/[a-z0-9_-]+\/(?:#[a-z-]+)?$/);
        }
        expect(understood.codes.length).toBeLessThanOrEqual(16);
        expect(unknown.length).toBeLessThanOrEqual(3);
      }),
      { numRuns: runs(300) },
    );
  });

  it('is shared without anything but what the atlas holds', async () => {
    const secret = fc.oneof(
      fc.stringMatching(/^[A-Z]{3}[0-9]{4}[a-z]{9}[A-Z0-9]{8}$/),
      // An account number or telephone number.
      fc.stringMatching(/^[1-9][0-9]{7,13}$/),
    );
    await fc.assert(
      fc.asyncProperty(pastes, secret, async (parts, key) => {
        const { share } = await find([...parts, ' ', key, ' ', ...parts].join(''), data);
        expect(share ?? '').not.toContain(key.toLowerCase());
        expect(share ?? '').not.toContain(key);
      }),
      { numRuns: runs(200) },
    );
  });

  it('gives the same answer twice', async () => {
    await fc.assert(
      fc.asyncProperty(pastes, async (parts) => {
        const text = parts.join('');
        expect(await find(text, data)).toEqual(await find(text, data));
      }),
      { numRuns: runs(50) },
    );
  });

  it('is understood, scanned and taken apart without an exception', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 400 }),
          pastes.map((parts) => parts.join('')),
        ),
        (text) => {
          const { tokens, text: folded } = understand(text, manifest);
          let end = 0;
          for (const token of tokens) {
            expect(token.start).toBeGreaterThanOrEqual(end);
            end = token.end;
          }
          expect(end).toBeLessThanOrEqual(folded.length);
          findObjects(text);
          matchesFilter({ code: text, symbol: text, text }, text);
          understandAddress(text, manifest);
        },
      ),
      { numRuns: runs(500) },
    );
  });
});

describe('text', () => {
  const table = foldingTable(manifest.folding);

  it('keeps its length when folded, and folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = fold(text, table);
        expect(once).toHaveLength(text.length);
        expect(fold(once, table)).toBe(once);
      }),
    );
    expect(fold('İSTANBUL 簽章', table)).toBe('istanbul 签章');
  });

  it('has one form for digits, dashes and what cannot be seen', () => {
    expect(normalise('１００２')).toBe('1002');
    expect(normalise('−1121 ‐1 –2')).toBe('-1121 -1 -2');
    expect(normalise('10\u200b02\ufeff')).toBe('1002');
    expect(normalise('Doesn’t')).toBe("Doesn't");
  });

  it('is cut in the middle, so that beginning and end are read', () => {
    const long = normalise(`first ${'x'.repeat(200_000)} last`);
    expect(long.length).toBeLessThan(101_000);
    expect(long.startsWith('first')).toBe(true);
    expect(long.endsWith('last')).toBe(true);
  });

  it('is taken apart into words, numbers and Chinese characters', () => {
    const words = (text: string): string[] => tokenise(text).map((token) => token.text);
    expect(words('err_invalid_token: 无效token 1002')).toEqual([
      'err',
      'invalid',
      'token',
      '无',
      '效',
      'token',
      '1002',
    ]);
    expect(words("contract doesn't exist")).toEqual(['contract', 'does', 'not', 'exist']);
  });
});
