/** Made-up content: the same for a seed, valid, and as varied as the benchmarks need it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type SyntheticOptions, writeSynthetic } from '../../../scripts/lib/synthetic.ts';
import { readAtlas } from '../../../src/catalog/read.ts';
import { locales } from '../../../src/locales.ts';
import { root } from '../../../src/settings.ts';
import { wholeAtlas } from '../../support/fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'atlas-synthetic-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const real = wholeAtlas();
const written = (name: string, options: SyntheticOptions): string => {
  const dir = join(folder, name);
  writeSynthetic(dir, real, options);
  return dir;
};

/** Returns all files of a folder by their paths in it. */
const filesIn = (dir: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item) => join(item.parentPath, item.name))
      .sort()
      .map((path) => [path.slice(dir.length), readFileSync(path, 'utf8')]),
  );

describe('made-up content', () => {
  const dir = written('first', { codes: 90, perCatalog: 40 });
  const atlas = readAtlas(dir, root);
  const entries = atlas.catalogs.flatMap((catalog) => catalog.entries);

  it('is the same for a seed, and another one for another', () => {
    const files = filesIn(dir);
    expect(filesIn(written('second', { codes: 90, perCatalog: 40 }))).toEqual(files);
    const others = filesIn(written('third', { codes: 90, perCatalog: 40, seed: 2 }));
    expect([...others.keys()]).toEqual([...files.keys()]);
    expect(others.get('/catalogs/provider-1/text.en.yaml')).not.toBe(files.get('/catalogs/provider-1/text.en.yaml'));
  });

  it('has as many codes as were asked for, the last catalog the rest', () => {
    expect(atlas.catalogs.map((catalog) => catalog.entries.length)).toEqual([40, 40, 10]);
    expect(new Set(entries.map(({ catalog, code }) => `${catalog.id} ${code}`)).size).toBe(90);
  });

  it('has negative and symbolic codes, several meanings, and codes that catalogs share', () => {
    const codes = entries.map(({ code }) => code);
    expect(codes.some((code) => code.startsWith('-'))).toBe(true);
    expect(codes.some((code) => /^[A-Z]/.test(code))).toBe(true);
    expect(entries.some(({ meanings }) => meanings.length > 1)).toBe(true);
    expect(entries.some(({ sameCode }) => sameCode.length > 0)).toBe(true);
    expect(entries.some(({ symbol }) => symbol !== undefined)).toBe(true);
  });

  it.each(locales)('has texts about as long as the real ones in %s', (locale) => {
    const average = (list: typeof entries): number => {
      const texts = list.flatMap(({ meanings }) =>
        meanings.flatMap(({ text }) => [...text[locale].causes, ...text[locale].fixes]),
      );
      return texts.reduce((sum, { plain }) => sum + plain.length, 0) / texts.length;
    };
    const ratio = average(entries) / average(real.catalogs.flatMap((catalog) => catalog.entries));
    expect(ratio).toBeGreaterThan(0.7);
    expect(ratio).toBeLessThan(1.5);
  });

  it('has code spans and links in its texts', () => {
    const nodes = entries.flatMap(({ meanings }) =>
      meanings.flatMap(({ text }) => text.en.causes.flatMap((cause) => cause.nodes)),
    );
    expect(nodes.filter(({ type }) => type === 'inlineCode').length).toBeGreaterThan(entries.length);
    expect(nodes.some(({ type }) => type === 'link')).toBe(true);
  });
});

it('takes the place of what was there', () => {
  written('again', { codes: 30, perCatalog: 10 });
  expect(readAtlas(written('again', { codes: 10, perCatalog: 10 }), root).catalogs).toHaveLength(1);
});
