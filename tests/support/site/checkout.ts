/** A copy of everything the site is built from; tests may change its code and content. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { namesIn } from '../../../src/build/written-files.ts';
import { root } from '../../../src/settings.ts';
import { type Content, writeContent } from '../any-content.ts';
import { buildEnvironment } from './build.ts';

const parts = ['src', 'public', 'scripts/build.ts', 'scripts/lib', 'content/docs', 'astro.config.mjs'];
const files = ['package.json', 'package-lock.json', 'tsconfig.json'];

export class Checkout {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
    for (const part of [...parts, ...files]) cpSync(join(root, part), join(folder, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  }

  write(content: Content): void {
    rmSync(join(this.folder, 'catalogs'), { recursive: true, force: true });
    writeContent(join(this.folder, 'catalogs'), content);
  }

  /** Starts a build, with all its processes in their own process group. */
  start(out: string, environment: NodeJS.ProcessEnv = {}, ...options: readonly string[]): ChildProcess {
    return spawn(join(root, 'node_modules', '.bin', 'node'), ['scripts/build.ts', ...options], {
      cwd: this.folder,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...buildEnvironment,
        ASTRO_TELEMETRY_DISABLED: '1',
        ATLAS_CONTENT: 'catalogs',
        ATLAS_OUT: out,
        ATLAS_CACHE: 'cache',
        ATLAS_REVISION: 'test',
        ...environment,
      },
    });
  }

  /**
   * Builds into a folder of the copy.
   * @returns the build's output
   * @throws Error if it fails
   */
  build(out: string, environment?: NodeJS.ProcessEnv, ...options: readonly string[]): Promise<string> {
    const child = this.start(out, environment, ...options);
    let said = '';
    child.stdout?.on('data', (data) => {
      said += data;
    });
    child.stderr?.on('data', (data) => {
      said += data;
    });
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (status) => (status === 0 ? resolve(said) : reject(new Error(said))));
    });
  }

  /** Returns a hash of every file of a site, by name. */
  hashes(out: string): Record<string, string> {
    const dir = join(this.folder, out);
    return Object.fromEntries(
      namesIn(dir)
        .sort()
        .map((name) => [
          name,
          createHash('sha256')
            .update(readFileSync(join(dir, name)))
            .digest('hex'),
        ]),
    );
  }
}
