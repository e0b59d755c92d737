import { expect, test } from 'vitest';
import { formatDate, formatLimit, formatNumber, formatWait, languageName } from '../../../src/i18n/format.ts';
import { locales } from '../../../src/locales.ts';

const each = <T>(format: (locale: (typeof locales)[number]) => T): readonly T[] => locales.map(format);

test('a day is the same day everywhere, and in the language', () => {
  expect(each((locale) => formatDate('2026-07-16', locale))).toEqual([
    'July 16, 2026',
    '2026年7月16日',
    '2026年7月16日',
  ]);
  expect(formatDate('2026-01-01', 'en')).toBe('January 1, 2026');
  expect(formatDate('2026-12-31', 'en')).toBe('December 31, 2026');
});

test('numbers', () => {
  expect(each((locale) => formatNumber(1_728_000, locale))).toEqual(['1,728,000', '1,728,000', '1,728,000']);
});

test('the names of languages', () => {
  expect(each((locale) => languageName('en', locale))).toEqual(['English', '英语', '英文']);
  expect(each((locale) => languageName('zh-CN', locale))).toEqual(['Simplified Chinese', '简体中文', '簡體中文']);
  expect(each((locale) => languageName('zh-TW', locale))).toEqual(['Traditional Chinese', '繁体中文', '繁體中文']);
  expect(languageName('xx', 'en')).toBe('xx');
});

test('limits: at once, at least, and in a time', () => {
  expect(formatLimit(50, 'en')).toBe('50');
  expect(formatLimit({ number: 5000, atLeast: true }, 'zh-tw')).toBe('5,000+');
  expect(formatLimit({ count: 1800, seconds: 60, atLeast: true }, 'en')).toBe('1,800+ per minute');
  expect(formatLimit({ count: 1, seconds: 10 }, 'en')).toBe('1 per 10 s');
  for (const locale of locales) {
    const text = formatLimit({ count: 20, seconds: 2 }, locale);
    expect(text).toContain('20');
    expect(text).toMatch(/2(?!0)/);
  }
});

test('how long to wait', () => {
  expect(formatWait({ seconds: 10 }, 'en')).toBe('Wait at least 10 seconds.');
  for (const locale of locales) {
    expect(formatWait({ seconds: 10 }, locale)).toContain('10');
    expect(formatWait({ header: 'Retry-After' }, locale)).toContain('Retry-After');
    expect(formatWait('exponential', locale)).not.toBe('');
  }
});
