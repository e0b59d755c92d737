import { expect, test } from 'vitest';
import { judge } from './judge.ts';

const permalinks = 'permalinks.txt';
const changes = 'changes.yaml';
const listed = [
  changes,
  [
    '- date: "2026-11-22"',
    '  added: { acme: ["1003"], zephyr-futures: ["1003", "bad_symbol"] }',
    '- date: "2026-11-21"',
    '  added: { acme: ["400", "1001"], zephyr-futures: ["-1121", "AMBIGUOUS_SYMBOL"] }\n',
  ].join('\n'),
] as const;

test('every address is in permalinks.txt, or the command is told', () => {
  expect(judge(/npm run permalinks/)).toEqual([]);
  expect(judge(/npm run permalinks/, [permalinks, '/acme/1003/\n', ''])).toEqual([
    'catalogs/acme/codes.yaml:34:9: /acme/1003/ is not in permalinks.txt, expected every entry there before it is published: run npm run permalinks',
  ]);
  expect(judge(/npm run permalinks/, [permalinks, '/acme/400/\n/acme/1001/\n', ''])).toEqual([
    'catalogs/acme/codes.yaml:2:9: /acme/400/ and 1 more of this catalog are not in permalinks.txt, expected every entry there before it is published: run npm run permalinks',
  ]);
});

test('every entry is in changes.yaml, or the command is told', () => {
  expect(judge(/npm run changes/, listed)).toEqual([]);
  expect(judge(/npm run changes/, [changes, listed[1].replace(', "1001"', '')])).toEqual([
    'catalogs/acme/codes.yaml:22:9: /acme/1001/ is not in changes.yaml, expected every entry there before it is published: run npm run changes',
  ]);
  expect(judge(/npm run changes/)).toEqual([
    'catalogs/acme/codes.yaml:2:9: /acme/400/ and 2 more of this catalog are not in changes.yaml, expected every entry there before it is published: run npm run changes',
    'catalogs/zephyr-futures/codes.yaml:2:9: /zephyr-futures/-1121/ and 2 more of this catalog are not in changes.yaml, expected every entry there before it is published: run npm run changes',
  ]);
});

test('an entry that took the place of a listed one is listed', () => {
  expect(judge(/npm run changes/, [changes, listed[1].replace('"-1121", ', '')])).toEqual([]);
});
