/** The finder's files: complete, the same every time, and small if a first answer needs them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { writeSynthetic } from '../../../../scripts/lib/synthetic.ts';
import {
  finderCodesPath,
  finderFormsPath,
  finderHeadsPath,
  finderManifestPath,
  finderRecordsPath,
  finderVocabularyPath,
} from '../../../../src/catalog/paths.ts';
import { readAtlas } from '../../../../src/catalog/read.ts';
import { finderFiles } from '../../../../src/generate/finder/files.ts';
import { postingsPacker } from '../../../../src/generate/finder/postings.ts';
import { locales } from '../../../../src/locales.ts';
import { postingBase, readPostings } from '../../../../src/search/data.ts';
import { find } from '../../../../src/search/find.ts';
import type { Forms, Manifest, ManifestFile, RecordShard } from '../../../../src/search/types.ts';
import { root } from '../../../../src/settings.ts';
import { entryOf, tiny, wholeAtlas } from '../../../support/fixture.ts';
import { isThorough, some } from '../../../support/runs.ts';
import { dataOf, filesOf } from '../../../support/search-data.ts';

const zipped = (files: ReadonlyMap<string, string>, paths: Iterable<string>): number =>
  [...paths].reduce((sum, path) => sum + gzipSync(files.get(path) ?? '').length, 0);

describe('files of a small atlas', () => {
  const files = filesOf(tiny());
  const manifest = JSON.parse(files.get(finderManifestPath('en')) ?? '') as ManifestFile;
  const forms = JSON.parse(files.get(finderFormsPath) ?? '') as Forms;

  it('are the same every time, each with an address of its own', () => {
    expect([...finderFiles(tiny())]).toEqual([...finderFiles(tiny())]);
    const paths = [...finderFiles(tiny())].map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths) expect(path).toMatch(/^\/finder\/[a-z0-9/-]+\.json$/);
  });

  it('have every entry in every language once', () => {
    for (const locale of locales) {
      const { shards } = JSON.parse(files.get(finderManifestPath(locale)) ?? '') as Manifest;
      const records = Array.from({ length: shards.records }, (_, shard) => {
        const { records: list } = JSON.parse(files.get(finderRecordsPath(locale, shard)) ?? '') as RecordShard;
        return list;
      }).flat();
      const entries = tiny().catalogs.flatMap((catalog) => catalog.entries);
      expect(records.map(([catalog, code]) => `${catalog} ${code}`).sort()).toEqual(
        entries.map(({ catalog, code }) => `${catalog.id} ${code}`).sort(),
      );
      for (const [catalog, code, , , meanings] of records) {
        expect(meanings.map(([slug, title]) => [slug, title])).toEqual(
          entryOf(tiny(), catalog, code).meanings.map(({ slug, text }) => [slug, text[locale].title]),
        );
      }
    }
  });

  it('tell in the manifest how catalogs are called and recognised', () => {
    const [acme] = manifest.catalogs;
    expect(acme).toMatchObject({ id: 'acme', codes: 3, clues: ['acme.example'] });
    expect(acme?.aliases).toContain('acme rest');
    expect(forms.shapes['acme']).toEqual([
      { keys: ['ret', 'msg'], known: ['ret', 'msg'], code: 'ret', message: 'msg' },
    ]);
    expect(forms.shapes['zephyr-futures']?.[1]).toEqual({ text: '[{code}] {message}' });
  });

  it('fold characters of which one occurs', () => {
    expect(forms.folding.length % 2).toBe(0);
    expect(forms.folding).not.toContain('龜');
    // From a word that is a synonym of another.
    expect(forms.folding).toContain('夠够');
  });

  it('hold words of all languages for a page of any', async () => {
    const entry = entryOf(tiny(), 'acme', '1003');
    for (const locale of locales) {
      const data = dataOf(files, locale);
      for (const each of locales) {
        const { exact } = await find(entry.meanings[0].text[each].title, data);
        expect(exact.map(({ catalog, code }) => `${catalog.id} ${code}`)).toContain('acme 1003');
      }
    }
  });
});

it('keeps keys that are names of every object', async () => {
  const entry = entryOf(tiny(), 'acme', '1003');
  const keys = ['__proto__', 'constructor', 'plain'].map((key) => [key, Int32Array.of(4)] as const);
  const shard = JSON.parse(postingsPacker([entry])(keys));
  const data = { loadManifest: () => Promise.reject(new Error('unused')), loadShard: () => Promise.resolve(shard) };
  const manifest = { shards: { records: 1, words: 1 } } as unknown as Manifest;
  const found = await readPostings(['__proto__', 'constructor', 'plain', 'toString'], manifest, data);
  expect([...found.keys()].sort()).toEqual(['__proto__', 'constructor', 'plain']);
  expect(found.get('__proto__')).toEqual([{ catalog: 'acme', code: '1003', fields: 4 }]);
});

it('packs postings over several catalogs and reads the same ones back', async () => {
  const entries = tiny().catalogs.flatMap((catalog) => catalog.entries);
  const wanted = entries.map((_, position): [number, number] => [position, (position % 15) + 1]);
  const some = wanted.filter((_, position) => position % 2 === 1);
  const packed = ([position, fields]: (typeof wanted)[number]): number => position * postingBase + fields;
  const pack = postingsPacker(entries);
  expect(JSON.parse(pack([]))).toEqual({ entries: [], keys: {} });
  const shard = JSON.parse(
    pack([
      ['all', Int32Array.from(wanted, packed)],
      ['some', Int32Array.from(some, packed)],
    ]),
  );
  const data = { loadManifest: () => Promise.reject(new Error('unused')), loadShard: () => Promise.resolve(shard) };
  const manifest = { shards: { records: 1, words: 1 } } as unknown as Manifest;
  const found = await readPostings(['all', 'some'], manifest, data);
  const expected = (list: typeof wanted) =>
    list.map(([position, fields]) => ({
      catalog: entries[position]?.catalog.id,
      code: entries[position]?.code,
      fields,
    }));
  expect(found.get('all')).toEqual(expected(wanted));
  expect(found.get('some')).toEqual(expected(some));
});

describe('what a first exact answer reads', () => {
  async function weigh(files: ReadonlyMap<string, string>, query: string): Promise<number> {
    const read = new Set<string>();
    const { exact } = await find(query, dataOf(files, 'zh-tw', read));
    expect(exact.length).toBeGreaterThan(0);
    return zipped(files, read);
  }

  it('is at most 20 KB with the real catalogs, for every code, and 4 KB for each further answer', async () => {
    const atlas = wholeAtlas();
    const files = filesOf(atlas);
    const codes = new Set(atlas.catalogs.flatMap(({ entries }) => entries.map((entry) => entry.code)));
    for (const code of some([...codes])) {
      const read = new Set<string>();
      const { exact } = await find(code, dataOf(files, 'zh-tw', read));
      expect(zipped(files, read), code).toBeLessThan((20 + 4 * Math.max(0, exact.length - 1)) * 1024);
    }
  }, 30_000);

  // Its many catalogs take seconds to write and read, which the quick commands leave out.
  it.runIf(isThorough)(
    'is at most 45 KB with 1,000 codes of 50 providers, and so with more: it does not grow with them',
    async () => {
      const dir = mkdtempSync(join(tmpdir(), 'atlas-finder-'));
      try {
        writeSynthetic(dir, wholeAtlas(), { codes: 1000, perCatalog: 20 });
        const files = filesOf(readAtlas(dir, root));
        expect(await weigh(files, '1002')).toBeLessThan(45 * 1024);
        expect(await weigh(files, 'provider-7 1002')).toBeLessThan(45 * 1024);
      } finally {
        rmSync(dir, { recursive: true, force: true });
      }
    },
    60_000,
  );
});

it('writes the lists that are read for slips and unknown codes', () => {
  const files = filesOf(tiny());
  expect(JSON.parse(files.get(finderCodesPath) ?? '')).toContainEqual(['acme', ['400', '1001', '1003']]);
  const vocabulary = JSON.parse(files.get(finderVocabularyPath) ?? '') as string[];
  expect(vocabulary).toEqual([...vocabulary].sort());
  expect(vocabulary).toContain('token');
  expect(JSON.parse(files.get(finderHeadsPath) ?? '').heads).toMatch(/^[0-9a-z]+(?: [0-9a-z]+)*$/);
});
