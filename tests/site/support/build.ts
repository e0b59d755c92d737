/** The site built from other content than the repository's. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../../src/settings.ts';

/**
 * Builds a site into a folder.
 * @returns the reader of its files by address
 * @throws when the build fails, with what it said
 */
export async function buildSite(content: string, out: string): Promise<(path: string) => string> {
  const environment = { ...process.env, ATLAS_CONTENT: content, ATLAS_OUT: out, ATLAS_COMPRESS: 'none' };
  await promisify(execFile)(join(root, 'node_modules', '.bin', 'astro'), ['build', '--silent'], {
    cwd: root,
    env: environment,
  });
  return (path) => readFileSync(join(out, path.endsWith('/') ? `${path}index.html` : path), 'utf8');
}
