/**
 * How well the finder finds: labelled queries of every kind over real catalogs, in every language,
 * and every entry by everything that identifies it.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Atlas, Entry } from '../../../src/catalog/model.ts';
import { messageExample } from '../../../src/catalog/wire.ts';
import { locales } from '../../../src/locales.ts';
import { find } from '../../../src/search/find.ts';
import type { Answer, FinderData } from '../../../src/search/types.ts';
import { queries } from '../../queries/index.ts';
import { wrong } from '../../queries/judge.ts';
import type { Query } from '../../queries/query.ts';
import { some } from '../../support/runs.ts';
import { dataOf, filesOf, label, labelledAtlas } from '../../support/search-data.ts';

let atlas: Atlas;
let files: ReadonlyMap<string, string>;
beforeAll(() => {
  atlas = labelledAtlas();
  files = filesOf(atlas);
});

/** The share of right answers that each class must reach. */
const bars: Readonly<Record<keyof typeof queries, number>> = {
  codes: 1,
  codesWithCatalog: 1,
  symbols: 1,
  unknownCodes: 1,
  literals: 1,
  variants: 0.95,
  pastes: 0.98,
  words: 0.95,
  nonsense: 1,
  heldOutPastes: 0.98,
  heldOutMessages: 0.95,
  heldOutSpellings: 1,
  heldOutWords: 0.95,
  heldOutNonsense: 1,
  heldOutUnknown: 1,
};

it('is at least 300 queries, none of them twice in a class', () => {
  const classes = Object.values(queries);
  expect(classes.flat().length).toBeGreaterThanOrEqual(300);
  for (const list of classes) {
    const texts = list.map(({ text }) => text);
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
  }
});

it('names entries that exist', () => {
  const known = new Set(
    atlas.catalogs.flatMap(({ id, entries }) =>
      entries.flatMap(({ code, meanings }) => [
        `${id}/${code}`,
        ...meanings.map(({ slug }) => `${id}/${code}#${slug}`),
      ]),
    ),
  );
  const named = Object.values(queries).flatMap((list: readonly Query[]) =>
    list.flatMap(({ first, among }) => [...(first ?? []), ...(among ?? [])]),
  );
  expect([...new Set(named)].filter((entry) => !known.has(entry))).toEqual([]);
});

describe.each(locales)('labelled queries on a page in %s', (locale) => {
  it.each(Object.keys(bars) as (keyof typeof queries)[])('%s', async (name) => {
    const data = dataOf(files, locale);
    const list: readonly Query[] = queries[name];
    const failures: string[] = [];
    for (const query of list) {
      const failure = wrong(query, await find(query.text, data));
      if (failure) failures.push(`${JSON.stringify(query.text).slice(0, 120)}: ${failure}`);
    }
    const share = 1 - failures.length / list.length;
    expect(share, failures.join('\n')).toBeGreaterThanOrEqual(bars[name]);
  });
});

