import { expect, test } from 'vitest';
import { en, zephyrEn, zhTw } from '../../support/broken.ts';
import { judge, zhCn } from './judge.ts';

test('nothing stands twice in a list, however it is marked', () => {
  expect(judge(/says the same/)).toEqual([]);
  expect(
    judge(
      /says the same/,
      [en, '"Spread the requests."', '"Wait **10** seconds."'],
      ['problems/text.en.yaml', '"Send fewer requests."', '"Wait before the next request."'],
    ),
  ).toEqual([
    `${en}:22:35: says the same as line 22, expected each thing once in a list: take one of them out`,
    'problems/text.en.yaml:10:44: says the same as line 10, expected each thing once in a list: take one of them out',
  ]);
});

test('an entry has a cause and two fixes at least', () => {
  const short = /acme\/text\.en.*expected at least/;
  const expected = 'fixes: found 1, expected at least 2: write what else can be done';
  expect(judge(short)).toEqual([`${en}:28:14: ${expected}`, `${en}:34:14: ${expected}`]);
  const enough = '["Make a new token.", "Send it."]';
  expect(judge(short, [en, '["Make a new token."]\n  "1003"', `${enough}\n  "1003"`])).toEqual([
    `${en}:34:14: ${expected}`,
  ]);
});

test('problems may do with one fix', () => {
  expect(judge(/problems.*expected at least/)).toEqual([]);
});

test('lists are as long as in English', () => {
  expect(judge(/the three languages/)).toEqual([]);
  const same = 'the three languages say the same, item by item';
  expect(
    judge(
      /the three languages/,
      [zhTw, '["等待 10 秒。", "把請求分散開。"]', '["等待 10 秒。"]'],
      [zhCn, '  notes: ["字段名是 *ret*，不是 `code`。"]\n', ''],
      ['problems/text.zh-cn.yaml', '"密钥被截断。"', '"密钥被截断。", "密钥是别人的。"'],
      [zephyrEn, 'summary:', 'notes: ["It is new."]\n  summary:'],
    ),
  ).toEqual([
    `${zhCn}:2:3: notes: found 0, expected 1 as in ${en}, line 6: ${same}`,
    `${zhTw}:22:14: fixes: found 1, expected 2 as in ${en}, line 22: ${same}`,
    `catalogs/zephyr-futures/text.zh-cn.yaml:2:3: notes: found 0, expected 1 as in ${zephyrEn}, line 5: ${same}`,
    `catalogs/zephyr-futures/text.zh-tw.yaml:2:3: notes: found 0, expected 1 as in ${zephyrEn}, line 5: ${same}`,
    `problems/text.zh-cn.yaml:14:11: causes: found 2, expected 1 as in problems/text.en.yaml, line 14: ${same}`,
  ]);
});

test('of a meaning that has another slug in one language nothing is counted', () => {
  expect(judge(/the three languages/, [zhTw, '    too-fast:', '    too-quick:'])).toEqual([]);
  expect(judge(/the three languages/, [en, '    too-fast:', '    too-quick:'])).toEqual([]);
});
