/** Every row of the providers' tables is in the catalogs, exactly as it is there. */
import { describe, expect, test } from 'vitest';
import type { Meaning } from '../../../src/catalog/model.ts';
import { catalogOf, entryOf, facts } from './content.ts';

const undocumented = {
  'myquant-gm': ['-1', '1002', '1011', '1012', '1022', '1023', '1024'],
  alltick: ['201', '202'],
  tickdb: ['AMBIGUOUS_SYMBOL'],
  'mexc-futures': [],
} as const;
const documentedRows = { 'myquant-gm': 31, alltick: 12, tickdb: 20, 'mexc-futures': 72 } as const;
const ids = Object.keys(documentedRows) as (keyof typeof documentedRows)[];

/** A cell of a table; empty where the table has none. */
const cell = (row: ReadonlyMap<string, string>, column: string): string => row.get(column) ?? '';

const saidBy = (meaning: Meaning | undefined, seen: string): readonly string[] =>
  (meaning?.messages ?? []).filter((message) => message.seen === seen).map(({ text }) => text);

const onlyMeaning = (id: string, code: string): Meaning => {
  const { meanings } = entryOf(id, code);
  expect(meanings).toHaveLength(1);
  return meanings[0];
};

test('the first four catalogs: 135 documented rows, of 134 codes', () => {
  const entries = ids.flatMap((id) => catalogOf(id).entries).filter(({ status }) => status === 'documented');
  expect(entries).toHaveLength(134);
  expect(entries.flatMap(({ meanings }) => meanings)).toHaveLength(135);
});

describe.each(ids)('%s', (id) => {
  const entriesOf = (status: string) => catalogOf(id).entries.filter((entry) => entry.status === status);

  test('has so many documented rows', () => {
    expect(entriesOf('documented').flatMap(({ meanings }) => meanings)).toHaveLength(documentedRows[id]);
  });

  test('marks exactly these as undocumented, and has none retired', () => {
    expect(
      entriesOf('undocumented')
        .map(({ code }) => code)
        .sort(),
    ).toEqual([...undocumented[id]].sort());
    expect(entriesOf('retired')).toEqual([]);
  });

  test('has the codes of the table and no other', () => {
    const known: readonly string[] = undocumented[id];
    const codes = new Set([...facts(id).map((row) => cell(row, 'code')), ...known]);
    expect(
      catalogOf(id)
        .entries.map(({ code }) => code)
        .sort(),
    ).toEqual([...codes].sort());
  });

  test('names an official title only where the provider has published one', () => {
    const official = { 'myquant-gm': ['zh-cn'], alltick: ['en', 'zh-cn'], tickdb: ['en', 'zh-cn', 'zh-tw'] };
    const languages: readonly string[] = { ...official, 'mexc-futures': ['en', 'zh-cn'] }[id];
    for (const { code, meanings, status } of catalogOf(id).entries) {
      for (const { text } of meanings) {
        for (const [locale, { origin }] of Object.entries(text)) {
          if (!languages.includes(locale)) expect(origin, `${code} ${locale}`).toBe('translated');
          else if (status === 'documented') expect(origin, `${code} ${locale}`).toBe('official');
        }
      }
    }
  });
});

test('the tables have the rows that they are known to have', () => {
  expect(ids.map((id) => facts(id).length)).toEqual([37, 12, 20, 72]);
});

describe('myquant-gm', () => {
  test.each(facts('myquant-gm').map((row) => [cell(row, 'code'), row] as const))('%s', (code, row) => {
    const entry = entryOf('myquant-gm', code);
    const meaning = onlyMeaning('myquant-gm', code);
    expect(entry.symbol).toBe(cell(row, 'symbol'));
    expect(saidBy(meaning, 'sdk')).toEqual([cell(row, 'sdk_header_message')]);
    const documented = cell(row, 'documented_zh_cn');
    expect(entry.status).toBe(documented === '' ? 'undocumented' : 'documented');
    // Codes that only the SDK has take the SDK's wording, which the provider has published too.
    expect(meaning.text['zh-cn']).toMatchObject({
      title: documented === '' ? cell(row, 'sdk_header_message') : documented,
      origin: 'official',
    });
  });

  test('-1 is the check of the SDK itself: no symbol, no fixed message', () => {
    expect(entryOf('myquant-gm', '-1')).toMatchObject({ status: 'undocumented', symbol: undefined });
    expect(onlyMeaning('myquant-gm', '-1').messages).toEqual([]);
  });
});

describe('alltick', () => {
  test.each(facts('alltick').map((row) => [cell(row, 'code'), cell(row, 'message'), row] as const))(
    '%s %s',
    (code, message, row) => {
      const entry = entryOf('alltick', code);
      const meaning = entry.meanings.find((one) => saidBy(one, 'documented').includes(message));
      expect(entry.status).toBe('documented');
      expect(saidBy(meaning, 'documented')).toEqual(
        [message, cell(row, 'message_in_github_copy')].filter((text) => text !== ''),
      );
      expect(meaning?.text.en).toMatchObject({ title: cell(row, 'documented_meaning_en'), origin: 'official' });
      expect(meaning?.text['zh-cn']).toMatchObject({
        title: cell(row, 'documented_meaning_zh_cn'),
        origin: 'official',
      });
    },
  );

  test('400 has two meanings, all others one', () => {
    for (const { code, meanings } of catalogOf('alltick').entries)
      expect(meanings).toHaveLength(code === '400' ? 2 : 1);
  });

  test.each([
    ['201', 'request header param invalid', 'websocket'],
    ['202', 'request data param invalid', 'http'],
  ])('%s was observed in an answer', (code, message, envelope) => {
    const meaning = onlyMeaning('alltick', code);
    expect(meaning.messages).toEqual([{ text: message, seen: 'observed' }]);
    expect(meaning.example.envelope.kind).toBe(envelope);
  });
});

describe('tickdb', () => {
  test.each(facts('tickdb').map((row) => [cell(row, 'code'), row] as const))('%s', (code, row) => {
    const meaning = onlyMeaning('tickdb', code);
    const literal = cell(row, 'message');
    // A literal may carry a detail: the catalog has it with the detail open, and this one as the example.
    const literals = meaning.messages.map(({ text, example }) => example ?? text);
    expect(literals).toEqual(literal === '' ? [] : [literal]);
    expect(meaning.text.en).toMatchObject({ title: cell(row, 'documented_en'), origin: 'official' });
    expect(meaning.text['zh-cn']).toMatchObject({ title: cell(row, 'documented_zh_cn'), origin: 'official' });
    expect(meaning.text['zh-tw']).toMatchObject({ title: cell(row, 'documented_zh_tw'), origin: 'official' });
  });

  test('3001 says how long to wait in a header', () => {
    expect(onlyMeaning('tickdb', '3001').wait).toEqual({ header: 'Retry-After' });
  });
});

describe('mexc-futures', () => {
  test.each(facts('mexc-futures').map((row) => [cell(row, 'code'), row] as const))('%s', (code, row) => {
    const meaning = onlyMeaning('mexc-futures', code);
    expect(saidBy(meaning, 'documented')).toEqual([cell(row, 'documented_en')]);
    expect(saidBy(meaning, 'observed')).toEqual([cell(row, 'observed_wire_message')].filter((text) => text !== ''));
    expect(meaning.text.en).toMatchObject({ title: cell(row, 'documented_en'), origin: 'official' });
    expect(meaning.text['zh-cn']).toMatchObject({ title: cell(row, 'documented_zh_cn'), origin: 'official' });
  });
});
