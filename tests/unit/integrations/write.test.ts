import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GeneratedFile } from '../../../src/generate/file.ts';
import { makeFiles, makeParts } from '../../../src/integrations/make.ts';
import { fingerprintOf, writeFiles, writeThroughCache } from '../../../src/integrations/write.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'atlas-write-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('generated files', () => {
  it('are written only where their text changed, and removed when they are no longer made', async () => {
    const make = (files: GeneratedFile[]) => async (folder: string, site: string) => writeFiles(files, folder, site);
    const [cache, out] = [join(dir, 'cache'), join(dir, 'out')];
    const first = [
      { path: '/a/', text: 'one' },
      { path: '/b.json', text: '{}' },
      { path: '/d.md', text: '# d' },
    ];
    expect(await writeThroughCache('x', make(first), cache, out)).toEqual({ written: 3, same: 0 });
    const before = statSync(join(cache, 'files/a/index.html')).mtimeMs;
    rmSync(out, { recursive: true });
    const second = [
      { path: '/a/', text: 'one' },
      { path: '/c.md', text: '#' },
      { path: '/d.md', text: '# e' },
    ];
    expect(await writeThroughCache('y', make(second), cache, out)).toEqual({ written: 2, same: 1 });
    expect(statSync(join(cache, 'files/a/index.html')).mtimeMs).toBe(before);
    expect(existsSync(join(out, 'b.json'))).toBe(false);
    expect(readFileSync(join(out, 'd.md'), 'utf8')).toBe('# e');
  });

  it('are not made again while nothing changed, and reach the site all the same', async () => {
    const out = join(dir, 'out');
    const make = vi.fn(async (folder: string, site: string) =>
      writeFiles([{ path: '/a/', text: 'one' }], folder, site),
    );
    expect(await writeThroughCache('x', make, join(dir, 'cache'), out)).toEqual({ written: 1, same: 0 });
    rmSync(out, { recursive: true });
    expect(await writeThroughCache('x', make, join(dir, 'cache'), out)).toBeUndefined();
    expect(make).toHaveBeenCalledTimes(1);
    expect(readFileSync(join(out, 'a/index.html'), 'utf8')).toBe('one');
    expect(await writeThroughCache('y', make, join(dir, 'cache'), out)).toEqual({ written: 0, same: 1 });
  });

  it('leave sites that were built before as they were', async () => {
    const [cache, before, after] = [join(dir, 'cache'), join(dir, 'before'), join(dir, 'after')];
    const make = (text: string) => async (folder: string, site: string) =>
      writeFiles([{ path: '/a.md', text }], folder, site);
    await writeThroughCache('x', make('one'), cache, before);
    await writeThroughCache('y', make('two'), cache, after);
    expect(readFileSync(join(before, 'a.md'), 'utf8')).toBe('one');
    expect(readFileSync(join(after, 'a.md'), 'utf8')).toBe('two');
  });

  it('are the same, made in one thread or in several', async () => {
    const context = { site: 'https://atlas.example', base: '/', revision: 'unknown' };
    const next = new SharedArrayBuffer(4);
    const [whole, first, second, site] = ['whole', 'first', 'second', 'site'].map((name) => join(dir, name)) as [
      string,
      string,
      string,
      string,
    ];
    const all = await makeFiles(whole, site, context);
    // Another thread has begun with the first two parts.
    Atomics.store(new Int32Array(next), 0, 2);
    const some = makeParts({ dir: first, site, context, next });
    expect(some.written).toBeGreaterThan(0);
    expect(some.written).toBeLessThan(all.written);
    for (const target of some.targets) {
      expect(readFileSync(target, 'utf8')).toBe(readFileSync(join(whole, relative(first, target)), 'utf8'));
    }
    expect(makeParts({ dir: second, site, context, next }).written).toBe(0);
  });

  it('have a fingerprint that follows every file and value', () => {
    writeFileSync(join(dir, 'a.yaml'), 'a: 1');
    const first = fingerprintOf([dir], 'v');
    expect(fingerprintOf([dir], 'v')).toBe(first);
    expect(fingerprintOf([dir], 'w')).not.toBe(first);
    writeFileSync(join(dir, 'a.yaml'), 'a: 2');
    expect(fingerprintOf([dir], 'v')).not.toBe(first);
  });
});
