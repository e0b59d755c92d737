import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesIn, fingerprintOf, isSameState, namesIn, stateOf, writeFiles } from '../../../src/build/written-files.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'atlas-write-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('files of the site', () => {
  it('are written only where their content changed', () => {
    const first = [
      { path: '/a/', content: 'one' },
      { path: '/d.md', content: '# d' },
      { path: '/e.png', content: Uint8Array.of(137, 80) },
      { path: '/f.png', content: Uint8Array.of(137, 80) },
    ];
    const all = ['a/index.html', 'd.md', 'e.png', 'f.png'];
    expect(writeFiles(first, dir)).toEqual({ written: all, names: all });
    const before = statSync(join(dir, 'a/index.html')).mtimeMs;
    const second = [
      { path: '/a/', content: 'one' },
      { path: '/c.md', content: '#' },
      { path: '/d.md', content: '# e' },
      { path: '/e.png', content: Uint8Array.of(137, 80) },
      { path: '/f.png', content: Uint8Array.of(137, 81) },
    ];
    expect(writeFiles(second, dir)).toEqual({
      written: ['c.md', 'd.md', 'f.png'],
      names: ['a/index.html', 'c.md', 'd.md', 'e.png', 'f.png'],
    });
    expect(statSync(join(dir, 'a/index.html')).mtimeMs).toBe(before);
    expect(readFileSync(join(dir, 'd.md'), 'utf8')).toBe('# e');
    expect([...readFileSync(join(dir, 'f.png'))]).toEqual([137, 81]);
  });

  it('are listed without those behind a link and those of Git', () => {
    mkdirSync(join(dir, 'site/.git'), { recursive: true });
    mkdirSync(join(dir, 'site/a/b'), { recursive: true });
    mkdirSync(join(dir, 'elsewhere'));
    writeFileSync(join(dir, 'elsewhere/x'), '');
    writeFileSync(join(dir, 'site/.git/HEAD'), '');
    writeFileSync(join(dir, 'site/a/b/c.md'), '');
    writeFileSync(join(dir, 'site/.htaccess'), '');
    symlinkSync(join(dir, 'elsewhere'), join(dir, 'site/link'));
    expect(namesIn(join(dir, 'site')).sort()).toEqual(['.htaccess', 'a/b/c.md']);
    expect(namesIn(`${join(dir, 'site')}/`).sort()).toEqual(['.htaccess', 'a/b/c.md']);
    expect(filesIn(join(dir, 'site/.htaccess'))).toEqual([join(dir, 'site/.htaccess')]);
    expect(filesIn(join(dir, 'nowhere'))).toEqual([]);
  });

  it('have a state that follows size and time', () => {
    const file = join(dir, 'a');
    expect(stateOf(file)).toBeUndefined();
    writeFileSync(file, 'one');
    const before = stateOf(file);
    expect(isSameState(before, stateOf(file))).toBe(true);
    expect(isSameState(undefined, undefined)).toBe(false);
    utimesSync(file, new Date(0), new Date(0));
    expect(isSameState(before, stateOf(file))).toBe(false);
    expect(stateOf(dir)).toBeUndefined();
  });

  it('have a fingerprint that follows every file and value, and not where the checkout lies', () => {
    const at = (name: string) => {
      mkdirSync(join(dir, name), { recursive: true });
      writeFileSync(join(dir, name, 'a.yaml'), 'a: 1');
      return fingerprintOf(join(dir, name), [join(dir, name)], 'v');
    };
    const first = at('here');
    expect(at('there')).toBe(first);
    const own = () => fingerprintOf(join(dir, 'here'), [join(dir, 'here'), join(dir, 'here/not there')], 'v');
    expect(own()).toBe(first);
    expect(fingerprintOf(join(dir, 'here'), [join(dir, 'here')], 'w')).not.toBe(first);
    writeFileSync(join(dir, 'here/a.yaml'), 'a: 2');
    expect(own()).not.toBe(first);
    at('here');
    writeFileSync(join(dir, 'here/b.yaml'), '');
    expect(own()).not.toBe(first);
  });
});