describe.each(locales)('every entry on a page in %s', (locale) => {
  /** Searches for every entry; returns those that did not come first, together with all that share the key. */
  async function failures(
    keysOf: (entry: Entry) => readonly string[],
    query: (entry: Entry, key: string) => string,
    shared: (entry: Entry, key: string) => readonly Entry[],
  ): Promise<string[]> {
    const data = dataOf(files, locale);
    const failed: string[] = [];
    for (const catalog of atlas.catalogs) {
      for (const entry of some(catalog.entries)) {
        for (const key of keysOf(entry)) {
          const wanted = shared(entry, key).map((each) => `${each.catalog.id}/${each.code}`);
          const { exact } = await find(query(entry, key), data);
          const got = exact.slice(0, wanted.length).map((hit) => label(hit, false));
          if (wanted.some((each) => !got.includes(each))) failed.push(`${query(entry, key)}: ${got.join(', ')}`);
        }
      }
    }
    return failed;
  }
  const all = (): Entry[] => atlas.catalogs.flatMap(({ entries }) => entries);
  const texts = ({ meanings }: Entry): string[] => meanings.flatMap(({ messages }) => messages.map(messageExample));
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  /** Returns true if an entry says the same: a symbol or code made of words may read like another entry's message. */
  const says = (entry: Entry, text: string): boolean =>
    [entry.code, entry.symbol ?? '', ...texts(entry)].some((other) => other !== '' && plain(other) === plain(text));
  const sharing = (text: string): Entry[] => all().filter((entry) => says(entry, text));

  it('is found by its code', async () => {
    const found = await failures(
      ({ code }) => [code],
      (_, code) => code,
      (_, code) => all().filter((entry) => entry.code === code),
    );
    expect(found).toEqual([]);
  });

  it('is found by catalog and code, alone', async () => {
    const data = dataOf(files, locale);
    for (const entry of some(all())) {
      for (const text of [
        `${entry.catalog.id} ${entry.code}`,
        `${entry.code} ${entry.catalog.aliases[0]}`,
        `${entry.catalog.name[locale]} ${entry.code}`,
      ]) {
        const { exact } = await find(text, data);
        expect(
          exact.map((hit) => label(hit, false)),
          text,
        ).toEqual([`${entry.catalog.id}/${entry.code}`]);
      }
    }
  });

  const isCode = (name: string): boolean => all().some(({ code }) => code === name);

  it('is found by its symbol', async () => {
    const found = await failures(
      ({ symbol }) =>
        symbol === undefined
          ? []
          : // Without its beginning it may be a code of another catalog, which is then found instead.
            [symbol, symbol.toLowerCase(), ...[symbol.replace(/^ERR_/, '')].filter((short) => !isCode(short))],
      (_, symbol) => symbol,
      (entry, symbol) => [...new Set([entry, ...sharing(symbol)])],
    );
    expect(found).toEqual([]);
  });

  it('is found by each of its messages, with all that share it', async () => {
    const found = await failures(
      texts,
      (_, message) => message,
      (_, message) => sharing(message),
    );
    expect(found).toEqual([]);
  });

  it('is found by catalog and message', async () => {
    const found = await failures(
      texts,
      (entry, message) => `${entry.catalog.id} ${message}`,
      (entry, message) => entry.catalog.entries.filter((each) => says(each, message)),
    );
    expect(found).toEqual([]);
  });

  it('is found by its title in every language', async () => {
    const data = dataOf(files, locale);
    for (const entry of all()) {
      for (const each of locales) {
        for (const { text } of entry.meanings) {
          const { exact } = await find(text[each].title, data);
          expect(
            exact.map((hit) => label(hit, false)),
            text[each].title,
          ).toContain(`${entry.catalog.id}/${entry.code}`);
        }
      }
    }
  });

  it('is found by an answer as it looks on the wire, with its meaning', async () => {
    const data = dataOf(files, locale);
    const wrongs: string[] = [];
    for (const entry of all()) {
      for (const meaning of entry.meanings) {
        const success = meaning.problem.category === 'success';
        const answer = await find(meaning.example.text, data);
        const [hit] = [...answer.exact, ...answer.similar];
        const told = hit && label(hit, entry.meanings.length > 1);
        const wanted = `${entry.catalog.id}/${entry.code}${entry.meanings.length > 1 ? `#${meaning.slug}` : ''}`;
        // Without a literal an answer could be from any API. A provider's answer to a good request need not show its
        // code.
        const certain = answer.exact.length > 0 || meaning.messages.length === 0;
        if (success ? answer.exact.length > 0 : told !== wanted || !certain) {
          wrongs.push(`${meaning.example.text}: ${told}`);
        }
      }
    }
    expect(wrongs).toEqual([]);
  });
});

it('answers alike on a page of any language', async () => {
  const shown = ({ exact, unknown }: Answer): unknown => [
    exact.map((hit) => label(hit, true)),
    unknown.map(({ code, catalog }) => [code, catalog?.id]),
  ];
  const data = locales.map((locale): FinderData => dataOf(files, locale));
  for (const { text } of [...queries.codes, ...queries.codesWithCatalog, ...queries.literals, ...queries.pastes]) {
    const answers = await Promise.all(data.map((each) => find(text, each)));
    for (const answer of answers) expect(shown(answer), text).toEqual(shown(answers[0] as Answer));
  }
});
