/** Answers on a small atlas: what is exact, what is only similar, what is reported about the rest. */
import { describe, expect, it } from 'vitest';
import { locales } from '../../../src/locales.ts';
import { find } from '../../../src/search/find.ts';
import type { Hit } from '../../../src/search/types.ts';
import { tiny } from '../../support/fixture.ts';
import { dataOf, filesOf, label } from '../../support/search-data.ts';

const files = filesOf(tiny());
const data = dataOf(files, 'en');
const labels = (hits: readonly Hit[]): string[] => hits.map((hit) => label(hit, true));

describe('a code', () => {
  it('gives every catalog that has it, exactly', async () => {
    const { exact, unknown, understood, share } = await find('1003', data);
    expect(labels(exact)).toEqual(['acme/1003', 'zephyr-futures/1003']);
    expect(exact.map(({ path }) => path)).toEqual(['/en/acme/1003/', '/en/zephyr-futures/1003/']);
    expect(exact[0]).toMatchObject({ symbol: 'ERR_TOKEN', why: ['code'], catalog: { id: 'acme', path: '/en/acme/' } });
    expect(unknown).toEqual([]);
    expect(understood).toMatchObject({ plain: true, codes: [{ code: '1003', from: 'bare' }], catalogs: [] });
    expect(share).toBe('1003');
  });

  it('with a catalog gives that one, and the others only as the same code', async () => {
    const { exact, similar } = await find('zephyr 1003', data);
    expect(labels(exact)).toEqual(['zephyr-futures/1003']);
    expect(exact[0]?.why).toEqual(['code', 'catalog']);
    expect(similar).toMatchObject([{ catalog: { id: 'acme' }, why: ['same-code'] }]);
  });

  it('that a catalog lacks is said, with who has it', async () => {
    const { exact, similar, unknown, share } = await find('zephyr 400', data);
    expect([exact, similar]).toEqual([[], []]);
    expect(unknown).toHaveLength(1);
    expect(unknown[0]).toMatchObject({ code: '400', catalog: { id: 'zephyr-futures' } });
    expect(labels(unknown[0]?.elsewhere ?? [])).toEqual(['acme/400']);
    expect(unknown[0]?.neighbours).toEqual([]);
    expect(share).toBe('zephyr-futures 400');
  });

  it('that nobody has is said; the other sign is offered', async () => {
    const { unknown } = await find('1121', data);
    expect(unknown).toMatchObject([{ code: '1121', catalog: undefined }]);
    expect(unknown[0]?.neighbours[0]).toMatchObject({ code: '-1121', why: ['sign'] });
  });

  it('that is being typed offers what it begins', async () => {
    const { unknown } = await find('100', data);
    expect(labels(unknown[0]?.neighbours ?? [])).toEqual(['acme/1001', 'acme/1003', 'zephyr-futures/1003', 'acme/400']);
  });
});

describe('a meaning', () => {
  it('is told by the message, and the path leads to it', async () => {
    const { exact } = await find('{"ret":400,"msg":"symbol ABC not found"}', data);
    expect(labels(exact)).toEqual(['acme/400#bad-symbol']);
    expect(exact[0]).toMatchObject({ path: '/en/acme/400/#bad-symbol', message: 'symbol {symbol} not found' });
    expect(exact[0]?.why).toEqual(['code', 'message', 'shape']);
  });

  it('is left open where only the code is known', async () => {
    const { exact } = await find('acme 400', data);
    expect(exact[0]?.meaning).toBeUndefined();
    expect(exact[0]?.title).toContain(' / ');
  });
});

describe('several catalogs', () => {
  it('that an answer fits are all shown, the one whose message it is first', async () => {
    const answer = await find('{"code":1003,"message":"slow down"}', data);
    expect(labels(answer.exact)).toEqual(['zephyr-futures/1003']);
    expect(answer.exact[0]?.why).toEqual(['code', 'message', 'shape']);
    const named = await find('acme {"code":1003,"message":"who knows"}', data);
    expect(labels(named.exact)).toEqual(['acme/1003']);
    expect(named.similar).toMatchObject([{ catalog: { id: 'zephyr-futures' }, why: ['shape', 'same-code'] }]);
  });

  it('that lack the code hand it to no other where they are named', async () => {
    const { exact, unknown } = await find('zephyr says {"ret":400,"msg":"symbol ABC not found"}', data);
    expect(exact).toEqual([]);
    expect(unknown).toMatchObject([{ code: '400', catalog: { id: 'zephyr-futures' } }]);
    expect(labels(unknown[0]?.elsewhere ?? [])).toEqual(['acme/400']);
  });

  it('that share a text come both', async () => {
    const { exact } = await find('[1003] slow down', data);
    expect(labels(exact)).toEqual(['zephyr-futures/1003']);
  });
});

