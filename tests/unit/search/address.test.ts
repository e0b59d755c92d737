import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locales } from '../../../src/locales.ts';
import { localeOf, understandAddress } from '../../../src/search/address.ts';
import { wholeAtlas } from '../../support/fixture.ts';
import { runs } from '../../support/runs.ts';
import { dataOf, filesOf } from '../../support/search-data.ts';

const atlas = wholeAtlas();
const files = filesOf(atlas);
const manifest = await dataOf(files, 'zh-tw').loadManifest();
const ask = (path: string) => understandAddress(path, manifest);

describe('an address that was mistyped', () => {
  it.each([
    ['/tick-db/1002/', '/tickdb/1002/'],
    ['/MEXC-Futures/1002', '/mexc-futures/1002/'],
    ['/mexc_futures/1002/', '/mexc-futures/1002/'],
    ['/en/mexc-futures/1002', '/en/mexc-futures/1002/'],
    ['/zh-CN/mexc-futures/1002/', '/zh-cn/mexc-futures/1002/'],
    ['/zh-hans/mexc-futures/1002/', '/zh-cn/mexc-futures/1002/'],
    ['/zh_Hans_CN/gm/1010', '/zh-cn/myquant-gm/1010/'],
    ['/zh-hant/tickdb/1002/', '/zh-tw/tickdb/1002/'],
    ['/zh-HK/tickdb', '/zh-tw/tickdb/'],
    ['/zh/alltick/400', '/zh-cn/alltick/400/'],
    ['/en-US/alltick/400/', '/en/alltick/400/'],
    ['/EN/', '/en/'],
    ['/zh-hans', '/zh-cn/'],
    ['/tick-db', '/zh-tw/tickdb/'],
    ['/en/gm/', '/en/myquant-gm/'],
    ['/gm-1010', '/myquant-gm/1010/'],
    ['/gm/-1', '/myquant-gm/-1/'],
    ['/tickdb/AMBIGUOUS_SYMBOL/', '/tickdb/ambiguous_symbol/'],
    ['/tickdb/ambiguous%20symbol/', '/tickdb/ambiguous_symbol/'],
    ['/gm/%231010', '/myquant-gm/1010/'],
    ['/gm/error-1010', '/myquant-gm/1010/'],
    [`/${encodeURIComponent('掘金')}/1010`, '/myquant-gm/1010/'],
    ['/mexc-future/1002/', '/mexc-futures/1002/'],
    ['/gm//1010//index.html', '/myquant-gm/1010/'],
    ['/gm/1010.html', '/myquant-gm/1010/'],
    ['/gm/1010/?x=1#y', '/myquant-gm/1010/'],
    ['/problems', '/zh-tw/problems/'],
    ['/problems/rate-limited', '/zh-tw/problems/rate-limited/'],
    ['/zh-hans/problems/Rate_Limited/', '/zh-cn/problems/rate-limited/'],
    ['/en/search', '/en/find/'],
    ['/zh-Hant/about', '/zh-tw/about/'],
  ])('%s goes to %s', (path, to) => {
    expect(ask(path)).toEqual({ kind: 'moved', path: to });
  });

  it.each(['/mexc-futures/9998/', '/en/mexc-futures/9998/'])('%s is right, and there is no such code', (path) => {
    expect(ask(path)).toEqual({ kind: 'no-code', catalog: 'mexc-futures', code: '9998', query: 'mexc-futures 9998' });
  });

  it.each([
    ['/', ''],
    ['/1002/', '1002'],
    ['/en/1002', '1002'],
    ['/no-such-thing/', 'no such thing'],
    ['/en/nowhere/1002/', 'nowhere 1002'],
    ['/a/b/c/d', 'a b c d'],
    ['/%E0%A4%A/x', ''],
    ['/en/problems/no-such-problem/', 'problems no such problem'],
  ])('%s leaves the words %s', (path, query) => {
    expect(ask(path)).toEqual({ kind: 'unknown', query });
  });

  it('offers a choice where a name stands for several catalogs', () => {
    const [first, ...rest] = manifest.catalogs;
    const twice = {
      ...manifest,
      catalogs: [{ ...first, id: 'mexc-spot', aliases: ['mexc'] }, ...rest],
    } as typeof manifest;
    expect(understandAddress('/en/mexc/1002/', twice)).toEqual({
      kind: 'choose',
      paths: [
        { catalog: 'mexc-spot', path: '/en/mexc-spot/1002/' },
        { catalog: 'mexc-futures', path: '/en/mexc-futures/1002/' },
      ],
    });
  });

  it('never leads back to itself', () => {
    for (const { id, entries } of atlas.catalogs) {
      for (const { code } of entries) {
        for (const path of [`/${id}/${code}`, `/ZH-hant/${id}/${code}`, `/${id.toUpperCase()}/${code}/`]) {
          const answer = ask(path);
          if (answer.kind !== 'moved') throw new Error(`${path}: ${answer.kind}`);
          expect(ask(answer.path).kind).toBe('no-code');
        }
      }
    }
  });
});

it('never sends a reader on without end', () => {
  const segment = fc.oneof(
    fc.constantFrom(
      'en',
      'ZH-TW',
      'mexc',
      'tickdb',
      'problems',
      'find',
      '1002',
      'a"b',
      "a'b",
      'a|b c',
      '中',
      '%',
      '.html',
      '#',
      '?',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const written = fc.oneof(segment, segment.filter((text) => text.isWellFormed()).map(encodeURIComponent));
  fc.assert(
    fc.property(fc.array(written, { maxLength: 4 }), (segments) => {
      const origin = 'https://atlas.example';
      // What a browser makes of an address that is typed in, or that a page navigates to.
      const opened = (path: string) => new URL(origin + path).pathname;
      let path = opened(`/${segments.join('/')}`);
      for (let steps = 0; ; steps++) {
        const answer = ask(path);
        if (answer.kind !== 'moved') break;
        expect(new URL(origin + answer.path).origin).toBe(origin);
        expect(steps, path).toBeLessThan(4);
        const next = opened(answer.path);
        expect(next).not.toBe(path);
        path = next;
      }
    }),
    { numRuns: runs(3000) },
  );
});

it('knows every locale by itself', () => {
  for (const locale of locales) expect(localeOf(locale)).toBe(locale);
  expect(localeOf('fr')).toBeUndefined();
  expect(localeOf('')).toBeUndefined();
});
