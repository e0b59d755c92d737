/** Compresses text files, each into a file beside it, for servers that send such files as they are. */
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { textTypes } from '../hosting/headers.ts';
import type { Encoding } from '../settings.ts';
import { inThread } from './threads.ts';

/** Smaller files go in one packet as they are. */
const smallest = 1024;

/** What the name of a file's compressed form ends with. */
export const endings: Readonly<Record<Encoding, string>> = { gzip: '.gz', brotli: '.br' };

/** What a worker is given. */
export interface CompressTask {
  readonly dir: string;
  /** Files in the folder. */
  readonly paths: readonly string[];
  readonly encodings: readonly Encoding[];
}

/** What was done: files, and their bytes before and after. */
export interface CompressTotals {
  readonly files: number;
  readonly bytes: number;
  readonly compressed: Readonly<Partial<Record<Encoding, number>>>;
}

/** Whether a file has compressed forms: text that fills more than a packet. */
export const isCompressible = (name: string, bytes: number): boolean =>
  textTypes.has(extname(name).slice(1)) && bytes >= smallest;

/**
 * Threads that compress one file after the other: zlib's own threads need twice the time, for all the passing to and
 * fro of small files.
 *
 * @param dir folder that the paths begin at
 */
export async function compressFiles(
  dir: string,
  paths: readonly string[],
  encodings: readonly Encoding[],
): Promise<CompressTotals> {
  const threads = Math.max(1, Math.min(availableParallelism(), 8, Math.ceil(paths.length / 100)));
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
