/** The interpretation of a text before anything is looked up. */
import { describe, expect, it } from 'vitest';
import { readFields } from '../../../src/search/envelopes.ts';
import { findObjects } from '../../../src/search/loose-objects.ts';
import type { Manifest } from '../../../src/search/types.ts';
import { understand as understandWith } from '../../../src/search/understand.ts';

const understand = (text: string, manifest: Manifest) => understandWith(text, manifest, readFields);

const manifest: Manifest = {
  locale: 'en',
  entries: 10,
  folding: '錯错誤误碼码簽签',
  shards: { records: 1, words: 1 },
  catalogs: [
    {
      id: 'acme-futures',
      provider: 'acme',
      name: 'Acme Futures',
      codes: 5,
      aliases: ['acme', 'acme futures', '艾克'],
      clues: ['api.acme.example'],
      shapes: [
        { keys: ['ok', 'code'], code: 'code', message: 'message', known: ['ok', 'code', 'message'] },
        { text: 'acme failed ({code}): {message} -- end' },
      ],
    },
    {
      id: 'zephyr',
      provider: 'zephyr',
      name: 'Zephyr',
      codes: 5,
      aliases: ['zf'],
      clues: [],
      shapes: [
        { keys: ['code', 'message'], code: 'code', message: 'message', known: ['code', 'message', 'data'] },
        { text: 'zephyr {id} {code} {message}' },
      ],
    },
  ],
};

const codesOf = (text: string): string[] => understand(text, manifest).codes.map(({ code, from }) => `${code} ${from}`);
const namesOf = (text: string): string[] => understand(text, manifest).catalogs.map(({ id, by }) => `${id} ${by}`);

describe('the id of a request, and the time after it', () => {
  it.each([
    ['zephyr 6 1002 not allowed', '1002 shape'],
    ['zephyr -1 1002 not allowed', '1002 shape'],
    ['zephyr 3 1777563972383 1002 not allowed', '1002 shape'],
  ])('%s', (text, code) => {
    expect(codesOf(text)).toEqual([code]);
    expect(understand(text, manifest).messages).toMatchObject([{ text: 'not allowed', code: '1002' }]);
  });

  it('are numbers', () => {
    expect(codesOf('zephyr is down 1002 times today')).not.toContain('down shape');
  });
});

describe('codes of a short query', () => {
  it.each([
    ['1002', '1002 bare'],
    ['１００２', '1002 bare'],
    ['#1002', '1002 bare'],
    ['错误码1002', '1002 phrase'],
    ['錯誤碼：1002', '1002 phrase'],
    ['error code: 1002', '1002 phrase'],
    ['code=1002', '1002 phrase'],
    ['error 1002', '1002 phrase'],
    ['err1002', '1002 phrase'],
    ['-1121', '-1121 bare'],
    ['code = -1121', '-1121 phrase'],
    ['myapi-1121', '1121 bare'],
    ['http 401', '401 http'],
    ['status code 401', '401 http'],
    ['acme1002', '1002 bare'],
  ])('%s', (text, code) => {
    expect(codesOf(text)).toEqual([code]);
  });

  it.each([
    '10:15:00',
    '2024-05-01',
    '20240501',
    '1.5',
    '1,002',
    '$1002',
    '50%',
    'price 1002',
    '127.0.0.1',
    'exit code 1',
    'wait 1002 ms',
    'waited 1002 seconds',
    'filled 1002 lots',
    '成交 1002 手',
    'side=1 vol=1002',
    'anything = 1002',
    'client=zf side=1002',
    '用户1002 登录',
    '10.0.10.02',
    'x=%221002%22',
  ])('has none in %s', (text) => {
    expect(codesOf(text)).toEqual([]);
  });

  it.each([
    ['1002 ms', '1002 bare'],
    ['错误码 1002 次', '1002 phrase'],
    ['acme=1002', '1002 bare'],
    ['http error 401', '401 http'],
    ['GET /v1/orders 1002', '1002 number'],
  ])('are told by what stands around them: %s', (text, code) => {
    expect(codesOf(text)).toEqual([code]);
  });

  it('are all that there are', () => {
    expect(codesOf('1001, 1002')).toEqual(['1001 bare', '1002 bare']);
  });
});

describe('codes of a paste', () => {
  const log = (line: string): string => `2024-05-01 10:15:00,602 INFO [401] started on port 8080\n${line}`;

  it('are those that words say, not times, lines, ports, prices and statuses', () => {
    const text = log('File "a.py", line 1001\nHTTP/1.1 401 Unauthorized\nfilled at 2005.5\nerror code: 1002');
    expect(codesOf(text)).toEqual(['1002 phrase']);
  });

  it.each([
    ['errcode=1002, retry', '1002 phrase'],
    ['Error: 1002', '1002 phrase'],
    ['返回 错误码 1002。', '1002 phrase'],
    ['ret=1002 msg=none', '1002 phrase'],
  ])('%s', (line, code) => {
    expect(codesOf(log(line))).toEqual([code]);
  });

  it.each([
    'ERROR 1002 --- [main] x',
    'exited with code 1002',
    'closed with code 1002',
    'zip code 1002',
    'status code: 404',
    'failed, sleep 2003 ms',
    'error timeout: 1002',
    'failed, retry 1002',
    'failed after 1002 s',
    'HTTP Error 429: Too Many Requests',
  ])('are not in %s', (line) => {
    expect(codesOf(log(line)).filter((code) => !code.endsWith('number'))).toEqual([]);
  });

  it('come with the catalogs whose shape the answer has, the likeliest with the best fit', () => {
    const { codes, messages } = understand('{"ok":false,"code":1002,"message":"no 簽"}', manifest);
    expect(codes).toHaveLength(1);
    const fits = codes[0]?.fits ?? new Map();
    expect([...fits.keys()].sort()).toEqual(['acme-futures', 'zephyr']);
    expect(fits.get('acme-futures')).toBeGreaterThan(fits.get('zephyr') ?? 0);
    expect(messages).toMatchObject([{ text: 'no 簽', code: '1002' }]);
  });

  it('are read from a line of a known form', () => {
    const { codes, catalogs } = understand(log('x ACME failed (1002): no  such 錯 -- end'), manifest);
    expect(codes).toMatchObject([{ code: '1002', from: 'shape', message: 'no such 错' }]);
    expect(catalogs).toContainEqual({ id: 'acme-futures', by: 'name' });
  });

  it('are read from a field of any name that codes have', () => {
    expect(codesOf('{"errorCode":"1002","detail":"x"}')).toEqual(['1002 field']);
    expect(codesOf('{"code":"700.HK","price":1}')).toEqual([]);
    expect(codesOf('{"wasClean":true,"code":1001}')).toEqual([]);
  });
});

