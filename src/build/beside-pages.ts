/**
 * Files that need no page: they are made in other threads while Astro renders, which keeps one core busy, in folders
 * that stay between builds. Those of a build from the same content and code are taken over.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { root, settings } from '../settings.ts';
import {
  bytesIn,
  fingerprintOf,
  keptFolder,
  linkFiles,
  refresh,
  type Written,
  type WrittenFiles,
} from './kept-files.ts';

type Hooks = Pick<AstroIntegration['hooks'], 'astro:build:start' | 'astro:build:done'>;

export interface FilesBesidePages {
  /** The files' folder among those that stay between builds. */
  readonly name: string;
  /** What the build's log calls them. */
  readonly label: string;
  /** What the files are made from besides the content and the code. */
  readonly values?: () => readonly string[];
  /** Writes the files into a folder, which may hold those of an earlier time. */
  readonly make: (dir: string) => Promise<WrittenFiles>;
  /** The same when pages are there already, if that is done in another way. */
  readonly makeLate?: (dir: string) => Promise<WrittenFiles>;
}

/** With more content than this there is no memory for it beside rendering: files are made when pages are there. */
const mostContent = 10_000_000;

/** What decides, with the content, what is made. Pictures take their colours from a style sheet, and their mark from `public`. */
const code = ['src', 'public', 'content/docs', 'package-lock.json'].map((path) => join(root, path));

/** Each needs memory of its own, so that they wait for each other. */
let last: Promise<unknown> = Promise.resolve();

/** The hooks of an integration whose files are made so; they throw what `make` throws, when all pages are there. */
export function besidePages({ name, label, values = () => [], make, makeLate = make }: FilesBesidePages): Hooks {
  // One folder for each that is built into, so that builds of other content leave it alone.
  const folder = keptFolder(
    join(settings.cacheDir, name, createHash('sha256').update(settings.outDir).digest('hex').slice(0, 12)),
  );
  const update = async (how: typeof make): Promise<{ made: Written | undefined; milliseconds: number }> => {
    const started = performance.now();
    const made = await refresh(folder, fingerprintOf([...code, settings.contentDir], ...values()), how);
    return { made, milliseconds: performance.now() - started };
  };
  let begun: ReturnType<typeof update> | undefined;
  return {
    'astro:build:start': () => {
      if (bytesIn(settings.contentDir) > mostContent) return;
      begun = last.then(() => update(make));
      last = begun.catch(() => {});
    },
    'astro:build:done': async ({ dir, logger }) => {
      const { made, milliseconds } = await (begun ?? update(makeLate));
      linkFiles(folder, fileURLToPath(dir));
      const what = made ? `${made.written} written, ${made.same} as they were` : 'nothing changed';
      logger.info(`${label}: ${what}, in ${(milliseconds / 1000).toFixed(1)} s`);
    },
  };
}
