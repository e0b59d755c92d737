import { expect, it } from 'vitest';
import { isNear, isSlipOf, nearCodes, nearNames, nearWords, splitWord } from '../../src/edit-distance.ts';
import { stem, tokenise, wordKeys } from '../../src/search/text.ts';

it('knows a letter more, less, other, and two swapped', () => {
  for (const slip of ['signature', 'signatur', 'signaturee', 'sygnature', 'signatrue']) {
    expect(isNear('signature', slip, 1), slip).toBe(true);
  }
  expect(isNear('signature', 'sgnatrue', 1)).toBe(false);
  expect(isNear('signature', 'sgnatrue', 2)).toBe(true);
  expect(isNear('', 'abc', 2)).toBe(false);
});

it('finds words that are cut off or misspelt, short ones only as they are', () => {
  const vocabulary = ['sign', 'signatur', 'limit', 'limb', 'symbol'];
  expect(nearWords('sig', vocabulary, 5, false)).toEqual(['sign', 'signatur']);
  expect(nearWords('symbl', vocabulary, 5, true)).toEqual(['symbol']);
  expect(nearWords('symbl', vocabulary, 5, false)).toEqual([]);
  expect(nearWords('abc', vocabulary, 5, true)).toEqual([]);
});

it('parts a word that is two of a vocabulary, and no other', () => {
  const vocabulary = ['api', 'key', 'rat', 'limit', 'ratel'];
  expect(splitWord('apikey', vocabulary, stem)).toEqual(['api', 'key']);
  expect(splitWord('ratelimits', vocabulary, stem)).toEqual(['rat', 'limit']);
  expect(splitWord('apisecret', vocabulary, stem)).toEqual([]);
  expect(splitWord('key', vocabulary, stem)).toEqual([]);
  expect(splitWord('api'.repeat(20), vocabulary, stem)).toEqual([]);
});

it('finds codes: the other sign, what is begun, a slip of the finger', () => {
  const codes = ['1001', '1002', '1010', '9999', '-1121', '5', 'AMBIGUOUS_SYMBOL'];
  expect(nearCodes('1121', codes, 3)).toEqual(['-1121']);
  expect(nearCodes('100', codes, 4)).toEqual(['1001', '1002', '1010']);
  expect(nearCodes('9998', codes, 4)).toEqual(['9999']);
  expect(nearCodes('0101', ['1001', '0110', '101'], 4)).toEqual(['1001', '0110']);
  expect(nearCodes('10011', codes, 4)).toEqual(['1001']);
  expect(nearCodes('10012', codes, 4)).toEqual([]);
  expect(nearCodes('6', codes, 4)).toEqual([]);
  expect(nearCodes('ambiguous', codes, 4)).toEqual(['AMBIGUOUS_SYMBOL']);
  expect(nearCodes('nothing', codes, 4)).toEqual([]);
});

it('takes forms of a word for one', () => {
  for (const forms of [
    ['limit', 'limits', 'limited', 'limiting'],
    ['exceed', 'exceeds', 'exceeded', 'exceeding'],
    ['cancel', 'cancelled', 'cancelling'],
    ['trade', 'trades', 'traded', 'trading'],
    ['query', 'queries'],
    ['access'],
    ['status'],
  ]) {
    expect(new Set(forms.map(stem)).size, forms.join(' ')).toBe(1);
  }
  expect(stem('access')).toBe('access');
});

it('takes Chinese by pairs of characters, and one alone as it is', () => {
  expect(wordKeys(tokenise('签名无效 the token 码'))).toEqual(['签名', '名无', '无效', 'token', '码']);
});

it('takes a name for another with a slip, and no number', () => {
  expect(isSlipOf('bad-symbols', 'bad-symbol')).toBe(true);
  expect(isSlipOf('rate_limited', 'rate-limited')).toBe(true);
  expect(isSlipOf('too-slow', 'too-fast')).toBe(false);
  expect(isSlipOf('1004', '1003')).toBe(false);
});

it('finds names with a slip, then longer and shorter ones, then those that share words', () => {
  const names = [
    'symbol-not-found',
    'invalid-credential',
    'rate-limited',
    'rate',
    'symbol-ambiguous',
    'expired-credential',
  ];
  expect(nearNames('rate-limit', names, 3)).toEqual(['rate-limited', 'rate']);
  expect(nearNames('credentials-expired', names, 2)).toEqual(['expired-credential', 'invalid-credential']);
  expect(nearNames('unknown-symbol', names, 1)).toEqual(['symbol-not-found']);
  expect(nearNames('undecided', names, 3)).toEqual([]);
});
