/** Runs a program and measures it with all its descendants, from /proc on Linux; elsewhere only the time is known. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { root } from '../../src/settings.ts';

export interface Measured {
  readonly wallSeconds: number;
  readonly cpuSeconds: number | null;
  /** The largest sum of resident memory of the process and its descendants at one time. */
  readonly peakBytes: number | null;
}

/** Milliseconds between two readings of the memory. */
const interval = 100;
/** Ticks of the kernel's clock as used in /proc: 100 per second on every Linux that Node runs on. */
const ticksPerSecond = 100;
const pageSize = 4096;

/**
 * @param command program and arguments
 * @param env variables that override those of this process
 * @throws if the program fails
 */
export async function measured(command: readonly [string, ...string[]], env: NodeJS.ProcessEnv): Promise<Measured> {
  const [program, ...args] = command;
  const cpuBefore = childrenCpu();
  const started = performance.now();
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  let peak: number | undefined;
  const look = setInterval(() => {
    const now = child.pid === undefined ? undefined : residentBytes(child.pid);
    if (now !== undefined) peak = Math.max(peak ?? 0, now);
  }, interval);
  try {
    const status = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => resolve(code ?? 1));
    });
    if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}`);
  } finally {
    clearInterval(look);
  }
  const wallSeconds = (performance.now() - started) / 1000;
  const cpuAfter = childrenCpu();
  return {
    wallSeconds,
    cpuSeconds: cpuBefore === undefined || cpuAfter === undefined ? null : cpuAfter - cpuBefore,
    peakBytes: peak ?? null,
  };
}

/** Returns the fields of /proc/<pid>/stat after the name, which may itself contain blanks and brackets. */
function stat(pid: number | 'self'): readonly string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** Returns the CPU seconds of this process's ended children and their descendants (proc(5): cutime and cstime). */
function childrenCpu(): number | undefined {
  const fields = stat('self');
  return fields && (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
}

/** Returns the resident bytes of a process and its descendants; undefined if there is no /proc. */
function residentBytes(pid: number): number | undefined {
  let pids: number[];
  try {
    pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return undefined;
  }
  const children = new Map<number, { readonly pid: number; readonly bytes: number }[]>();
  let bytes: number | undefined;
  for (const each of pids) {
    const fields = stat(each);
    if (!fields) continue;
    const own = { pid: each, bytes: Number(fields[21]) * pageSize };
    if (each === pid) bytes = own.bytes;
    const parent = Number(fields[1]);
    const siblings = children.get(parent);
    if (siblings) siblings.push(own);
    else children.set(parent, [own]);
  }
  if (bytes === undefined) return undefined;
  const queue = [...(children.get(pid) ?? [])];
  for (let next = queue.pop(); next; next = queue.pop()) {
    bytes += next.bytes;
    queue.push(...(children.get(next.pid) ?? []));
  }
  return bytes;
}
