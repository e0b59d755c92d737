/** Makes everything that is made from the model without Astro, in several threads where there is much of it. */
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { SiteContext } from '../generate/file.ts';
import { parts } from '../generate/index.ts';
import { settings } from '../settings.ts';
import { getAtlas, getChanges } from '../site/atlas.ts';
import { inThread } from '../threads.ts';
import { filesIn, type WrittenFiles, writeFiles } from './write.ts';

/** The context without the change list, which every thread reads for itself, as the model. */
export type PlainContext = Omit<SiteContext, 'changes'>;

/** What a thread is given. */
export interface MakeTask {
  readonly dir: string;
  readonly site: string;
  readonly context: PlainContext;
  /** The next part that nobody has begun with, for all threads: one 32-bit number. */
  readonly next: SharedArrayBuffer;
}

/** Another thread reads the content for itself; with less than this it has not done so before this one is ready. */
const bytesOfThread = 4_000_000;

/**
 * Writes all generated files into a folder, and into the site as links.
 * @throws where one cannot be made or written
 */
export async function makeFiles(dir: string, site: string, context: PlainContext): Promise<WrittenFiles> {
  const bytes = filesIn(settings.contentDir).reduce((sum, file) => sum + statSync(file).size, 0);
  const threads = Math.max(1, Math.min(availableParallelism(), parts.length, Math.ceil(bytes / bytesOfThread)));
  const task: MakeTask = { dir, site, context, next: new SharedArrayBuffer(4) };
  // Before this thread reads the content, if it has not done so yet.
  const others = Array.from({ length: threads - 1 }, () =>
    inThread<WrittenFiles>(new URL('./make-worker.ts', import.meta.url), task),
  );
  const done = [makeParts(task), ...(await Promise.all(others))];
  return {
    written: done.reduce((sum, { written }) => sum + written, 0),
    same: done.reduce((sum, { same }) => sum + same, 0),
    targets: done.flatMap(({ targets }) => targets),
  };
}

/** Makes one part after the other of those that no thread has begun with. */
export function makeParts({ dir, site, context, next }: MakeTask): WrittenFiles {
  const counter = new Int32Array(next);
  const atlas = getAtlas();
  const whole: SiteContext = { ...context, changes: getChanges() };
  return writeFiles(
    (function* () {
      for (let part = parts[Atomics.add(counter, 0, 1)]; part; part = parts[Atomics.add(counter, 0, 1)]) {
        yield* part(atlas, whole);
      }
    })(),
    dir,
    site,
  );
}
