/** Compresses the text files of a folder, each into a file beside it, for servers that send such files as they are. */
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { textTypes } from '../hosting/headers.ts';
import type { Encoding } from '../settings.ts';
import { inThread } from './threads.ts';

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

/**
 * Threads that compress one file after the other: zlib's own threads need twice the time, for all the passing to and
 * fro of small files.
 *
 * @param dir folder that is looked through with all its folders
 */
export async function compressFolder(dir: string, encodings: readonly Encoding[]): Promise<CompressTotals> {
  const paths = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((path) =>
    textTypes.has(extname(path).slice(1)),
  );
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
