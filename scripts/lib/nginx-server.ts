/** A real nginx on loopback, with its configuration made by the function that makes deploy/nginx.conf. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { RedirectsFile } from '../../src/catalog/schema/files.ts';
import { nginxConfig } from '../../src/hosting/nginx.ts';
import { isExecutable } from './executable.ts';

const usual = [
  '/usr/sbin/nginx',
  '/usr/local/sbin/nginx',
  '/usr/local/bin/nginx',
  '/usr/bin/nginx',
  '/opt/homebrew/bin/nginx',
];

/** Returns the path of an installed nginx: `NGINX`, or a usual place; undefined if there is none. */
export const findNginx = (): string | undefined =>
  [process.env['NGINX'], ...usual].find((path): path is string => path !== undefined && isExecutable(path));

/** Finds an nginx, or installs Debian's if possible, and prints which; returns undefined if there is none. */
export function ensureNginx(): string | undefined {
  const found = findNginx();
  if (found !== undefined) {
    console.log(`nginx: ${found}`);
    return found;
  }
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) {
    console.log('nginx: none found, and none can be installed here. Install one, or name its path in NGINX.');
    return undefined;
  }
  console.log('nginx: none found, installing Debian’s nginx-light with apt-get');
  try {
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', 'nginx-light');
  } catch (error) {
    console.log(`nginx: could not be installed (${(error as Error).message})`);
  }
  return findNginx();
}

export interface NginxServer {
  /** `http://127.0.0.1:<port>`, without the base path. */
  readonly origin: string;
  /** What nginx has reported as errors so far. */
  readonly errors: () => string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts nginx with a built site, and waits until it answers.
 * @param site folder of the built site
 * @param base base path that the site was built with
 * @throws if it does not start
 */
export async function startNginx(
  program: string,
  site: string,
  base: string,
  redirects: RedirectsFile,
): Promise<NginxServer> {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-nginx-'));
  const within = (name: string): string => join(folder, name);
  mkdirSync(within('temporary'));
  let root = site;
  if (base !== '/') {
    root = within('root');
    const place = join(root, base);
    mkdirSync(dirname(place.replace(/\/$/, '')), { recursive: true });
    symlinkSync(site, place.replace(/\/$/, ''));
  }
  const port = await freePort();
  writeFileSync(
    within('nginx.conf'),
    nginxConfig({
      base,
      root,
      redirects,
      listen: [`127.0.0.1:${port}`],
      // Workers of another user could not read a checkout in someone's home.
      user: process.getuid?.() === 0 ? 'root' : undefined,
      pid: within('nginx.pid'),
      errorLog: within('error.log'),
      accessLog: within('access.log'),
      temporary: within('temporary'),
    }),
  );
  const server = spawn(
    program,
    ['-p', folder, '-e', within('error.log'), '-c', within('nginx.conf'), '-g', 'daemon off;'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let complaints = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  // The process that started it may end with an error before stopping it.
  const abandon = (): void => {
    server.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', abandon);
  const stop = async (): Promise<void> => {
    if (server.exitCode === null) server.kill('SIGTERM');
    await ended;
    process.removeListener('exit', abandon);
    rmSync(folder, { recursive: true, force: true });
  };
  const origin = `http://127.0.0.1:${port}`;
  if (!(await answers(origin, server))) {
    await stop();
    throw new Error(`nginx did not start: ${complaints}`);
  }
  return { origin, errors: () => complaints + readFileSync(within('error.log'), 'utf8'), stop };
}

async function answers(origin: string, server: ChildProcess): Promise<boolean> {
  for (let tries = 0; tries < 100 && server.exitCode === null; tries++) {
    try {
      await fetch(origin, { method: 'HEAD', redirect: 'manual' });
      return true;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return false;
}

/** Returns a port that nothing is listening on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function apt(...args: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('/usr/bin/apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
}
