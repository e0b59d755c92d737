/** A catalog with the same mark has the same pages and the same files, whatever changed elsewhere. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogMarks } from '../../../src/build/catalog-marks.ts';
import type { Atlas } from '../../../src/catalog/model.ts';
import { readAtlas } from '../../../src/catalog/read.ts';
import { pageKey } from '../../../src/documents/digest.ts';
import { documentMakers } from '../../../src/documents/index.ts';
import { jsonFiles } from '../../../src/generate/api/json.ts';
import type { EarlierFiles } from '../../../src/generate/generated-file.ts';
import { permanentFiles } from '../../../src/generate/permanent-links.ts';
import { locales } from '../../../src/locales.ts';
import { type Content, seededContent, writeContent } from '../../support/any-content.ts';
import { changed, changeKinds, seededRandom } from '../../support/changed-content.ts';
import { context } from '../../support/fixture.ts';
import { some } from '../../support/runs.ts';

interface State {
  readonly marks: Readonly<Record<string, string>>;
  /** For each catalog, keys of pages and texts of files by address. */
  readonly made: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

function stateOf(content: Content): State {
  const dir = mkdtempSync(join(tmpdir(), 'atlas-marks-'));
  try {
    writeContent(dir, content);
    const atlas = readAtlas(dir, dir);
    return { marks: catalogMarks(atlas, dir), made: madeOf(atlas) };
  } finally {
    rmSync(dir, { recursive: true });
  }
}

function madeOf(atlas: Atlas): State['made'] {
  const made = new Map(atlas.catalogs.map(({ id }) => [id, new Map<string, string>()]));
  for (const locale of locales) {
    for (const { path, catalog, make } of documentMakers({ atlas, changes: [] }, locale)) {
      if (catalog !== undefined) made.get(catalog)?.set(path, pageKey(make(), atlas));
    }
  }
  const owners = new Map<string, string>();
  const earlier: EarlierFiles = {
    has: (catalog, path) => {
      owners.set(path, catalog);
      return false;
    },
    textOf: () => undefined,
    note: () => {},
  };
  for (const files of [jsonFiles, permanentFiles]) {
    for (const { path, text } of files(atlas, context, earlier)) made.get(owners.get(path) ?? '')?.set(path, text);
  }
  return made;
}

const seeds = some([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

test.each(changeKinds)('after a change of %s', (kind) => {
  for (const seed of seeds) {
    const random = seededRandom(seed);
    const content = seededContent(seed, { catalogs: 4, codes: 3, problems: 2 });
    const [before, after] = [stateOf(content), stateOf(changed(content, kind, random))];
    for (const [id, mark] of Object.entries(before.marks)) {
      if (after.marks[id] === mark) expect(after.made.get(id), `${id}, seed ${seed}`).toEqual(before.made.get(id));
    }
  }
});

test('a text of one catalog that no other shows leaves the marks of the others', () => {
  const content = seededContent(1, { catalogs: 4, codes: 3, problems: 2 });
  const { marks } = stateOf(content);
  const other = stateOf(changed(content, 'a source', seededRandom(1)));
  const same = Object.keys(marks).filter((id) => other.marks[id] === marks[id]);
  expect(same).toHaveLength(Object.keys(marks).length - 1);
  expect(other.made.get(same[0] ?? '')?.size).toBeGreaterThan(10);
});
