import { expect, test } from 'vitest';
import type { Change } from '../../support/broken.ts';
import { en, zhTw } from '../../support/broken.ts';
import { judge, zhCn } from './judge.ts';

const unfinished = /unfinished/;
const sentence = /expected a sentence/;

test('the fixture is finished, and in sentences', () => {
  expect(judge(unfinished)).toEqual([]);
  expect(judge(sentence)).toEqual([]);
});

test.each<[mark: string, change: Change, line: string]>([
  ['TODO', [en, 'Make a new token."]\n  "1003"', 'TODO: where?"]\n  "1003"'], `${en}:28:15: holds "TODO"`],
  ['待补', [zhCn, '新建令牌。"]\n  "1003"', '待补。"]\n  "1003"'], `${zhCn}:28:15: holds "待补"`],
  ['待補', [zhTw, 'summary: "虛構服務商 Acme 的行情介面。"', 'summary: "待補"'], `${zhTw}:5:12: holds "待補"`],
  [
    'lorem',
    [en, 'title: "Token expired"\n      origin: official', 'title: "Lorem ipsum"\n      origin: translated'],
    `${en}:25:14: holds "Lorem"`,
  ],
])('the mark of an unfinished text: %s', (_mark, change, line) => {
  expect(judge(unfinished, change)).toEqual([`${line}, the mark of an unfinished text, expected the finished text`]);
});

test('a literal in a code span, and an official title, are no marks', () => {
  expect(judge(unfinished, [en, 'Make a new token."]\n  "1003"', 'Make `XXX` anew."]\n  "1003"'])).toEqual([]);
  expect(judge(unfinished, [en, 'title: "Token expired"', 'title: "XXX expired"'])).toEqual([]);
});

test('items of lists end like sentences, each language with its marks', () => {
  expect(
    judge(
      sentence,
      [en, 'Wait 10 seconds.', 'Wait 10 seconds'],
      [en, 'points: ["Any ret but 200 is an error."', 'points: ["Any ret but 200 is an `error`"'],
      [zhCn, '等待 10 秒。', '等待 10 秒.'],
      ['problems/text.zh-tw.yaml', '減少請求。', '減少[請求](/acme)'],
    ),
  ).toEqual([
    `${en}:10:53: ends with "but 200 is an error", expected a sentence: put . ? or ! at its end, after a code span or a link too`,
    `${en}:22:15: ends with "Wait 10 seconds", expected a sentence: put . ? or ! at its end, after a code span or a link too`,
    `${zhCn}:22:15: ends with "等待 10 秒.", expected a sentence: put 。 ？ or ！ at its end, after a code span or a link too`,
    'problems/text.zh-tw.yaml:10:26: ends with "減少請求", expected a sentence: put 。 ？ or ！ at its end, after a code span or a link too',
  ]);
});

test('a sentence may end within markup, a quotation or brackets', () => {
  const ends = [
    '**Wait.**',
    'Wait [here.](/acme)',
    'Run `wait 10.`',
    'They say “wait.”',
    'Wait (10 seconds.)',
    'Wait?',
  ];
  for (const end of ends) expect(judge(sentence, [en, 'Wait 10 seconds.', end])).toEqual([]);
  for (const end of ['等待「10 秒。」', '*等待！*']) expect(judge(sentence, [zhTw, '等待 10 秒。', end])).toEqual([]);
});
