/**
 * Runs one part of the benchmark in its own process, so that settings come from the environment and no part
 * warms up the next: `node scripts/bench/run-part.ts <part> <file for the figures>`.
 */
import { writeFileSync } from 'node:fs';

const stages = {
  sizes: async () => (await import('./sizes.ts')).measureSizes(),
  parts: async () => (await import('./generate.ts')).measureParts(),
  finder: async () => (await import('./finder.ts')).measureFinder(process.env['ATLAS_CONTENT'] === undefined),
  browser: async () => (await import('./browser.ts')).measureBrowser(),
  dev: async () => (await import('./dev.ts')).measureDev(),
  load: async () => (await import('../load.ts')).measureLoad(),
} as const;

const [name = '', target = ''] = process.argv.slice(2);
const stage = Object.entries(stages).find(([known]) => known === name)?.[1];
if (!stage || target === '') throw new Error(`expected one of ${Object.keys(stages).join(', ')}, and a file`);
writeFileSync(target, JSON.stringify((await stage()) ?? null));
