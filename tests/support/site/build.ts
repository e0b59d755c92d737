/** Builds the site from content other than the repository's. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../../src/settings.ts';

/** The environment without variables that the test runner sets for itself and a build would use. */
const {
  BASE_URL: _base,
  DEV: _dev,
  MODE: _mode,
  PROD: _prod,
  SSR: _ssr,
  FORCE_COLOR: _color,
  ...inherited
} = process.env;

/** Environment for a build started by a test, as in a shell whose output goes to a file: no colours. */
export const buildEnvironment: NodeJS.ProcessEnv = { ...inherited, NODE_ENV: 'production', NO_COLOR: '1' };

/** Command that builds a site as `npm run build` does. */
export const buildCommand: readonly [string, ...string[]] = [
  join(root, 'node_modules', '.bin', 'node'),
  join(root, 'scripts', 'build.ts'),
  '--silent',
];

/**
 * Builds a site into a folder; the build's cache goes beside it.
 * @returns a function that reads its files by address
 * @throws if the build fails, with its output
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
