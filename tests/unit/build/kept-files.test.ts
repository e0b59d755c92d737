import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  fingerprintOf,
  keptFolder,
  linkFiles,
  refresh,
  type WritableFile,
  type WrittenFiles,
  writeFiles,
} from '../../../src/build/kept-files.ts';
import { makeFiles, makeParts } from '../../../src/build/make-files.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'atlas-write-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Brings a folder up to date and puts its files into a site, as a build does. */
async function build(fingerprint: string, make: (dir: string) => WrittenFiles, site: string) {
  const folder = keptFolder(join(dir, 'kept'));
  const written = await refresh(folder, fingerprint, async (files) => make(files));
  linkFiles(folder, site);
  return written;
}

describe('generated files', () => {
  it('are written only where their content changed, and removed when they are no longer made', async () => {
    const make = (files: WritableFile[]) => (folder: string) => writeFiles(files, folder);
    const out = join(dir, 'out');
    const first = [
      { path: '/a/', content: 'one' },
      { path: '/b.json', content: '{}' },
      { path: '/d.md', content: '# d' },
      { path: '/e.png', content: Uint8Array.of(137, 80) },
      { path: '/f.png', content: Uint8Array.of(137, 80) },
    ];
    expect(await build('x', make(first), out)).toEqual({ written: 5, same: 0 });
    const before = statSync(join(dir, 'kept/files/a/index.html')).mtimeMs;
    rmSync(out, { recursive: true });
    const second = [
      { path: '/a/', content: 'one' },
      { path: '/c.md', content: '#' },
      { path: '/d.md', content: '# e' },
      { path: '/e.png', content: Uint8Array.of(137, 80) },
      { path: '/f.png', content: Uint8Array.of(137, 81) },
    ];
    expect(await build('y', make(second), out)).toEqual({ written: 3, same: 2 });
    expect(statSync(join(dir, 'kept/files/a/index.html')).mtimeMs).toBe(before);
    expect(existsSync(join(out, 'b.json'))).toBe(false);
    expect(readFileSync(join(out, 'd.md'), 'utf8')).toBe('# e');
    expect([...readFileSync(join(out, 'f.png'))]).toEqual([137, 81]);
  });

  it('are not made again while nothing changed, and reach the site all the same', async () => {
    const out = join(dir, 'out');
    const make = vi.fn((folder: string) => writeFiles([{ path: '/a/', content: 'one' }], folder));
    expect(await build('x', make, out)).toEqual({ written: 1, same: 0 });
    rmSync(out, { recursive: true });
    expect(await build('x', make, out)).toBeUndefined();
    expect(make).toHaveBeenCalledTimes(1);
    expect(readFileSync(join(out, 'a/index.html'), 'utf8')).toBe('one');
    expect(await build('y', make, out)).toEqual({ written: 0, same: 1 });
  });

  it('are made again after a time when they could not be', async () => {
    const out = join(dir, 'out');
    const make = (folder: string) => writeFiles([{ path: '/a/', content: 'one' }], folder);
    await build('x', make, out);
    const broken = (folder: string): WrittenFiles => {
      writeFiles([{ path: '/a/', content: 'half' }], folder);
      throw new Error('no room');
    };
    await expect(build('y', broken, out)).rejects.toThrow('no room');
    expect(await build('x', make, out)).toEqual({ written: 1, same: 0 });
    expect(readFileSync(join(out, 'a/index.html'), 'utf8')).toBe('one');
  });

  it('replace what lies in the site at their place', async () => {
    const out = join(dir, 'out');
    mkdirSync(out);
    writeFileSync(join(out, 'a.md'), 'another');
    await build('x', (folder) => writeFiles([{ path: '/a.md', content: 'one' }], folder), out);
    expect(readFileSync(join(out, 'a.md'), 'utf8')).toBe('one');
  });

  it('leave sites that were built before as they were', async () => {
    const [before, after] = [join(dir, 'before'), join(dir, 'after')];
    const make = (content: string) => (folder: string) => writeFiles([{ path: '/a.md', content }], folder);
    await build('x', make('one'), before);
    await build('y', make('two'), after);
    expect(readFileSync(join(before, 'a.md'), 'utf8')).toBe('one');
    expect(readFileSync(join(after, 'a.md'), 'utf8')).toBe('two');
  });

  it('are the same, made in one thread or in several', { timeout: 60_000 }, async () => {
    const context = { site: 'https://atlas.example', base: '/', revision: 'unknown' };
    const next = new SharedArrayBuffer(4);
    const [whole, first, second] = [join(dir, 'whole'), join(dir, 'first'), join(dir, 'second')];
    const all = await makeFiles(whole, context);
    // Another thread has begun with the first two parts.
    Atomics.store(new Int32Array(next), 0, 2);
    const some = makeParts({ dir: first, context, next });
    expect(some.written).toBeGreaterThan(0);
    expect(some.written).toBeLessThan(all.written);
    for (const target of some.targets) {
      expect(readFileSync(target, 'utf8')).toBe(readFileSync(join(whole, relative(first, target)), 'utf8'));
    }
    expect(makeParts({ dir: second, context, next }).written).toBe(0);
  });

  it('have a fingerprint that follows every file and value', () => {
    writeFileSync(join(dir, 'a.yaml'), 'a: 1');
    const first = fingerprintOf([dir], 'v');
    expect(fingerprintOf([dir], 'v')).toBe(first);
    expect(fingerprintOf([dir], 'w')).not.toBe(first);
    writeFileSync(join(dir, 'a.yaml'), 'a: 2');
    expect(fingerprintOf([dir], 'v')).not.toBe(first);
    const file = join(dir, 'a.yaml');
    const alone = fingerprintOf([file, join(dir, 'not there')]);
    writeFileSync(file, 'a: 3');
    expect(fingerprintOf([file, join(dir, 'not there')])).not.toBe(alone);
  });
});
