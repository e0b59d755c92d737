import { expect, test } from 'vitest';
import type { Envelope } from '../../../src/catalog/schema/files.ts';
import { messageExample, wireExample } from '../../../src/catalog/wire.ts';

const envelope = (template: string): Envelope => ({ id: 'json', kind: 'http', language: 'json', template });
const json = envelope('{"code": {{code:json}}, "message": {{message:json}}}\n');
const message = (text: string, example?: string) => ({
  text,
  seen: 'documented' as const,
  ...(example === undefined ? {} : { example }),
});

test.each([
  ['0', '0'],
  ['1001', '1001'],
  ['-1121', '-1121'],
  ['12345678901234567890', '12345678901234567890'],
  ['0042', '"0042"'],
  ['-0', '"-0"'],
  ['-01', '"-01"'],
  ['AMBIGUOUS_SYMBOL', '"AMBIGUOUS_SYMBOL"'],
  ['1e3', '"1e3"'],
  ['0x1f', '"0x1f"'],
  ['true', '"true"'],
])('the code %s is %s in JSON', (code, literal) => {
  const text = wireExample(json, code, message('no'));
  expect(text).toBe(`{"code": ${literal}, "message": "no"}`);
  expect(String((JSON.parse(text.replace(/\d{17,}/, '"$&"')) as { code: unknown }).code)).toBe(code);
});

test.each(['"', '\\', '</script>', '{{code}}', '{{message:json}}', '$&', "$'", '{x}', '`', '错误'])(
  'the message %j stays what it is, in JSON and outside',
  (text) => {
    expect(JSON.parse(wireExample(json, '1', message(text)))).toEqual({ code: 1, message: text });
    expect(wireExample(envelope('[{{code}}] {{message}}'), '0042', message(text))).toBe(`[0042] ${text}`);
  },
);

test('an example stands for a message with variable parts, an ellipsis for one that is unknown', () => {
  expect(messageExample(message('symbol {symbol} not found', 'symbol XYZ not found'))).toBe('symbol XYZ not found');
  expect(messageExample(message('symbol {symbol} not found'))).toBe('symbol {symbol} not found');
  expect(messageExample(undefined)).toBe('…');
  expect(wireExample(json, '4004', undefined)).toBe('{"code": 4004, "message": "…"}');
});

test('a placeholder may stand several times, and blanks at the end of the template go', () => {
  expect(wireExample(envelope('{{code}} {{code}} {{code:json}}\n\n'), '-1', undefined)).toBe('-1 -1 -1');
});
