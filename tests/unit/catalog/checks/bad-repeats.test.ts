/** Mistakes in `repeats`, the lines of general guidance that an entry claims to say itself. */
import { expect, test } from 'vitest';
import { codes, type Edit, findings } from '../../../support/broken.ts';

const cases: readonly (readonly [string, readonly Edit[], readonly string[]])[] = [
  [
    'a line of general guidance that does not exist',
    [[codes, '      wait: { seconds: 10 }\n', '      wait: { seconds: 10 }\n      repeats: ["Wait for ever"]\n']],
    [
      `${codes}:18:17: "Wait for ever" begins no line of the problem "rate-limited", expected the beginning of one of its causes or fixes in problems/text.en.yaml`,
    ],
  ],
  [
    'a line of general guidance named too briefly, and twice',
    [[codes, '      wait: { seconds: 10 }\n', '      wait: { seconds: 10 }\n      repeats: ["Se", "Wait", "Wait"]\n']],
    [
      `${codes}:18:17: "Se" begins 2 lines of the problem "rate-limited", expected the beginning of one of its causes or fixes in problems/text.en.yaml`,
      `${codes}:18:31: the beginning "Wait" stands twice (first on line 18), expected it once`,
    ],
  ],
  [
    'lists of general guidance of different lengths',
    [
      [codes, '      wait: { seconds: 10 }\n', '      wait: { seconds: 10 }\n      repeats: ["Send fewer"]\n'],
      ['problems/text.zh-tw.yaml', '"減少請求。"]', '"減少請求。", "再看一次。"]'],
    ],
    [
      'problems/text.zh-tw.yaml:10:10: found 3 fixes, expected 2 as in problems/text.en.yaml: an entry leaves out some of them, in every language the same',
    ],
  ],
];

test.each(cases)('%s', (_name, edits, expected) => {
  expect(findings(...edits)).toEqual(expected);
});
