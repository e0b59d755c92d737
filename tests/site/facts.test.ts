/** Checks that every row of a provider's table is on the page of its code: its literals, titles and status. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entryPath } from '../../src/catalog/paths.ts';
import type { Finding } from '../../src/catalog/reading/findings.ts';
import { messageColumns, titleColumns } from '../../src/editorial/facts-rows.ts';
import { readFacts } from '../../src/editorial/facts-table.ts';
import { ui } from '../../src/i18n/index.ts';
import { type Locale, locales } from '../../src/locales.ts';
import { root, settings } from '../../src/settings.ts';
import { getAtlas } from '../../src/site/atlas.ts';
import { dist } from '../support/site/site.ts';

const { catalogs } = getAtlas();
const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  '#38': '&',
  '#39': "'",
  '#x27': "'",
};

/** Returns a page's text by stripping its tags: parsing ten thousand pages would take minutes. */
function wordsOf(path: string): string {
  const file = join(dist, path, 'index.html');
  if (!existsSync(file)) return '';
  return squeezed(
    readFileSync(file, 'utf8')
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/&([a-z]+|#x?[\da-f]+);/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole),
  );
}

/** Removes white space, because lines of examples are broken to fit. */
const squeezed = (text: string): string => text.replaceAll(/\s+/g, '');

const shows = (words: string, text: string): boolean =>
  [text, JSON.stringify(text).slice(1, -1)].some((form) => words.includes(squeezed(form)));

test.each(catalogs.map(({ id }) => id))('every row of the table of %s', (id) => {
  const findings: Finding[] = [];
  const table = readFacts(id, settings.contentDir, root, findings);
  expect(findings).toEqual([]);
  if (!table) throw new Error(`there is no table of ${id} in content/facts`);
  expect(table.rows.length).toBeGreaterThan(0);
  const missing: string[] = [];
  const words = new Map<string, Record<Locale, string>>();
  for (const row of table.rows) {
    const code = row.cell('code');
    const pages =
      words.get(code) ??
      (Object.fromEntries(locales.map((locale) => [locale, wordsOf(entryPath(locale, id, code))])) as Record<
        Locale,
        string
      >);
    words.set(code, pages);
    const expectOn = (locale: Locale, what: string, text: string): void => {
      if (text !== '' && !shows(pages[locale], text))
        missing.push(`${table.file}:${row.line}: ${locale}: ${what}: ${text}`);
    };
    for (const locale of locales) {
      expectOn(locale, 'code', code);
      for (const column of Object.values(messageColumns)) expectOn(locale, column, row.cell(column));
      expectOn(locale, 'symbol', row.cell('symbol'));
      expectOn(locale, titleColumns[locale], row.cell(titleColumns[locale]));
      const status = row.cell('status');
      if (status !== 'documented') {
        expectOn(locale, 'status', ui[locale].status[status as keyof (typeof ui)['en']['status']].label);
      }
    }
  }
  expect(missing).toEqual([]);
});
