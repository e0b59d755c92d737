/** What must hold of the texts and facts that people wrote, beyond what the schema can see. */
import { describe, expect, test } from 'vitest';
import type { Meaning } from '../../../src/catalog/model.ts';
import { locales } from '../../../src/locales.ts';
import { mainlandIn, strangersIn } from '../../support/chinese.ts';
import { atlas, catalogOf, entryOf, listsIn, textsIn } from './content.ts';

const meanings: readonly Meaning[] = atlas.catalogs.flatMap(({ entries }) =>
  entries.flatMap((entry) => entry.meanings),
);
const nameOf = ({ entry, slug }: Meaning): string => `${entry.catalog.id} ${entry.code} ${slug}`;

describe('no order is doubled', () => {
  test.each([
    ...['500', '501', '9999', '603'].map((code) => ['mexc-futures', code] as const),
    ...['1013', '1019', '1022'].map((code) => ['myquant-gm', code] as const),
  ])('%s %s may have done what was asked: check first', (id, code) => {
    for (const meaning of entryOf(id, code).meanings) {
      expect(meaning.retry).toBe('check-first');
      expect(meaning.wait).toBeUndefined();
    }
  });

  test('where orders are placed, no error with an unknown outcome is sent again unasked', () => {
    const unknownOutcome = new Set(['internal-error', 'timeout', 'order-duplicate', 'response-unreadable']);
    const unasked = [...catalogOf('mexc-futures').entries, ...catalogOf('myquant-gm').entries]
      .flatMap((entry) => entry.meanings)
      .filter(({ problem, retry }) => unknownOutcome.has(problem.id) && ['backoff', 'automatic'].includes(retry));
    expect(unasked.map(nameOf)).toEqual([]);
  });

  test('on MEXC only a refused request is sent again after a wait', () => {
    const waits = catalogOf('mexc-futures').entries.filter((entry) =>
      entry.meanings.some(({ retry }) => retry === 'backoff'),
    );
    expect(waits.map(({ meanings: [{ problem }] }) => problem.id)).toEqual(waits.map(() => 'rate-limited'));
  });

  test.each(locales)('%s: what to do begins with asking for the state', (locale) => {
    const asking = {
      en: /\b(?:query|check|look up|ask|get_|GET)/i,
      'zh-cn': /查|看|核对|确认|GET|get_/,
      'zh-tw': /查|看|核對|確認|GET|get_/,
    };
    const silent = meanings
      .filter(({ retry }) => retry === 'check-first')
      .filter(({ text }) => !text[locale].fixes.slice(0, 2).some((fix) => asking[locale].test(fix)));
    expect(silent.map(nameOf)).toEqual([]);
  });
});

test('success, and only success, is nothing to retry', () => {
  for (const meaning of meanings) {
    expect(meaning.retry === 'none', nameOf(meaning)).toBe(meaning.problem.category === 'success');
  }
});

test('every catalog has one success, in its own group', () => {
  for (const { entries } of atlas.catalogs) {
    const successes = entries.filter((entry) => entry.meanings.some(({ retry }) => retry === 'none'));
    expect(successes).toHaveLength(1);
    expect(successes[0]?.group.entries).toEqual(successes);
  }
});

test('no group is empty, and every problem has a guidance of its own', () => {
  for (const { id, groups } of atlas.catalogs) {
    for (const group of groups) expect(group.entries.length, `${id} ${group.id}`).toBeGreaterThan(0);
  }
  expect(atlas.problems.length).toBeGreaterThanOrEqual(35);
  for (const locale of locales) {
    const titles = atlas.problems.map(({ text }) => text[locale].title);
    expect(new Set(titles).size).toBe(titles.length);
  }
});

test('every example shows its code', () => {
  for (const meaning of meanings) expect(meaning.example.text, nameOf(meaning)).toContain(meaning.entry.code);
});

test('every example in JSON is JSON', () => {
  for (const meaning of meanings) {
    const { text, envelope } = meaning.example;
    if (envelope.language === 'json') expect(() => JSON.parse(text) as unknown, nameOf(meaning)).not.toThrow();
  }
});

test('every code is among the published addresses', () => {
  const published = new Set(atlas.permalinks);
  const unpublished = atlas.catalogs.flatMap(({ id, entries }) =>
    entries.map(({ code }) => `/${id}/${code.toLowerCase()}/`).filter((path) => !published.has(path)),
  );
  expect(unpublished).toEqual([]);
});

describe.each(locales)('the texts in %s', (locale) => {
  const lists = listsIn(locale);
  const texts = textsIn(locale);

  test('are finished', () => {
    expect(texts.length).toBeGreaterThan(1000);
    expect(texts.filter(({ text }) => /\bTODO\b|\bFIXME\b|\bXXX\b|待补|待補|待翻|lorem/i.test(text))).toEqual([]);
  });

  test('do not say the same twice in a row, nor in one list', () => {
    expect(lists.filter(({ list }) => new Set(list).size < list.length)).toEqual([]);
  });

  test('are sentences', () => {
    const end = locale === 'en' ? /[.?!]$/ : /[。？！]$/;
    expect(
      lists.flatMap(({ where, list }) => list.filter((text) => !end.test(text)).map((text) => [where, text])),
    ).toEqual([]);
  });

  test('are plain text: no Markdown, no HTML', () => {
    expect(texts.filter(({ text }) => /`|\*\*|\]\(|<\/?[a-z]+>/.test(text))).toEqual([]);
  });

  test('have as many items as in English', () => {
    const counts = (of: typeof lists) => of.map(({ where, list }) => `${where}: ${list.length}`);
    expect(counts(lists)).toEqual(counts(listsIn('en')));
  });

  test('give at least a cause and two things to do', () => {
    const thin = meanings.filter(({ text }) => text[locale].causes.length < 1 || text[locale].fixes.length < 2);
    expect(thin.map(nameOf)).toEqual([]);
  });
});

describe.each(['zh-cn', 'zh-tw'] as const)('Chinese in %s', (locale) => {
  test('is of one script', () => {
    const mixed = textsIn(locale).filter(({ text }) => strangersIn(text, locale).length > 0);
    expect(mixed).toEqual([]);
  });

  test('has the punctuation of Chinese between characters', () => {
    const halfWidth = textsIn(locale).filter(({ text }) => /\p{Script=Han}[,;:!?]|[,;:!?]\p{Script=Han}/u.test(text));
    expect(halfWidth).toEqual([]);
  });
});

test("zh-tw is written in Taiwan's terms, apart from official titles", () => {
  const foreign = textsIn('zh-tw').flatMap(({ where, text }) =>
    mainlandIn(text).map((word) => `${word}: ${where}: ${text}`),
  );
  expect(foreign).toEqual([]);
});
