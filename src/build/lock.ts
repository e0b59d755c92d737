/** Allows one build at a time in a folder. */
import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds between two checks of a lock that another build holds. */
const interval = 200;

/**
 * Runs `work` while holding the lock. A lock whose process is gone is taken over.
 * @param file the lock; it contains its holder
 * @param waiting called once if another process holds it, with the id of that process
 */
export async function withLock<T>(file: string, work: () => Promise<T>, waiting: (pid: number) => void): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  const own = holder(process.pid);
  let told = false;
  while (!take(file, own)) {
    const other = readIfThere(file);
    if (other === undefined) continue;
    const pid = Number.parseInt(other, 10);
    if (other === holder(pid)) {
      if (!told) waiting(pid);
      told = true;
      await pause(interval);
    } else {
      giveUp(file, other);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Writes the lock aside, then puts it in place, so that it is never seen empty. @returns false if the lock is held */
function take(file: string, own: string): boolean {
  const ready = `${file}.${randomUUID()}`;
  writeFileSync(ready, own);
  try {
    linkSync(ready, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(ready);
  }
}

/** Removes the lock of a process that is gone. Checks twice: another build may have done so and hold it by now. */
function giveUp(file: string, gone: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') === gone) rmSync(aside);
    else renameSync(aside, file);
  } catch {
    // Another build has removed it.
  }
}

/** Returns a process id and, because ids are reused, the process's start time where the system reports it. */
function holder(pid: number): string {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return 'nobody';
  }
  const stat = readIfThere(`/proc/${pid}/stat`);
  // The start time is the twentieth field after the name, which may itself contain blanks and brackets.
  const began = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  return `${pid} ${began}`;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
