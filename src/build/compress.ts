/** Compresses text files, each into a file beside it, for servers that send such files as is. */
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { textTypes } from '../hosting/headers.ts';
import type { Encoding } from '../settings.ts';
import { type CompressTask, type CompressTotals, compressAll, compressLarge, isLarge } from './compressors.ts';
import { inThread } from './threads.ts';

/** Bytes. Smaller files fit into one packet uncompressed. */
const smallest = 1024;

/** Number of files for each thread: for fewer, starting another takes longer than what it would do. */
const filesOfThread = 100;

/** Returns true if a file has compressed forms: it is text that needs more than a packet. */
export const isCompressible = (name: string, bytes: number): boolean =>
  textTypes.has(extname(name).slice(1)) && bytes >= smallest;

/**
 * Compresses files, large ones as streams, many others in threads, one file after the other in each: zlib's own threads need twice the time,
 * because so many small files are passed back and forth.
 *
 * @param dir folder that the paths are relative to
 */
export async function compressFiles(
  dir: string,
  paths: readonly string[],
  encodings: readonly Encoding[],
): Promise<CompressTotals> {
  const large = paths.filter((path) => isLarge(statSync(join(dir, path)).size));
  const others = paths.filter((path) => !large.includes(path));
  const threads = Math.min(availableParallelism(), 8, Math.ceil(others.length / filesOfThread));
  const parts = Array.from({ length: threads }, (_, thread) =>
    others.filter((_path, index) => index % threads === thread),
  );
  const totals = await Promise.all([
    compressLarge({ dir, paths: large, encodings }),
    ...parts.map((paths) => {
      const task: CompressTask = { dir, paths, encodings };
      if (threads === 1) return compressAll(task);
      return inThread<CompressTotals>(new URL('./compress-worker.ts', import.meta.url), task);
    }),
  ]);
  const sum = (read: (total: CompressTotals) => number): number => totals.reduce((all, total) => all + read(total), 0);
  return {
    files: sum(({ files }) => files),
    bytes: sum(({ bytes }) => bytes),
    compressed: Object.fromEntries(
      encodings.map((encoding) => [encoding, sum(({ compressed }) => compressed[encoding] ?? 0)]),
    ),
  };
}
