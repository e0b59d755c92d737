/** A folder for what tests write and share, which is removed when all of them have run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    temporary: string;
  }
}

export default function (project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-tests-'));
  project.provide('temporary', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
