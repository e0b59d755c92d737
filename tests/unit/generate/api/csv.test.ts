import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, Meaning } from '../../../../src/catalog/model.ts';
import { columns, csvFiles } from '../../../../src/generate/api/csv.ts';
import { localized } from '../../../../src/locales.ts';
import { noHistory, plainProse } from '../../../support/any-text.ts';
import { context, entryOf, textAt, tiny } from '../../../support/fixture.ts';

const atlas = tiny();
const csv = (of = atlas) => textAt(csvFiles(of, context), '/api/v1/errors.csv');
const read = (text: string): Record<string, string>[] =>
  parse(text, { bom: true, columns: true, record_delimiter: ['\r\n', '\n', '\r'] });

/** Returns an atlas with one meaning. */
function single(change: Partial<Entry>, meaning: Partial<Meaning> = {}) {
  const source = entryOf(atlas, 'acme', '1003');
  const entry: Entry = { ...source, ...change };
  const only = { ...source.meanings[0], ...meaning, entry };
  const catalog = { ...source.catalog, entries: [{ ...entry, meanings: [only] as const }] };
  return { ...atlas, catalogs: [catalog] };
}

describe('errors.csv', () => {
  it('begins with a byte order mark and a heading, and ends lines with CRLF', () => {
    const text = csv();
    expect(text.startsWith(`\uFEFF${columns.join(',')}\r\n`)).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('has one row for each meaning', () => {
    const rows = read(csv());
    expect(rows.map(({ catalog, code, meaning }) => `${catalog} ${code} ${meaning}`)).toEqual([
      'acme 400 bad-symbol',
      'acme 400 too-fast',
      'acme 1001 old-token',
      'acme 1003 invalid-token',
      'zephyr-futures -1121 invalid-symbol',
      'zephyr-futures AMBIGUOUS_SYMBOL ambiguous-symbol',
      'zephyr-futures 1003 slow-down',
    ]);
    expect(rows[1]).toMatchObject({
      wait: '10 s',
      fixed_by: 'account',
      messages: 'too many requests | slow down\n=limit',
      title_zh_tw: '請求過多',
      fixes_en: 'Wait 10 seconds.\nSpread the requests.',
      permalink: 'https://atlas.example/acme/400/#too-fast',
      sources: 'https://acme.example/docs/errors\nhttps://acme.example/zh/docs/errors',
    });
  });

  it('keeps a negative code as it is, and no other cell that begins like a formula', () => {
    const [row] = read(csv(single({ code: '-1121', symbol: '-1+1|cmd' })));
    expect(row?.['code']).toBe('-1121');
    expect(row?.['symbol']).toBe("'-1+1|cmd");
    expect(read(csv(single({ code: '-A1' })))[0]?.['code']).toBe("'-A1");
  });

  it('comes back from any text, harmless', () => {
    const start = fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '＝', '"', ',', '\n', "'");
    const cell = fc.tuple(start, fc.string({ unit: 'binary', maxLength: 20 })).map((parts) => parts.join(''));
    fc.assert(
      fc.property(cell, cell, (title, cause) => {
        const text = localized(() => ({
          title,
          origin: 'official' as const,
          ...noHistory,
          causes: [cause, title].map(plainProse),
          fixes: [plainProse('x')],
        }));
        const [row] = read(csv(single({}, { text })));
        for (const [name, value] of [
          ['title_zh_cn', title],
          ['causes_en', `${cause}\n${title}`],
        ] as const) {
          const found = row?.[name] ?? '';
          expect(found).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
          expect([value, `'${value}`]).toContain(found);
          expect(found.startsWith("'") && found !== value).toBe(/^[=+\-@\t\r＝＋－＠]/.test(value));
        }
      }),
    );
  });
});
