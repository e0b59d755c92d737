/** Makes everything that is made from the model without Astro, in several threads where there is much of it. */
import { availableParallelism } from 'node:os';
import { gzipSync } from 'node:zlib';
import type { SiteContext } from '../generate/generated-file.ts';
import { parts } from '../generate/index.ts';
import { settings } from '../settings.ts';
import { getAtlas, getChanges } from '../site/atlas.ts';
import { bytesIn, type WrittenFiles, writeFiles } from './kept-files.ts';
import { inThread } from './threads.ts';

/** The context without the change list, which every thread reads for itself, as the model. */
export type PlainContext = Omit<SiteContext, 'changes'>;

/** What a thread is given. */
export interface MakeTask {
  readonly dir: string;
  readonly context: PlainContext;
  /** The next part that nobody has begun with, for all threads: one 32-bit number. */
  readonly next: SharedArrayBuffer;
}

/** A thread reads the content for itself: with less than this a further one is not ready before all is done. */
const bytesOfThread = 4_000_000;

/**
 * Writes all generated files into a folder, in threads of its own: the caller may render pages meanwhile.
 * @throws where one cannot be made or written
 */
export async function makeFiles(dir: string, context: PlainContext): Promise<WrittenFiles> {
  const wanted = Math.ceil(bytesIn(settings.contentDir) / bytesOfThread);
  const threads = Math.max(1, Math.min(availableParallelism(), parts.length, wanted));
  const task: MakeTask = { dir, context, next: new SharedArrayBuffer(4) };
  const done = await Promise.all(
    Array.from({ length: threads }, () => inThread<WrittenFiles>(new URL('./make-worker.ts', import.meta.url), task)),
  );
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
        for (const { path, text, isGzip } of part(atlas, whole)) {
          yield { path, content: isGzip ? gzipSync(text) : text };
        }
      }
    })(),
    dir,
  );
}
