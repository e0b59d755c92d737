/** The browser that the tests and benchmarks drive. */
import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';
import { isExecutable } from './executable.ts';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Switches that keep a headless Chromium from asking its maker's servers for anything. */
export const chromiumArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Returns the path of an installed Chromium: `CHROMIUM`, a usual place, or Playwright's own; undefined if there is
 * none.
 */
export function findChromium(): string | undefined {
  return [process.env['CHROMIUM'], ...usual, chromium.executablePath()].find(
    (path): path is string => path !== undefined && isExecutable(path),
  );
}

/**
 * Finds a Chromium or installs one, and prints which.
 * @throws if none can be installed
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found !== undefined) {
    console.log(`Chromium: ${found}`);
    return found;
  }
  if (process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get')) {
    console.log('No Chromium found: installing Debian’s chromium and fonts-noto-cjk with apt-get');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']);
  } else {
    console.log('No Chromium found: letting Playwright download one');
    run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']);
  }
  const installed = findChromium();
  if (installed === undefined) {
    throw new Error('No Chromium could be installed. Install one, or name its path in the variable CHROMIUM.');
  }
  console.log(`Chromium: ${installed}`);
  return installed;
}

function run(command: string, args: readonly string[]): void {
  execFileSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
