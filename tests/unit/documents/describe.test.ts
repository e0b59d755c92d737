import { expect, test } from 'vitest';
import { entryDescription } from '../../../src/documents/describe.ts';
import { atlasOf, en } from '../../support/broken.ts';
import { entryOf } from '../../support/fixture.ts';

test.each([
  ['Invalid token', 'Acme 1003: Invalid token. The token is wrong'],
  ['Try again later!', 'Acme 1003: Try again later! The token is wrong'],
  ['See the docs.', 'Acme 1003: See the docs. The token is wrong'],
])('a title %j is followed by one full stop at most', (title, expected) => {
  const entry = entryOf(atlasOf([en, 'title: "Invalid token"', `title: ${JSON.stringify(title)}`]), 'acme', '1003');
  expect(entryDescription(entry, 'en').startsWith(expected)).toBe(true);
});

test('a Chinese description has the full stops of Chinese', () => {
  const description = entryDescription(entryOf(atlasOf(), 'acme', '1003'), 'zh-cn');
  expect(description).not.toMatch(/\. |。 /);
  expect(description).toMatch(/。/);
});
