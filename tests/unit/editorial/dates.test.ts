import { expect, test } from 'vitest';
import { catalog, codes, zephyrCodes } from '../../support/broken.ts';
import { judge } from './judge.ts';

test('an entry rests on a document that holds today, but for one that the provider no longer lists', () => {
  expect(judge(/superseded/)).toEqual([]);
  const superseded = [catalog, 'read: "2026-07-01"', 'read: "2026-07-01", supersededBy: docs-zh-cn'] as const;
  expect(judge(/superseded/, superseded)).toEqual([
    `${codes}:38:12: rests on superseded sources alone, expected one that holds today: compare the entry with docs-zh-cn, and name it here`,
  ]);
});

test('no rate limit says that nothing is published beside a table of limits', () => {
  const said =
    'wait: exponential says that nothing is published, while catalog.yaml has a table of limits: expected { seconds: 10 }, { header: Retry-After }, or described with the words in the texts; where the limits are others, write exponential for 1003 into the column wait of content/facts/zephyr-futures.tsv';
  expect(judge(/nothing is published/)).toEqual([`${zephyrCodes}:32:13: ${said}`]);
  expect(judge(/nothing is published/, [zephyrCodes, 'wait: exponential', 'wait: { seconds: 2 }'])).toEqual([]);
  expect(judge(/nothing is published/, [codes, 'wait: { seconds: 10 }', 'wait: exponential'])).toHaveLength(1);
});
