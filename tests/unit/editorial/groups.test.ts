import { expect, test } from 'vitest';
import type { Change } from '../../support/broken.ts';
import { catalog, codes, en, problems, zhTw } from '../../support/broken.ts';
import { judge, zhCn } from './judge.ts';

/** Makes the problem of 1001 and 1003 a success. */
const successful: Change = [problems, 'category: authentication', 'category: success'];

test('no group is empty', () => {
  expect(judge(/has no codes/)).toEqual([]);
  expect(judge(/has no codes/, [catalog, '[request, authentication]', '[request, orders, authentication]'])).toEqual([
    `${catalog}:15:19: the group "orders" has no codes, expected one at least: take it out here and in the texts, or put codes into it`,
  ]);
});

test('success, and only success, is nothing to retry', () => {
  expect(judge(/^[^:]*codes.*retry:/)).toEqual([]);
  expect(judge(/retry:.*while/, [codes, 'retry: backoff\n      wait: { seconds: 10 }', 'retry: none'])).toEqual([
    `${codes}:16:14: retry: none, while the problem "rate-limited" is no success, expected what a program may do (never, after-fix, backoff, automatic or check-first), or a problem of the category success or notice`,
  ]);
  const expected = 'while the problem "invalid-credential" is a success, expected none: there is nothing to send again';
  expect(judge(/retry:.*while/, successful)).toEqual([
    `${codes}:30:14: retry: after-fix, ${expected}`,
    `${codes}:42:14: retry: after-fix, ${expected}`,
  ]);
});

test('success stands in a group of its own', () => {
  const shared = /a group of its own/;
  expect(judge(shared)).toEqual([]);
  expect(judge(shared, successful)).toEqual([]);
  expect(
    judge(shared, successful, [
      codes,
      'symbol: ERR_TOKEN\n  group: authentication',
      'symbol: ERR_TOKEN\n  group: request',
    ]),
  ).toEqual([
    `${codes}:36:10: the success "1003" stands in the group "request" with errors, expected a group of its own: add one to groups in catalog.yaml, and its name to the texts`,
  ]);
});

test('problems have titles of their own in every language', () => {
  expect(judge(/too, expected one of its own/)).toEqual([]);
  expect(
    judge(/too, expected one of its own/, ['problems/text.zh-cn.yaml', 'title: "触发限流"', 'title: "标的不存在"']),
  ).toEqual([
    'problems/text.zh-cn.yaml:7:10: the title "标的不存在" is that of the problem "symbol-not-found" too, expected one of its own',
  ]);
});

test('of a file that no build takes nothing is said', () => {
  const broken: Change[] = [codes, en, zhCn, zhTw].map((file) => [file, '', '\n{']);
  expect(judge(/^catalogs\/acme\/(?!catalog)/, ...broken)).toEqual([]);
});
