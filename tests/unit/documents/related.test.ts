import { expect, it } from 'vitest';
import { entryPath, findPath, problemPath, twinPath } from '../../../src/catalog/paths.ts';
import {
  hasRelated,
  meaningWith,
  namedOf,
  pointedTo,
  problemsOf,
  sameCodeOnly,
  sameProblem,
  sharedProblems,
} from '../../../src/documents/related.ts';
import { markdownFiles } from '../../../src/generate/markdown.ts';
import { ui } from '../../../src/i18n/index.ts';
import { context, entryOf, tiny, wholeAtlas } from '../../support/fixture.ts';

const entries = wholeAtlas().catalogs.flatMap((catalog) => catalog.entries);

it('a list is whole, or leaves out two or more', () => {
  for (let length = 0; length <= 4; length++) expect(namedOf(entries.slice(0, length))).toHaveLength(length);
});

it('a list that is cut names entries of as many catalogs as there is room for', () => {
  const [one = [], two = [], three = [], four = []] = [...Map.groupBy(entries, ({ catalog }) => catalog).values()];
  const [first, second] = one;
  expect(namedOf([...one, ...two])).toEqual(one.slice(0, 3));
  expect(namedOf([...one, ...two, ...three, ...four])).toEqual([first, two[0], three[0]]);
  expect(namedOf([two[0], first, three[0], second, two[1]].flatMap((entry) => entry ?? []))).toEqual([
    two[0],
    first,
    three[0],
  ]);
});

it('a retired entry leads to its successor, once and before all others', () => {
  const retired = entryOf(tiny(), 'acme', '1001');
  const successor = retired.successor;
  expect(successor?.code).toBe('1003');
  expect(pointedTo(retired)).toEqual([successor]);
  expect(hasRelated(retired)).toBe(true);
  const other = entryOf(tiny(), 'acme', '400');
  const seeing = { ...retired, see: successor ? [other, successor] : [] };
  expect(pointedTo(seeing)).toEqual([successor, other]);
});

it('twins name what their pages name, and lead on to the rest', () => {
  const twins = new Map([...markdownFiles(wholeAtlas(), context, ['en'])].map(({ path, text }) => [path, text]));
  const cut = { one: 0, several: 0 };
  for (const entry of entries) {
    const twin = twins.get(twinPath(entryPath('en', entry.catalog.id, entry.code))) ?? '';
    for (const other of [...entry.see, ...namedOf(sameCodeOnly(entry))]) {
      expect(twin).toContain(`${twinPath(entryPath('en', other.catalog.id, other.code))})`);
    }
    for (const other of namedOf(sameProblem(entry))) {
      const { slug, text } = meaningWith(sharedProblems(entry), other);
      const anchor = slug === other.meanings[0].slug ? '' : `#${slug}`;
      expect(twin).toContain(`${twinPath(entryPath('en', other.catalog.id, other.code))}${anchor})`);
      expect(
        other.meanings.some(({ text: own, problem }) => own === text && sharedProblems(entry).includes(problem)),
      ).toBe(true);
    }
    for (const other of entry.sameCode) {
      const isOther = problemsOf(other).every((problem) => !problemsOf(entry).includes(problem));
      expect(sameCodeOnly(entry).includes(other)).toBe(isOther);
    }
    const leads = sharedProblems(entry).map(({ id, text }) => ({
      title: text.en.title,
      path: twinPath(problemPath('en', id)),
    }));
    for (const [list, more] of [
      [sameProblem(entry), leads],
      [sameCodeOnly(entry), [{ title: entry.code, path: findPath('en', entry.code) }]],
    ] as const) {
      const left = list.length - namedOf(list).length;
      if (left === 0) continue;
      const rest = ui.en.entry.more(left);
      cut[more.length > 1 ? 'several' : 'one']++;
      const links = more.map(({ title, path }) => `[${more.length > 1 ? title : rest}](${context.site}${path})`);
      expect(twin).toContain(`- ${more.length > 1 ? `${rest}: ` : ''}${links.join(' · ')}\n`);
    }
  }
  expect(cut.one).toBeGreaterThan(0);
  expect(cut.several).toBeGreaterThan(0);
});
