import fc from 'fast-check';
import { expect, test } from 'vitest';
import { givenIn, givenOf, longestGiven } from '../../../../src/browser/share/message-in-link.ts';

test.each([
  ['', '', false],
  ['?m=', '', false],
  ['?m=%20%20', '', false],
  ['?x=1', '', false],
  ['?m=System+busy%21', 'System busy!', false],
  ['?m=%E4%B8', '\ufffd', false],
  ['?m=%zz&m=second', '%zz', false],
  ['?m=<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>', false],
])('%s', (query, text, cut) => {
  expect(givenIn(query)).toEqual({ text, cut });
});

test('cuts after 500 characters, never within one', () => {
  expect(givenOf('😀'.repeat(longestGiven))).toEqual({ text: '😀'.repeat(longestGiven), cut: false });
  expect(givenOf('😀'.repeat(longestGiven + 1))).toEqual({ text: '😀'.repeat(longestGiven), cut: true });
  expect(givenOf('a'.repeat(100_000))).toEqual({ text: 'a'.repeat(longestGiven), cut: true });
});

test('any message comes through a link as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (message) => {
      const query = new URLSearchParams({ m: message });
      expect(givenIn(`?${query}`)).toEqual(givenOf(message));
      expect(givenOf(message).text).toBe(message.trim());
    }),
  );
});