describe('what stands beside an answer', () => {
  const answer = '{"ret":1003,"msg":"Invalid <token>"}';

  it.each([
    `${answer} (400 too many requests, slow down)`,
    `HTTP Error 400: ${answer}`,
    `${answer}; retry in 400 ms`,
    `${answer} vol=400`,
  ])('is no code: %s', async (text) => {
    expect(labels((await find(text, data)).exact)).toEqual(['acme/1003']);
  });

  it('makes an answer fit one catalog better, but a form of several does not make it certain', async () => {
    const shaped = { ...(await data.loadManifest()) };
    const [acme, zephyr] = shaped.catalogs;
    if (!acme || !zephyr) throw new Error('the fixture has two catalogs');
    const keys = ['code', 'message'];
    const shape = { keys, code: 'code', message: 'message', known: keys };
    const catalogs = [
      { ...acme, shapes: [shape] },
      { ...zephyr, shapes: [{ ...shape, known: [...keys, 'data'] }] },
    ];
    const both = { ...data, loadManifest: async () => ({ ...shaped, catalogs }) };
    const { exact, similar } = await find('{"code":1003,"message":"unheard of","data":null}', both);
    expect([...exact, ...labels(similar)]).toEqual(['zephyr-futures/1003', 'acme/1003']);
    const even = await find('{"code":1003,"message":"unheard of"}', both);
    expect([...even.exact, ...labels(even.similar)]).toEqual(['acme/1003', 'zephyr-futures/1003']);
  });
});

describe('words', () => {
  it('that are wrapped around what is meant do not lead elsewhere', async () => {
    const { similar } = await find('why does it keep telling me the token cannot be used already expired', data);
    expect(similar[0] && label(similar[0], false)).toBe('acme/1001');
  });

  it('written in one are parted', async () => {
    const { similar } = await find('expiredtoken', data);
    expect(similar[0] && label(similar[0], false)).toBe('acme/1001');
  });

  it('of what the entry is called are found', async () => {
    expect((await find('old', data)).similar).toMatchObject([{ code: '1001' }]);
  });

  it('besides a message that hardly tells anything keep it from being exact', async () => {
    const text = 'subscription websocket kicked slow down';
    expect((await find(text, data)).exact).toEqual([]);
    expect(labels((await find('how to fix slow down', data)).exact)).toEqual([]);
    expect(labels((await find('zephyr slow down', data)).exact)).toEqual(['zephyr-futures/1003']);
  });
});

describe('an address to share', () => {
  it('holds no long number that is no code', async () => {
    expect((await find('Bearer 998877665544 code 400', data)).share).not.toContain('998877665544');
    expect((await find('13800138000 code 1003', data)).share).not.toContain('13800138000');
  });

  it('holds nothing of a paste', async () => {
    const paste = '{"ret":400,"msg":"symbol ABC not found","token":"s3cr3t-key"}\nAuthorization: Bearer s3cr3t';
    const { share, understood } = await find(paste, data);
    expect(share).toBe('acme 400');
    expect(understood.plain).toBe(false);
  });

  it('holds only words that the atlas has itself', async () => {
    const { share } = await find('token expired sk_test_51Habc', data);
    expect(share).not.toMatch(/sk|51/);
    expect((await find('zq9-secret-value', data)).share).toBeUndefined();
    const { share: message } = await find('Invalid <token>', data);
    expect(message).toBe('acme 1003');
  });
});

describe('files', () => {
  it('for a code are the manifest and one of records', async () => {
    const read = new Set<string>();
    await find('acme 1003', dataOf(files, 'zh-tw', read));
    expect([...read]).toEqual(['/finder/zh-tw/index.json', '/finder/zh-tw/0.json']);
  });

  it('that cannot be read are told to the caller', async () => {
    const broken = { ...data, loadShard: () => Promise.reject(new Error('offline')) };
    await expect(find('1003', broken)).rejects.toThrow('offline');
  });
});

it.each(locales)('speaks the language of the page: %s', async (locale) => {
  const [catalog] = tiny().catalogs;
  const { exact } = await find('1003 acme', dataOf(files, locale));
  expect(exact[0]?.catalog.name).toBe(catalog?.name[locale]);
  expect(exact[0]?.title).toBe(catalog?.entries.find(({ code }) => code === '1003')?.meanings[0].text[locale].title);
  expect(exact[0]?.path).toBe(`/${locale}/acme/1003/`);
});

it('gives nothing for nothing', async () => {
  for (const text of ['', ' \n\t ', '。。。']) {
    expect(await find(text, data)).toMatchObject({ exact: [], similar: [], unknown: [], share: undefined });
  }
});

it('gives as many similar hits as are asked for', async () => {
  const { similar } = await find('symbol', data, { similar: 1 });
  expect(similar).toHaveLength(1);
});
