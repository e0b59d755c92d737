import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from '../../../src/build/lock.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'atlas-lock-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const nobody = (): void => {
  throw new Error('nobody else has the lock');
};

test('work is done one after the other, whoever asks', async () => {
  const lock = join(dir, 'a/lock');
  let inside = 0;
  let most = 0;
  const waited: number[] = [];
  const work = () =>
    withLock(
      lock,
      async () => {
        inside += 1;
        most = Math.max(most, inside);
        await pause(20);
        inside -= 1;
        return 'done';
      },
      (pid) => waited.push(pid),
    );
  expect(await Promise.all([work(), work(), work()])).toEqual(['done', 'done', 'done']);
  expect(most).toBe(1);
  expect(waited).toEqual([process.pid, process.pid]);
  expect(readdirSync(join(dir, 'a'))).toEqual([]);
});

test('a lock is given up when the work fails', async () => {
  const lock = join(dir, 'lock');
  await expect(withLock(lock, () => Promise.reject(new Error('no room')), nobody)).rejects.toThrow('no room');
  expect(await withLock(lock, async () => readFileSync(lock, 'utf8'), nobody)).toMatch(new RegExp(`^${process.pid} `));
});

test.each([
  // No process has an id this high.
  ['of a process that is gone', '2147483647 12'],
  ['of another process that had the same id', `${process.pid} 1`],
  ['that is damaged', ''],
])('a lock %s is taken over', async (_of, held) => {
  const lock = join(dir, 'lock');
  writeFileSync(lock, held);
  expect(await withLock(lock, async () => 'done', nobody)).toBe('done');
  expect(readdirSync(dir)).toEqual([]);
});
