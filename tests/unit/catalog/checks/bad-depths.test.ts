/** Full entries, and only they, have causes and fixes. */
import { expect, test } from 'vitest';
import { codes, en, findings } from '../../../support/broken.ts';
import { acmeOutline } from '../../../support/outline.ts';

test('an outline without causes and fixes is accepted', () => {
  expect(findings(...acmeOutline)).toEqual([]);
});

test('causes and fixes of an outline are reported in every language', () => {
  const [depth, ...texts] = acmeOutline;
  expect(findings(...(depth ? [depth] : []))).toHaveLength(2 * texts.length);
  expect(findings(...acmeOutline.filter(([file]) => file !== en))).toEqual([
    `${en}:33:7: causes with depth: outline in codes.yaml, expected none, or no depth there once all languages have causes and fixes`,
    `${en}:34:7: fixes with depth: outline in codes.yaml, expected none, or no depth there once all languages have causes and fixes`,
  ]);
});

test('missing causes and fixes of a full entry are reported', () => {
  expect(findings(...acmeOutline.filter(([file]) => file === en))).toEqual([
    `${en}:30:5: the meaning "invalid-token" has no causes, expected them, or depth: outline in codes.yaml`,
    `${en}:30:5: the meaning "invalid-token" has no fixes, expected them, or depth: outline in codes.yaml`,
  ]);
});

test('an unknown depth is reported', () => {
  expect(findings([codes, '- code: "1003"\n', '- code: "1003"\n  depth: half\n'])).toEqual([
    `${codes}:35:10: depth: found "half", expected one of outline, full`,
  ]);
});
