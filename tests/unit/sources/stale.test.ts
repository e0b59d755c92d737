import { expect, test } from 'vitest';
import { root } from '../../../src/settings.ts';
import { runSources } from '../../../src/sources/command.ts';
import { writeContent } from '../../support/source-content.ts';

const stale = (...args: string[]) =>
  runSources(['stale', ...args], { contentDir: writeContent(), root, today: '2026-07-30' });

const docs = encodeURIComponent('错误码');

test('the oldest first, of one day by catalog', () => {
  expect(stale()).toEqual({
    lines: [
      '2025-04-17  469 days  joined  Error code  https://example.com/Error%20code',
      '2025-09-25  308 days  headings  Error codes  https://example.com/Error%20codes',
      `2025-09-25  308 days  table  错误码  https://example.com/${docs}`,
      '2026-01-17  194 days  table  C header  https://example.com/C%20header',
      '4 of 6 sources were last read more than 180 days ago',
    ],
    exitCode: 1,
  });
});

test('a source read exactly so many days ago is not old yet', () => {
  expect(stale('--days', '308').lines.at(-1)).toBe('1 of 6 sources were last read more than 308 days ago');
  expect(stale('--days', '307').lines.at(-1)).toBe('3 of 6 sources were last read more than 307 days ago');
});

test('nothing is old', () => {
  expect(stale('--today', '2025-10-01')).toEqual({
    lines: ['0 of 6 sources were last read more than 180 days ago'],
    exitCode: 0,
  });
});
