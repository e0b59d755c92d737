import { expect, it } from 'vitest';
import { entryPath, findPath, problemPath, twinPath } from '../../../src/catalog/paths.ts';
import { markdownFiles } from '../../../src/generate/markdown.ts';
import { ui } from '../../../src/i18n/ui.ts';
import { namedOf, sameProblem } from '../../../src/site/entry-headings.ts';
import { context } from '../generate/fixture.ts';
import { realAtlas } from '../search/data.ts';

const entries = realAtlas().catalogs.flatMap((catalog) => catalog.entries);

it('a list is whole, or leaves out two or more', () => {
  for (let length = 0; length <= 6; length++) expect(namedOf(entries.slice(0, length))).toHaveLength(length);
  for (const length of [7, 8, 100]) expect(namedOf(entries.slice(0, length))).toEqual(entries.slice(0, 5));
});

it('twins name what their pages name, and lead on to the rest', () => {
  const twins = new Map([...markdownFiles(realAtlas(), context, ['en'])].map(({ path, text }) => [path, text]));
  let cut = 0;
  for (const entry of entries) {
    const twin = twins.get(twinPath(entryPath('en', entry.catalog.id, entry.code))) ?? '';
    for (const other of [...entry.see, ...namedOf(sameProblem(entry)), ...namedOf(entry.sameCode)]) {
      expect(twin).toContain(`${twinPath(entryPath('en', other.catalog.id, other.code))})`);
    }
    for (const [list, more] of [
      [sameProblem(entry), twinPath(problemPath('en', entry.meanings[0].problem.id))],
      [entry.sameCode, findPath('en', entry.code)],
    ] as const) {
      const left = list.length - namedOf(list).length;
      if (left === 0) continue;
      cut++;
      expect(twin).toContain(`[${ui.en.entry.more(left)}](${context.site}${more})`);
    }
  }
  expect(cut).toBeGreaterThan(0);
});
