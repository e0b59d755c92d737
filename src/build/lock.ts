/** One build at a time in a folder. */
import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds between two looks at a lock that another build holds. */
const interval = 200;

/**
 * Does work while nobody else holds the lock. A lock of a process that is gone is taken over.
 * @param file the lock; it holds who has it
 * @param waiting called once if another process holds it, with that one's id
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

/** Written first and then put in place, so that nobody sees it empty. @returns false where somebody has the lock */
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

/** Removes the lock of a process that is gone. Another build may do the same and have it by now, so it looks twice. */
function giveUp(file: string, gone: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') === gone) rmSync(aside);
    else renameSync(aside, file);
  } catch {
    // Somebody else has removed it.
  }
}

/** A process, and when it began where the system tells, as ids come again. */
function holder(pid: number): string {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return 'nobody';
  }
  const stat = readIfThere(`/proc/${pid}/stat`);
  // After the name, which may hold blanks and brackets itself, the start is the twentieth field.
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
