import { describe, expect, test } from 'vitest';
import type { Change } from '../../support/broken.ts';
import { codes, en, problems, zhTw } from '../../support/broken.ts';
import { judge } from './judge.ts';

const doubled = /order is placed twice/;
const safe =
  'in a catalog that takes orders, expected check-first, so that no order is placed twice, or never or after-fix';

/** Edits that give the fixture an error with an unknown outcome: 400 too-fast of Acme. */
const unknown: readonly Change[] = [
  [
    problems,
    '- { id: rate-limited, category: rate-limit }',
    '- { id: internal-error, category: service }\n- { id: rate-limited, category: rate-limit }',
  ],
  [codes, 'problem: rate-limited', 'problem: internal-error'],
];
/** Makes 1001 and 1003 of Acme about orders. */
const taking: Change = [problems, 'category: authentication', 'category: order'];
const checking: Change = [
  codes,
  'problem: rate-limited\n      retry: backoff\n      wait: { seconds: 10 }',
  'problem: rate-limited\n      retry: check-first',
];

describe('what may have been done is not sent again unasked', () => {
  test('where orders are taken', () => {
    expect(judge(doubled, taking, ...unknown)).toEqual([
      `${codes}:16:14: retry: backoff after "internal-error", whose outcome is unknown, ${safe}`,
    ]);
    const automatic: Change = [codes, 'retry: backoff\n      wait: { seconds: 10 }', 'retry: automatic'];
    expect(judge(doubled, taking, ...unknown, automatic)).toEqual([
      `${codes}:16:14: retry: automatic after "internal-error", whose outcome is unknown, ${safe}`,
    ]);
  });

  test('no wait makes it safe, whatever the table of facts says', () => {
    const table: Change = ['facts/acme.tsv', 'code\tretry\n400\tbackoff\n'];
    expect(judge(doubled, taking, ...unknown, table)).toHaveLength(1);
  });

  test('quotes may be asked for again and again', () => {
    expect(judge(doubled, ...unknown)).toEqual([]);
  });
});

describe('after a wait only what was refused is sent again', () => {
  const lost: Change = [problems, 'category: rate-limit', 'category: connection'];

  test('a rate limit refuses', () => {
    expect(judge(doubled, taking)).toEqual([]);
    expect(judge(doubled, lost)).toEqual([]);
  });

  test('of other problems nobody knows', () => {
    expect(judge(doubled, taking, lost)).toEqual([
      `${codes}:16:14: retry: backoff after "rate-limited", which is no rate limit, ${safe}; where nothing can have been done, write backoff for 400 into the column retry of content/facts/acme.tsv`,
    ]);
  });

  test('unless the table of facts says so of the meaning', () => {
    const table = (message: string): Change => [
      'facts/acme.tsv',
      `code\tobserved_message\tretry\n400\t${message}\tbackoff\n`,
    ];
    expect(judge(doubled, taking, lost, table('too many requests | slow down'))).toEqual([]);
    expect(judge(doubled, taking, lost, table('another'))).toHaveLength(1);
  });
});

describe('a catalog takes orders', () => {
  const lost: Change = [problems, 'category: rate-limit', 'category: connection'];

  test.each(['order', 'position', 'funds', 'risk-limit'])('where a code is about them: %s', (category) => {
    expect(judge(doubled, lost, [problems, 'category: authentication', `category: ${category}`])).toHaveLength(1);
  });

  test('where a meaning, or the table of facts, says check-first', () => {
    const other: Change = [
      codes,
      'problem: symbol-not-found\n      retry: after-fix',
      'problem: symbol-not-found\n      retry: check-first',
    ];
    expect(judge(doubled, lost, other)).toHaveLength(1);
    expect(judge(doubled, lost, ['facts/acme.tsv', 'code\tretry\n1001\tcheck-first\n'])).toHaveLength(1);
  });
});

describe('check-first', () => {
  const asking = /asks for the state/;

  test('is told by one of the first two fixes', () => {
    const expected = (words: string) =>
      `neither of the first two fixes asks for the state, expected that with retry: check-first: name the call or the page that shows whether the order was placed, with one of the words ${words}`;
    expect(judge(asking, checking)).toEqual([
      `${en}:22:14: ${expected('query, check, look up, ask, GET, get_')}`,
      `catalogs/acme/text.zh-cn.yaml:22:14: ${expected('查, 看, 核对, 确认, GET, get_')}`,
      `${zhTw}:22:14: ${expected('查, 看, 核對, 確認, GET, get_')}`,
    ]);
  });

  test('whether in words or in a code span', () => {
    expect(
      judge(
        asking,
        checking,
        [en, '"Spread the requests."', '"Call `get_orders`."'],
        ['catalogs/acme/text.zh-cn.yaml', '"把请求分散开。"', '"先核对订单。"'],
        [zhTw, '"把請求分散開。"', '"先確認訂單。"'],
      ),
    ).toEqual([]);
    expect(judge(asking)).toEqual([]);
  });
});
