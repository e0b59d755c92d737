/** A catalog with the same mark has the same pages and the same files, whatever changed elsewhere. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type CatalogMarks, catalogMarks, unchangedSince } from '../../../src/build/catalog-marks.ts';
import type { Atlas } from '../../../src/catalog/model.ts';
import { readAtlas } from '../../../src/catalog/read.ts';
import { ContentError } from '../../../src/catalog/reading/findings.ts';
import { pageKey } from '../../../src/documents/digest.ts';
import { documentMakers } from '../../../src/documents/index.ts';
import { jsonFiles } from '../../../src/generate/api/json.ts';
import { type CatalogTerms, termsOf } from '../../../src/generate/finder/terms.ts';
import type { EarlierFiles } from '../../../src/generate/generated-file.ts';
import { permanentFiles } from '../../../src/generate/permanent-links.ts';
import { locales } from '../../../src/locales.ts';
import { type Content, seededContent, writeContent } from '../../support/any-content.ts';
import { changed, changeKinds, seededRandom } from '../../support/changed-content.ts';
import { context } from '../../support/fixture.ts';
import { runs } from '../../support/runs.ts';

interface State {
  readonly marks: CatalogMarks;
  /** Pages and files by address. */
  readonly made: ReadonlyMap<string, MadeFile>;
  /** For each catalog, the terms that the finder knows it by. */
  readonly terms: ReadonlyMap<string, CatalogTerms>;
}

interface MadeFile {
  readonly catalog: string;
  /** Of the entry that it belongs to. */
  readonly code?: string | undefined;
  /** A page's key, or a file's text. */
  readonly text: string;
}

/** @returns undefined if the content is refused */
function stateOf(content: Content): State | undefined {
  const dir = mkdtempSync(join(tmpdir(), 'atlas-marks-'));
  try {
    writeContent(dir, content);
    const atlas = readAtlas(dir, dir);
    const terms = new Map(atlas.catalogs.map((catalog) => [catalog.id, termsOf(catalog)]));
    return { marks: catalogMarks(atlas, dir), made: madeOf(atlas), terms };
  } catch (error) {
    if (error instanceof ContentError) return undefined;
    throw error;
  } finally {
    rmSync(dir, { recursive: true });
  }
}

function madeOf(atlas: Atlas): State['made'] {
  const made = new Map<string, MadeFile>();
  for (const locale of locales) {
    for (const { path, catalog, code, make } of documentMakers({ atlas, changes: [] }, locale)) {
      if (catalog !== undefined) made.set(path, { catalog, code, text: pageKey(make(), atlas) });
    }
  }
  const owners = new Map<string, Omit<MadeFile, 'text'>>();
  const earlier: EarlierFiles = {
    has: (path, catalog, code) => {
      owners.set(path, { catalog, code });
      return false;
    },
    hasFrom: () => false,
    valueOf: (_name, _catalog, make) => make(),
    partOf: () => undefined,
    noteDocument: () => {},
    note: () => {},
  };
  for (const files of [jsonFiles, permanentFiles]) {
    for (const { path, text } of files(atlas, context, earlier)) {
      const owner = owners.get(path);
      if (owner) made.set(path, { ...owner, text });
    }
  }
  return made;
}

const wanted = runs(10);

/** Contents that the checks accept: not all are, as when catalogs of one provider name it differently. */
const contents: { readonly content: Content; readonly before: State }[] = [];
for (let seed = 0; contents.length < wanted; seed++) {
  const content = seededContent(seed, { catalogs: 3, codes: 4, problems: 2 });
  const before = stateOf(content);
  if (before) contents.push({ content, before });
}

test.each(changeKinds)('after a change of %s', (kind) => {
  let [compared, same] = [0, 0];
  for (const [seed, { content, before }] of contents.entries()) {
    const after = stateOf(changed(content, kind, seededRandom(seed)));
    if (!after) continue;
    compared += 1;
    const isUnchanged = unchangedSince(before.marks, after.marks);
    for (const [path, file] of before.made) {
      if (!isUnchanged(file.catalog, file.code)) continue;
      expect(after.made.get(path), `${path}, content ${seed}`).toEqual(file);
      same += 1;
    }
    for (const [id, { own }] of Object.entries(before.marks)) {
      if (after.marks[id]?.own === own) {
        expect(after.terms.get(id), `${id}, content ${seed}`).toEqual(before.terms.get(id));
      }
    }
  }
  expect(compared).toBeGreaterThan(0);
  // Other kinds may change what all catalogs show.
  if (kind === 'a text of an entry') expect(same).toBeGreaterThan(0);
});

test('a text of one catalog that no other shows leaves the files of the others', () => {
  const [first] = contents;
  if (!first) throw new Error('there is no content');
  const { marks } = first.before;
  const after = stateOf(changed(first.content, 'a source', seededRandom(1)));
  const isUnchanged = unchangedSince(marks, after?.marks ?? {});
  const same = Object.keys(marks).filter((id) => isUnchanged(id));
  expect(same).toHaveLength(Object.keys(marks).length - 1);
  expect([...(after?.made.values() ?? [])].filter(({ catalog }) => catalog === same[0]).length).toBeGreaterThan(10);
});
