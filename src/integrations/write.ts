/** Writes generated files, touching only those whose text changed. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { GeneratedFile } from '../generate/file.ts';

/**
 * @param dir folder that the files' paths begin at
 * @returns how many files were written, and how many were there with the same text
 */
export function writeGenerated(files: Iterable<GeneratedFile>, dir: string): { written: number; same: number } {
  let written = 0;
  let same = 0;
  const made = new Set<string>();
  for (const { path, text } of files) {
    const target = join(dir, path.endsWith('/') ? `${path}index.html` : path);
    if (readIfThere(target) === text) {
      same += 1;
      continue;
    }
    const folder = dirname(target);
    if (!made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      made.add(folder);
    }
    writeFileSync(target, text);
    written += 1;
  }
  return { written, same };
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
