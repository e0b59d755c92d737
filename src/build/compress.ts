/** Compresses text files, each into a file beside it, for servers that send such files as is. */
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { textTypes } from '../hosting/headers.ts';
import type { Encoding } from '../settings.ts';
import { type CompressTask, type CompressTotals, compressAll, isLarge } from './compressors.ts';
import { inThread } from './threads.ts';

/** Bytes. Smaller files fit into one packet uncompressed. */
const smallest = 1024;

/** Number of files for each thread: for fewer, starting another takes longer than what it would do. */
const filesOfThread = 100;

/** Returns true if a file has compressed forms: it is text that needs more than a packet. */
export const isCompressible = (name: string, bytes: number): boolean =>
  textTypes.has(extname(name).slice(1)) && bytes >= smallest;

/**
 * Compresses files, large ones or many of them in threads, one file after the other in each: zlib's own threads need
 * twice the time, because so many small files are passed back and forth.
 *
 * @param dir folder that the paths are relative to
 */
export async function compressFiles(
  dir: string,
  paths: readonly string[],
  encodings: readonly Encoding[],
): Promise<CompressTotals> {
  const hasLarge = paths.some((path) => isLarge(statSync(join(dir, path)).size));
  // The buffers of large files would make V8 collect garbage in all of this thread's memory.
  if (paths.length < filesOfThread && !hasLarge) return compressAll({ dir, paths, encodings });
  const threads = Math.min(availableParallelism(), 8, Math.ceil(paths.length / filesOfThread));
  const parts = Array.from({ length: threads }, (_, thread) =>
    paths.filter((_path, index) => index % threads === thread),
  );
  const totals = await Promise.all(
    parts.map((paths) => {
      const task: CompressTask = { dir, paths, encodings };
      return inThread<CompressTotals>(new URL('./compress-worker.ts', import.meta.url), task);
    }),
  );
  const sum = (read: (total: CompressTotals) => number): number => totals.reduce((all, total) => all + read(total), 0);
  return {
    files: sum(({ files }) => files),
    bytes: sum(({ bytes }) => bytes),
    compressed: Object.fromEntries(
      encodings.map((encoding) => [encoding, sum(({ compressed }) => compressed[encoding] ?? 0)]),
    ),
  };
}