describe('a text in an address', () => {
  const paste = '{"ok":false,"code":1002,"message":"no 簽, 100%"}';

  it.each([
    ['once', encodeURIComponent(paste)],
    ['twice', encodeURIComponent(encodeURIComponent(paste))],
    ['as a form', `a=1&error=${encodeURIComponent(paste).replaceAll('%20', '+')}&b=2`],
  ])('is read as what it was: %s', (_how, text) => {
    expect(codesOf(text)).toEqual(['1002 shape']);
    expect(namesOf(text)).toContain('acme-futures shape');
  });

  it('is left as it is where it is none', () => {
    for (const text of ['50%', '100%25', '5%10', '%00%22', '%e7%22', '%']) {
      expect(understand(text, manifest).text).toBe(text);
    }
  });
});

describe('a line with an address of four numbers', () => {
  it('is still a short query', () => {
    expect(understand('10.20.30.40 is not allowed', manifest)).toMatchObject({ plain: true, codes: [] });
  });

  it('gives its words where only numbers keep it from being one', () => {
    const { plain, rest } = understand('10.20.30.40 at 2024-05-01 10:15:00 is not allowed', manifest);
    expect(plain).toBe(false);
    expect(rest.map(({ text }) => text)).toEqual(['at', 'is', 'not', 'allowed']);
  });
});

describe('catalogs', () => {
  it.each([
    ['acme 1', 'acme-futures name'],
    ['1 ACME Futures', 'acme-futures name'],
    ['艾克1', 'acme-futures name'],
    ['zf/1', 'zephyr name'],
    ['see https://api.acme.example/v1 for', 'acme-futures name'],
    ['{"code":1,"message":"x"}', 'zephyr shape'],
  ])('%s', (text, name) => {
    expect(namesOf(text)).toEqual([name]);
  });

  it('keep what only their longer name says as words, but not beside a code', () => {
    const words = (text: string): string[] => understand(text, manifest).spare.map(({ text: word }) => word);
    expect(words('acme futures closed')).toEqual(['futures']);
    expect(words('acme closed')).toEqual([]);
    expect(words('acme futures 1002')).toEqual([]);
    expect(understand('acme futures closed', manifest).rest.map(({ text }) => text)).toEqual(['closed']);
  });

  it('are not found inside other words', () => {
    expect(namesOf('acmeist zfx')).toEqual([]);
  });
});

describe('objects', () => {
  const keysOf = (text: string): Record<string, string>[] =>
    findObjects(text).map(({ keys }) => Object.fromEntries(keys));

  it.each([
    ['JSON', '{"ret": 401, "msg": "token invalid"}'],
    ['a repr', "{'ret': 401, 'msg': 'token invalid'}"],
    ['bytes', `b'{"ret":401,"msg":"token invalid"}'`],
    ['a console', '{ ret: 401, msg: "token invalid" }'],
    ['a log line', String.raw`x "{\"ret\":401,\"msg\":\"token invalid\"}" y`],
    ['a log line in a log line', String.raw`{"m":"{\"b\":\"{\\\"ret\\\":401,\\\"msg\\\":\\\"token invalid\\\"}\"}"}`],
    ['HTML', '{&quot;ret&quot;:401,&quot;msg&quot;:&quot;token invalid&quot;}'],
    ['a paste that is cut off', '{"ret":401,"msg":"token invalid","data":{"x":['],
    ['fields of a line', 'level=error ret=401 msg="token invalid"'],
    ['an exception', "Error(ret=401, msg='token invalid')"],
  ])('are found in %s', (_name, text) => {
    expect(keysOf(text)).toContainEqual(expect.objectContaining({ ret: '401', msg: 'token invalid' }));
  });

  it('have their strings without escapes', () => {
    expect(keysOf(String.raw`{"msg":"\u9519\u8bef \"x\" it's"}`)).toEqual([{ msg: `错误 "x" it's` }]);
  });

  it('are apart from each other', () => {
    expect(keysOf('{"a":1,"b":{"c":2}} {"a":3}')).toEqual([{ c: '2' }, { a: '1', b: '' }, { a: '3' }]);
  });

  it('may have any key', () => {
    expect(findObjects('{"__proto__":1,"constructor":2}')[0]?.keys.get('__proto__')).toBe('1');
  });

  it('are not in addresses, times and comparisons', () => {
    expect(keysOf('https://a.example/b 10:15:00 a == b c => d std::x')).toEqual([]);
  });
});
