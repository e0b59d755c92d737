import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Alignment, alignMessage, bestMessage } from '../../../../src/browser/share/align-message.ts';

/** Returns the given message with the varying parts in square brackets. */
const marked = ({ parts }: Alignment): string =>
  parts.map(({ text, varies }) => (varies ? `[${text}]` : text)).join('');

describe('what varies', () => {
  test.each([
    ['Contract not activated!', 'Contract not activated!', 'Contract not activated!'],
    ['contract NOT activated', 'Contract not activated!', 'contract NOT activated'],
    ['“Contract not activated.”', 'Contract not activated!', '“Contract not activated.”'],
    ['Contract BTC_USDT not activated!', 'Contract not activated!', 'Contract [BTC_USDT] not activated!'],
    [
      'Invalid parameter: limit must be < 500',
      'Invalid parameter: {detail}',
      'Invalid parameter: [limit must be < 500]',
    ],
    ['Invalid parameter: parameter limit', 'Invalid parameter: {detail}', 'Invalid parameter: [parameter limit]'],
    ['10 of 20 used', '{used} of {all} used', '[10] of [20] used'],
    ['订阅实时行情失败，代码 SHSE.600000', '订阅实时行情失败', '订阅实时行情失败[，代码 SHSE.600000]'],
    [
      '{"code":1002,"message":"Contract not activated!"}',
      'Contract not activated!',
      '[{"code":1002,"message":"]Contract not activated!"}',
    ],
    ['Insufficient balance (12.5 USDT)', 'Insufficient balance!', 'Insufficient balance [(12.5 USDT)]'],
  ])('%s', (given, documented, expected) => {
    expect(marked(alignMessage(given, documented))).toBe(expected);
  });
});

describe('the best of several messages', () => {
  const messages = ['request header param invalid', 'request data param invalid', 'Invalid parameter: {detail}'];

  test.each([
    ['request data param invalid', 1],
    ['Request header "token" param invalid', 0],
    ['Invalid parameter: symbol', 2],
  ])('%s', (given, index) => {
    expect(bestMessage(given, messages)?.index).toBe(index);
  });

  test.each(['', ' ', 'Signature verification failed', '<b>', '\0', '{}', '无效签名'])('%j is like none', (given) => {
    expect(bestMessage(given, messages)).toBeUndefined();
  });

  test('of two that are there as a whole the longer one wins', () => {
    expect(bestMessage('[500] System internal error! id=7', ['Internal error', 'System internal error!'])?.index).toBe(
      1,
    );
  });

  test('a message of placeholders only is matched by nothing', () => {
    expect(bestMessage('anything', ['{detail}', '{a}{b}', ''])).toBeUndefined();
  });
});

const odd = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('{', '}', '<', '>', ' ', '\n', 'a', 'B', '1', '码', '\u202e', '\ud800', '́', '&') }),
);

describe('properties', () => {
  test('nothing of the given message is lost or added, and the score is a share', () => {
    fc.assert(
      fc.property(odd, odd, (given, documented) => {
        const { parts, score } = alignMessage(given, documented);
        expect(parts.map(({ text }) => text).join('')).toBe(given);
        expect(parts.every(({ text }) => text !== '')).toBe(true);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('a message is like itself, whatever its case and spaces', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (words) => {
        const { parts, score } = alignMessage(words.join('  ').toUpperCase(), words.join(' '));
        expect(parts.some(({ varies }) => varies)).toBe(false);
        expect(score).toBe(1);
      }),
    );
  });

  test('what stands for a placeholder is marked, and nothing else', () => {
    const word = fc.stringMatching(/^[a-m]{1,8}$/);
    const value = fc.stringMatching(/^[n-z0-9]{1,12}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 5 }),
        value,
        fc.array(word, { minLength: 1, maxLength: 5 }),
        (before, varying, after) => {
          const [head, tail] = [before.join(' '), after.join(' ')];
          const alignment = alignMessage(`${head} ${varying} ${tail}`, `${head} {value} ${tail}`);
          expect(marked(alignment)).toBe(`${head} [${varying}] ${tail}`);
          expect(alignment.score).toBe(1);
        },
      ),
    );
  });

  test.each([
    ['one word', 'a'.repeat(100_000)],
    ['many words', 'ab '.repeat(33_000)],
    ['white space', ' \n'.repeat(50_000)],
    ['open braces', '{'.repeat(100_000)],
    ['braces in pairs', '{}'.repeat(50_000)],
    ['Chinese', '错'.repeat(100_000)],
    ['combining marks', `e${'\u0301'.repeat(100_000)}`],
    ['halves of characters', '\ud800'.repeat(100_000)],
  ])('100 KB of %s take no time', (_, text) => {
    const start = performance.now();
    for (const [given, documented] of [
      [text, 'ab cd ab {x} 错 误'],
      ['ab cd ab 错 误', text],
      [text, text],
    ] as const) {
      expect(
        alignMessage(given, documented)
          .parts.map((part) => part.text)
          .join(''),
      ).toBe(given);
    }
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
