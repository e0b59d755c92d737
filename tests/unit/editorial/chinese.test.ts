import { describe, expect, test } from 'vitest';
import { mainlandIn, strangersIn } from '../../../src/editorial/chinese.ts';
import { zhTw } from '../../support/broken.ts';
import { judge, zhCn } from './judge.ts';

const chinese = /script|punctuation|mainland/;

test('the fixture is written in good Chinese', () => {
  expect(judge(chinese)).toEqual([]);
});

describe('script', () => {
  test('each file has one', () => {
    expect(
      judge(chinese, [zhCn, '把请求分散开。', '把請求分散開。'], [zhTw, '方案每秒只允許', '方案每秒只允許个']),
    ).toEqual([
      `${zhCn}:22:27: holds 請, 開 in traditional script, expected simplified; a literal stands in a code span or in 「」`,
      `${zhTw}:21:16: holds 个 in simplified script, expected traditional; a literal stands in a code span or in 「」`,
    ]);
  });

  test('literals stand in code spans or corner brackets', () => {
    expect(judge(chinese, [zhTw, '把請求分散開。', '答案是 `请求过多` 或「请求过多」。'])).toEqual([]);
    expect(strangersIn('「请求」與请求', 'zh-tw')).toEqual(['请']);
  });

  test('official titles stay as they were published', () => {
    expect(judge(chinese, [zhCn, 'title: "请求过多"', 'title: "請求過多,稍後"'])).toEqual([]);
    expect(
      judge(chinese, [
        zhTw,
        'title: "請求過多"\n      origin: translated',
        'title: "请求过多"\n      origin: official',
      ]),
    ).toEqual([]);
  });
});

test('punctuation beside Chinese is that of Chinese', () => {
  expect(judge(chinese, [zhCn, '等待 10 秒。', '等待,10 秒:再试。'])).toEqual([
    `${zhCn}:22:15: holds "待,", "秒:" with punctuation of English, expected ， ； ： ！ or ？ beside Chinese characters`,
  ]);
  expect(judge(chinese, [zhCn, '等待 10 秒。', '等待 `秒,分` and: wait。'])).toEqual([]);
});

describe("Taiwan's terms", () => {
  test('stand in zh-tw', () => {
    expect(judge(chinese, [zhTw, 'title: "找不到商品"', 'title: "服務器返回錯誤"'])).toEqual([
      `${zhTw}:14:14: holds words of the mainland, expected Taiwan's: 伺服器 for 服務器, 回傳 for 返回`,
    ]);
  });

  test('are not asked of official titles and code spans', () => {
    expect(
      judge(
        chinese,
        [zhTw, 'title: "找不到商品"\n      origin: translated', 'title: "服務器"\n      origin: official'],
        [zhTw, '把請求分散開。', '看 `服務器`。'],
      ),
    ).toEqual([]);
    expect(mainlandIn('伺服器支援資料')).toEqual([]);
    expect(mainlandIn('不支援的訂單參數組合')).toEqual([]);
    expect(mainlandIn('訂單參數組合的數組')).toEqual(['數組']);
  });
});
