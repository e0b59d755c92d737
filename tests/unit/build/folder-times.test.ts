import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { areFoldersAsTold, folderTimes } from '../../../src/build/folder-times.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'atlas-folders-'));
  mkdirSync(join(dir, 'a/b'), { recursive: true });
  mkdirSync(join(dir, '.git'));
  write('a/b/c.txt');
  write('d.txt');
  symlinkSync(join(dir, 'a'), join(dir, 'a/b/link'));
  age();
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const names = ['a/b/c.txt', 'd.txt'];
const write = (name: string): void => writeFileSync(join(dir, name), '');
/** Makes all times old: the clock that they are from may stand still for a few milliseconds. */
const age = (): void => {
  for (const folder of ['', 'a', 'a/b']) utimesSync(join(dir, folder), 1, 1);
};

describe('times of folders', () => {
  it('hold while nothing is added or removed, without links and the folder of Git', () => {
    const times = folderTimes(dir, names);
    expect(times).toEqual({ '': 1000, 'a/': 1000, 'a/b/': 1000 });
    writeFileSync(join(dir, 'a/b/c.txt'), 'another text');
    writeFileSync(join(dir, '.git/HEAD'), '');
    expect(areFoldersAsTold(dir, times)).toBe(true);
  });

  it.each<[string, () => void]>([
    ['a file is added', () => write('a/e.txt')],
    ['a folder is added', () => mkdirSync(join(dir, 'a/b/f'))],
    ['a file is removed', () => rmSync(join(dir, 'a/b/c.txt'))],
    ['a folder is removed', () => rmSync(join(dir, 'a/b'), { recursive: true })],
    ['all of it is gone', () => rmSync(dir, { recursive: true })],
  ])('do not hold once %s', (_what, change) => {
    const times = folderTimes(dir, names);
    change();
    expect(areFoldersAsTold(dir, times)).toBe(false);
  });

  it('do not hold if there was more than the files', () => {
    write('a/e.txt');
    expect(areFoldersAsTold(dir, folderTimes(dir, names))).toBe(false);
    expect(areFoldersAsTold(dir, folderTimes(dir, [...names, 'a/e.txt']))).toBe(true);
    mkdirSync(join(dir, 'strange'));
    write('strange/f.txt');
    expect(areFoldersAsTold(dir, folderTimes(dir, [...names, 'a/e.txt']))).toBe(false);
  });

  it('hold with an empty folder, until something is in it', () => {
    mkdirSync(join(dir, 'a/empty'));
    const times = folderTimes(dir, names);
    utimesSync(join(dir, 'a/empty'), 1, 1);
    const again = folderTimes(dir, names, { times: { ...times, 'a/empty/': 1000 }, changed: ['d.txt'] });
    expect(Object.keys(again).sort()).toEqual(['', 'a/', 'a/b/', 'a/empty/']);
    expect(areFoldersAsTold(dir, again)).toBe(true);
    write('a/empty/e.txt');
    expect(areFoldersAsTold(dir, again)).toBe(false);
  });

  it('are taken from an earlier look, except where files were added or removed since', () => {
    const times = folderTimes(dir, names);
    mkdirSync(join(dir, 'a/b/new'));
    write('a/b/new/e.txt');
    const now = [...names, 'a/b/new/e.txt'];
    const again = folderTimes(dir, now, { times, changed: ['a/b/new/e.txt'] });
    expect(again).toEqual(folderTimes(dir, now));
    expect(areFoldersAsTold(dir, again)).toBe(true);
  });

  it('show what somebody else added while files were written elsewhere', () => {
    const times = folderTimes(dir, names);
    write('a/b/stray.txt');
    write('e.txt');
    const again = folderTimes(dir, [...names, 'e.txt'], { times, changed: ['e.txt'] });
    expect(areFoldersAsTold(dir, again)).toBe(false);
    expect(areFoldersAsTold(dir, folderTimes(dir, names, { times, changed: ['d.txt'] }))).toBe(false);
  });
});
