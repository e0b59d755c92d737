import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeFiles, makeParts, updateFiles } from '../../../src/build/make-files.ts';
import { namesIn } from '../../../src/build/written-files.ts';

// Threads read the variable, too.
vi.hoisted(() => {
  process.env['ATLAS_CONTENT'] = 'tests/fixtures/tiny';
});

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'atlas-make-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const context = { site: 'https://atlas.example', base: '/', revision: 'unknown' };

test('generated files are the same, made in one thread, in several, or from those of an earlier time', {
  timeout: 120_000,
}, async () => {
  const folderOf = (name: string): string => join(dir, name);
  const [whole, first, second, kept] = ['whole', 'first', 'second', 'kept'].map(folderOf) as [
    string,
    string,
    string,
    string,
  ];
  const next = new SharedArrayBuffer(4);
  const all = await makeFiles(whole, kept, context);
  expect([...all.names].sort()).toEqual(namesIn(whole).sort());
  // As if another thread had started the first two parts.
  Atomics.store(new Int32Array(next), 0, 2);
  const some = makeParts({ dir: first, kept, context, next });
  expect(some.written.length).toBeGreaterThan(0);
  expect(some.written.length).toBeLessThan(all.written.length);
  for (const name of some.names) {
    expect(readFileSync(join(first, name), 'utf8')).toBe(readFileSync(join(whole, name), 'utf8'));
  }
  expect(makeParts({ dir: second, kept, context, next }).written).toEqual([]);

  // As read back from JSON.
  const before = JSON.parse(JSON.stringify(all));
  const again = updateFiles(whole, kept, context, before);
  expect(again.written).toEqual([]);
  expect([...again.names].sort()).toEqual([...all.names].sort());
  expect(again.memory).toEqual(before.memory);

  // If a page has changed, its twin, and with it llms-full.txt, are made again, and nothing else.
  const [path = ''] = Object.keys(before.memory.keys).filter((path) => /^\/en\/\w+\/.*\d/.test(path));
  const twin = join(whole, `${path.slice(1, -1)}.md`);
  const text = readFileSync(twin, 'utf8');
  writeFileSync(twin, 'an earlier text');
  before.memory.keys[path] = 'another';
  const other = join(whole, 'zh-cn/llms-full.txt');
  const written = statSync(other).mtimeMs;
  expect(updateFiles(whole, kept, context, before).written).toEqual([`${path.slice(1, -1)}.md`]);
  expect(readFileSync(twin, 'utf8')).toBe(text);
  expect(statSync(other).mtimeMs).toBe(written);
});
