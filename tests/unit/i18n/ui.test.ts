/** The words of the user interface: complete in every language, and in that language. */
import { describe, expect, test } from 'vitest';
import { mainlandIn, strangersIn } from '../../../src/editorial/chinese.ts';
import { ui } from '../../../src/i18n/index.ts';
import { type Locale, locales } from '../../../src/locales.ts';

type Words = ReadonlyMap<string, unknown>;

/** Lists strings and functions by their path. */
function flatten(value: unknown, path: string): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => flatten(inner, path === '' ? key : `${path}.${key}`))
    : [[path, value]];
}

const words = new Map<Locale, Words>(locales.map((locale) => [locale, new Map(flatten(ui[locale], ''))]));
const wordsOf = (locale: Locale): Words => words.get(locale) ?? new Map();

/** Returns a text, or what a function returns for each of several arguments. */
function said(word: unknown): readonly string[] {
  if (typeof word !== 'function') return [word as string];
  return [
    [0, 0],
    [1, 1],
    [2, 60],
    [7, 86_400],
    [13, 3],
  ].map((numbers) => String(word(...numbers)));
}

const all = locales.flatMap((locale) =>
  [...wordsOf(locale)].flatMap(([path, word]) => said(word).map((text) => ({ locale, path, text }))),
);

test.each(locales)('%s has the keys of English, in the same order, of the same kind', (locale) => {
  const kind = (word: unknown): string => (typeof word === 'function' ? `function of ${word.length}` : typeof word);
  const shape = (of: Locale) => [...wordsOf(of)].map(([path, word]) => `${path}: ${kind(word)}`).sort();
  expect(shape(locale)).toEqual(shape('en'));
  expect(wordsOf(locale).size).toBeGreaterThan(150);
});

test('no text is empty or has blanks around it that do not belong there', () => {
  const joints = new Set(['programs.colon', 'search.understood', 'search.comma']);
  for (const { locale, path, text } of all) {
    expect(text, `${locale} ${path}`).toBeTypeOf('string');
    expect(text.trim(), `${locale} ${path}`).not.toBe('');
    if (!joints.has(path)) expect(text, `${locale} ${path}`).toBe(text.trim());
    expect(text, `${locale} ${path}`).not.toMatch(/ {2}|undefined|NaN|\[object|TODO|\{\w*\}(?!.*")/);
  }
});

describe('functions', () => {
  const functions = [...wordsOf('en')].filter(([, word]) => typeof word === 'function').map(([path]) => path);

  test.each(functions)('%s uses the same arguments in every language', (path) => {
    const used = locales.map((locale) => {
      const word = wordsOf(locale).get(path) as (...given: readonly unknown[]) => unknown;
      const text = String(word(...[7301, 7302, 7303].slice(0, word.length)));
      return [7301, 7302, 7303].filter((argument) => text.includes(String(argument)));
    });
    expect(used[1]).toEqual(used[0]);
    expect(used[2]).toEqual(used[0]);
    expect(used[0]).not.toEqual([]);
  });

  test('English counts one as one', () => {
    expect(ui.en.catalog.count(1)).toBe('1 code');
    expect(ui.en.catalog.count(2)).toBe('2 codes');
    expect(ui.en.wait.seconds(1)).toBe('Wait at least 1 second.');
    expect(ui.en.catalog.rate('1,800+', 60)).toBe('1,800+ per minute');
  });
});

describe('languages', () => {
  test('English has no Chinese', () => {
    const chinese = all.filter(
      ({ locale, text }) => locale === 'en' && /\p{Script=Han}|[，。：；？！「」]/u.test(text),
    );
    expect(chinese).toEqual([]);
  });

  test.each(['zh-cn', 'zh-tw'] as const)('%s has no character of the other script', (locale) => {
    const mixed = all
      .filter((word) => word.locale === locale)
      .flatMap(({ path, text }) => strangersIn(text, locale).map((character) => `${path}: ${character} in ${text}`));
    expect(mixed).toEqual([]);
  });

  test("zh-tw has Taiwan's words", () => {
    const foreign = all
      .filter(({ locale }) => locale === 'zh-tw')
      .flatMap(({ path, text }) => mainlandIn(text).map((word) => `${path}: ${word} in ${text}`));
    expect(foreign).toEqual([]);
  });

  test.each(['zh-cn', 'zh-tw'] as const)('%s is Chinese, where English is not a name', (locale) => {
    const names = new Set(['site.name', 'search.keys', 'programs.colon', 'find.placeholder']);
    const english = all.filter(
      (word) =>
        word.locale === locale &&
        !names.has(word.path) &&
        /[a-z]{4}/i.test(word.text) &&
        !/\p{Script=Han}/u.test(word.text),
    );
    expect(english).toEqual([]);
  });

  test.each(['zh-cn', 'zh-tw'] as const)('%s has the punctuation of Chinese between characters', (locale) => {
    const halfWidth = all.filter(
      (word) => word.locale === locale && /\p{Script=Han}[,;:!?]|[,;:!?]\p{Script=Han}/u.test(word.text),
    );
    expect(halfWidth).toEqual([]);
  });
});
