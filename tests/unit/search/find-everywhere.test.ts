/** How well the finder tells APIs apart: labelled queries and every answer, over all catalogs. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Atlas } from '../../../src/catalog/model.ts';
import { locales } from '../../../src/locales.ts';
import { find } from '../../../src/search/find.ts';
import type { Hit } from '../../../src/search/types.ts';
import { everywhere } from '../../queries/everywhere.ts';
import { wrong } from '../../queries/judge.ts';
import type { Query } from '../../queries/query.ts';
import { wholeAtlas } from '../../support/fixture.ts';
import { some } from '../../support/runs.ts';
import { dataOf, filesOf } from '../../support/search-data.ts';

let atlas: Atlas;
let files: ReadonlyMap<string, string>;
beforeAll(() => {
  atlas = wholeAtlas();
  files = filesOf(atlas);
}, 30_000);

/** The share of right answers that each class must reach. */
const bars: Readonly<Record<keyof typeof everywhere, number>> = {
  everywherePastes: 1,
  everywhereReviewed: 1,
  everywhereSurfaces: 1,
  everywhereCodes: 1,
};
/** The same for the answers of every entry: a bare status number could be from any API. */
const answersFirst = 0.99;

it('names entries that exist', () => {
  const known = new Set(
    atlas.catalogs.flatMap(({ id, entries }) =>
      entries.flatMap(({ code, meanings }) => [
        `${id}/${code}`,
        ...meanings.map(({ slug }) => `${id}/${code}#${slug}`),
      ]),
    ),
  );
  const named = Object.values<readonly Query[]>(everywhere)
    .flat()
    .flatMap(({ first, among }) => [...(first ?? []), ...(among ?? [])]);
  expect([...new Set(named)].filter((entry) => !known.has(entry))).toEqual([]);
});

describe.each(locales)('all catalogs on a page in %s', (locale) => {
  it.each(Object.keys(bars) as (keyof typeof bars)[])('%s', async (name) => {
    const data = dataOf(files, locale);
    const list: readonly Query[] = everywhere[name];
    const failures: string[] = [];
    for (const query of list) {
      const failure = wrong(query, await find(query.text, data));
      if (failure) failures.push(`${JSON.stringify(query.text).slice(0, 120)}: ${failure}`);
    }
    expect(1 - failures.length / list.length, failures.join('\n')).toBeGreaterThanOrEqual(bars[name]);
  });
});

it('lists for a bare code the entries written in full first: they are the most-met ones', async () => {
  const data = dataOf(files, 'en');
  const byCode = Map.groupBy(
    atlas.catalogs.flatMap(({ entries }) => entries),
    ({ code }) => code,
  );
  const shared = [...byCode].filter(([, entries]) => new Set(entries.map(({ depth }) => depth)).size > 1);
  expect(shared.length).toBeGreaterThan(10);
  for (const [code, entries] of some(shared)) {
    const depths = new Map(entries.map(({ catalog, depth }) => [catalog.id, depth]));
    const listed = (await find(code, data)).exact.map((hit) => depths.get(hit.catalog.id));
    expect(listed.indexOf('outline'), code).toBeGreaterThan(listed.lastIndexOf('full'));
  }
});

it('finds entries by their answers, and takes none for that of another provider', async () => {
  const data = dataOf(files, 'en');
  const providers = new Map(atlas.catalogs.map(({ id, provider }) => [id, provider.id]));
  const missed: string[] = [];
  const taken: string[] = [];
  let count = 0;
  for (const { catalog, code, meanings } of some(atlas.catalogs.flatMap(({ entries }) => entries))) {
    const isOwn = (hit: Hit): boolean => providers.get(hit.catalog.id) === catalog.provider.id;
    for (const { problem, example } of meanings) {
      if (problem.category === 'success') continue;
      const { exact, similar } = await find(example.text, data);
      const [hit] = [...exact, ...similar];
      count++;
      if (!hit || !isOwn(hit) || hit.code !== code) missed.push(`${catalog.id}/${code}: ${example.text}`);
      if (!exact.every(isOwn)) taken.push(`${catalog.id}/${code}: ${example.text}`);
    }
  }
  expect(taken).toEqual([]);
  expect(1 - missed.length / count, missed.join('\n')).toBeGreaterThanOrEqual(answersFirst);
}, 60_000);
