/**
 * Runs the tests of the built site against a real nginx.
 *
 *   npm run test:nginx    the most recently built site in dist/ (or ATLAS_OUT)
 *   npm run test:base     builds the site under /atlas/ (or ATLAS_BASE) into dist-base/ first
 *
 * Arguments after `--` go to vitest: `npm run test:nginx -- tests/site/links.test.ts`.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readAtlas } from '../src/catalog/read.ts';
import { root, settings } from '../src/settings.ts';
import { ensureChromium } from './lib/chromium.ts';
import { ensureNginx, startNginx } from './lib/nginx-server.ts';

const { values, positionals } = parseArgs({ options: { base: { type: 'string' } }, allowPositionals: true });
const bin = join(root, 'node_modules', '.bin');
const base = values.base ?? settings.base;
const out = values.base === undefined ? settings.outDir : resolve(root, process.env['ATLAS_OUT'] ?? 'dist-base');
const env: NodeJS.ProcessEnv = {
  ...process.env,
  ASTRO_TELEMETRY_DISABLED: '1',
  ATLAS_BASE: base,
  ATLAS_OUT: out,
  CHROMIUM: ensureChromium(),
  PATH: `${bin}:${process.env['PATH']}`,
};

// Exits by `exit`, so that nginx is not left running.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

process.exitCode = await main();

async function main(): Promise<number> {
  if (values.base !== undefined) {
    const status = await run('build', 'node', ['scripts/build.ts', '--silent']);
    if (status !== 0) return status;
  }
  if (!existsSync(join(out, 'index.html'))) {
    console.error(`There is no built site in ${out}: run npm run build first`);
    return 1;
  }
  const program = ensureNginx();
  const tests = ['run', '--project', 'site', ...positionals];
  if (program === undefined) {
    // Under a base path, the suite is worth running even without nginx.
    return values.base === undefined ? 1 : run('site tests without nginx', 'vitest', tests);
  }
  const { redirects } = readAtlas(settings.contentDir, root);
  const server = await startNginx(program, out, base, redirects);
  try {
    const status = await run('site tests on nginx', 'vitest', tests, { ATLAS_TEST_ORIGIN: server.origin });
    const serious = server.errors().match(/^.* \[(?:crit|alert|emerg)\] .*$/gm) ?? [];
    for (const line of serious) console.error(line);
    return serious.length > 0 ? 1 : status;
  } finally {
    await server.stop();
  }
}

/** Runs a program from node_modules/.bin and prints how long it took. */
async function run(
  name: string,
  program: string,
  args: readonly string[],
  more: NodeJS.ProcessEnv = {},
): Promise<number> {
  console.log(`\n— ${name}`);
  const started = performance.now();
  const child = spawn(join(bin, program), args, {
    cwd: root,
    env: { ...env, ...more },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const status = await new Promise<number>((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => done(code ?? 1));
  });
  console.log(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return status;
}
