import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fingerprintOf, writeGenerated, writeThroughCache } from '../../../src/integrations/write.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'atlas-write-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('generated files', () => {
  it('are written only where their text changed, and removed when they are no longer made', () => {
    expect(
      writeGenerated(
        [
          { path: '/a/', text: 'one' },
          { path: '/b.json', text: '{}' },
        ],
        dir,
      ),
    ).toEqual({ written: 2, same: 0 });
    const before = statSync(join(dir, 'a/index.html')).mtimeMs;
    expect(
      writeGenerated(
        [
          { path: '/a/', text: 'one' },
          { path: '/c.md', text: '#' },
        ],
        dir,
      ),
    ).toEqual({ written: 1, same: 1 });
    expect(statSync(join(dir, 'a/index.html')).mtimeMs).toBe(before);
    expect(existsSync(join(dir, 'b.json'))).toBe(false);
  });

  it('are not made again while nothing changed, and reach the site all the same', () => {
    const out = join(dir, 'out');
    const make = vi.fn(() => [{ path: '/a/', text: 'one' }]);
    expect(writeThroughCache('x', make, join(dir, 'cache'), out)).toEqual({ written: 1, same: 0 });
    rmSync(out, { recursive: true });
    expect(writeThroughCache('x', make, join(dir, 'cache'), out)).toBeUndefined();
    expect(make).toHaveBeenCalledTimes(1);
    expect(readFileSync(join(out, 'a/index.html'), 'utf8')).toBe('one');
    expect(writeThroughCache('y', make, join(dir, 'cache'), out)).toEqual({ written: 0, same: 1 });
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
