/** Makes everything that is made from the model without Astro, in several threads where there is much of it. */
import { availableParallelism } from 'node:os';
import type { SiteContext } from '../generate/file.ts';
import { parts } from '../generate/index.ts';
import { getAtlas, getChanges } from '../site/atlas.ts';
import { inThread } from '../threads.ts';
import { type WrittenFiles, writeFiles } from './write.ts';

/** The context without the change list, which every thread reads for itself, as the model. */
export type PlainContext = Omit<SiteContext, 'changes'>;

/** What a thread is given. */
export interface MakeTask {
  readonly dir: string;
  readonly context: PlainContext;
  /** The next part that nobody has begun with, for all threads: one 32-bit number. */
  readonly next: SharedArrayBuffer;
}

/** Another thread reads the model anew; with fewer entries it has not done so before this one is ready. */
const entriesOfThread = 1000;

/** Writes all generated files into a folder; throws where one cannot be made or written. */
export async function makeFiles(dir: string, context: PlainContext): Promise<WrittenFiles> {
  const entries = getAtlas().catalogs.reduce((count, catalog) => count + catalog.entries.length, 0);
  const threads = Math.max(1, Math.min(availableParallelism(), parts.length, Math.ceil(entries / entriesOfThread)));
  const task: MakeTask = { dir, context, next: new SharedArrayBuffer(4) };
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
export function makeParts({ dir, context, next }: MakeTask): WrittenFiles {
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
  );
}
