import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeptValues } from '../../../src/build/kept-values.ts';
import { loadContent } from '../../../src/catalog/load.ts';
import type { Finding } from '../../../src/catalog/reading/findings.ts';
import { type KnownValues, ValuesInMemory } from '../../../src/catalog/reading/known-values.ts';
import { contentDir, tinyDir } from '../../support/fixture.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'atlas-values-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('kept values', () => {
  it('are known by name and text, once they are written', () => {
    const first = new KeptValues(dir, false);
    first.set('a.yaml', 'text', { a: 1 });
    expect(readdirSync(dir)).toEqual([]);
    first.write();
    const second = new KeptValues(dir, true);
    expect(second.get('a.yaml', 'text')).toEqual({ a: 1 });
    expect(second.get('a.yaml', 'another text')).toBeUndefined();
    expect(second.get('b.yaml', 'text')).toBeUndefined();
  });

  it('are not trusted if the folder is not as it was left', () => {
    const first = new KeptValues(dir, false);
    first.set('a.yaml', 'text', { a: 1 });
    first.write();
    expect(new KeptValues(dir, false).get('a.yaml', 'text')).toBeUndefined();
  });

  it('are removed once no file has them', () => {
    const first = new KeptValues(dir, false);
    for (const name of ['a.yaml', 'b.yaml']) first.set(name, 'text', name);
    first.write();
    const second = new KeptValues(dir, true);
    expect(second.get('b.yaml', 'text')).toBe('b.yaml');
    second.set('b.yaml', 'text', 'b.yaml');
    second.set('a.yaml', 'a new text', 'a');
    second.write();
    expect(readdirSync(dir)).toHaveLength(2);
    const third = new KeptValues(dir, true);
    expect(third.get('a.yaml', 'text')).toBeUndefined();
    expect(third.get('a.yaml', 'a new text')).toBe('a');
    expect(third.get('b.yaml', 'text')).toBe('b.yaml');
  });
});

describe.each<[string, string, () => KnownValues, (known: KnownValues) => KnownValues]>([
  ['kept', contentDir, () => new KeptValues(dir, false), keptAgain],
  ['in memory', tinyDir, () => new ValuesInMemory(), (known) => known],
])('content read with values %s', (_where, folder, make, again) => {
  it('is the same as without them, and nothing is parsed again', () => {
    const known = make();
    const plain = read(folder, known);
    const asked: unknown[] = [];
    const second = again(known);
    const watched: KnownValues = {
      get: (file, text) => {
        const value = second.get(file, text);
        asked.push(value);
        return value;
      },
      set: (file, text, value) => second.set(file, text, value),
    };
    expect(read(folder, watched)).toStrictEqual(plain);
    expect(asked.length).toBeGreaterThan(10);
    expect(asked).not.toContain(undefined);
  });
});

function keptAgain(known: KnownValues): KnownValues {
  if (known instanceof KeptValues) known.write();
  return new KeptValues(dir, true);
}

/** Returns the values of all content files. */
function read(folder: string, known: KnownValues): unknown {
  const findings: Finding[] = [];
  const { catalogs, problems, problemTexts } = loadContent(folder, folder, findings, known);
  expect(findings).toEqual([]);
  return [
    catalogs.map(({ catalog, codes, texts }) => [
      catalog.data,
      codes.data,
      Object.values(texts).map(({ data }) => data),
    ]),
    problems.data,
    Object.values(problemTexts).map(({ data }) => data),
  ];
}
