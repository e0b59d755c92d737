/** The site built from other content than the repository's. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../../src/settings.ts';

/** The test runner has these for itself, and a build takes them for its own. */
const {
  BASE_URL: _base,
  DEV: _dev,
  MODE: _mode,
  PROD: _prod,
  SSR: _ssr,
  FORCE_COLOR: _color,
  ...inherited
} = process.env;

/** What a build runs with that is started by a test, as from a shell whose output goes to a file: no colours. */
export const buildEnvironment: NodeJS.ProcessEnv = { ...inherited, NODE_ENV: 'production', NO_COLOR: '1' };

/** What builds a site, as `npm run build` does. */
export const buildCommand: readonly [string, ...string[]] = [
  join(root, 'node_modules', '.bin', 'node'),
  join(root, 'scripts', 'build.ts'),
  '--silent',
];

/**
 * Builds a site into a folder; what builds keep goes beside it.
 * @returns the reader of its files by address
 * @throws when the build fails, with what it said
 */
export async function buildSite(content: string, out: string): Promise<(path: string) => string> {
  const environment = {
    ...buildEnvironment,
    ATLAS_CONTENT: content,
    ATLAS_OUT: out,
    ATLAS_CACHE: `${out}-cache`,
    ATLAS_COMPRESS: 'none',
  };
  const [program, ...args] = buildCommand;
  await promisify(execFile)(program, args, { cwd: root, env: environment });
  return (path) => readFileSync(join(out, path.endsWith('/') ? `${path}index.html` : path), 'utf8');
}
