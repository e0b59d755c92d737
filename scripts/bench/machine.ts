/** The machine that the figures come from: what explains them, and nothing that identifies it. */
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import type { Machine } from './results.ts';

export const machine = (): Machine => ({
  cores: availableParallelism(),
  memoryGigabytes: Math.round(totalmem() / 2 ** 30),
  cpu: (cpus()[0]?.model ?? 'unknown').replaceAll(/\s+/g, ' ').trim(),
  system: `${distribution()} (${type()} ${release().replace(/^(\d+\.\d+).*/, '$1')})`,
  node: process.version,
});

function distribution(): string {
  const path = '/etc/os-release';
  const name = existsSync(path) ? /^PRETTY_NAME="?([^"\n]*)/m.exec(readFileSync(path, 'utf8'))?.[1] : undefined;
  return name ?? process.platform;
}
