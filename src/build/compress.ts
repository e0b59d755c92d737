/** Compresses text files, each into a file beside it, for servers that send such files as is. */
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { textTypes } from '../hosting/headers.ts';
import type { Encoding } from '../settings.ts';
import { inThread } from './threads.ts';

/** Bytes. Smaller files fit into one packet uncompressed. */
const smallest = 1024;

/** Suffix of a file's compressed form. */
export const endings: Readonly<Record<Encoding, string>> = { gzip: '.gz', brotli: '.br' };

/** What programs read and browsers do not load: few programs ask for Brotli. */
const forPrograms = new Set(['.md', '.txt', '.csv', '.xml']);

/** Returns the encodings that a file is compressed in: if gzip is among those wanted, some need no other. */
export const encodingsOf = (name: string, wanted: readonly Encoding[]): readonly Encoding[] =>
  wanted.includes('gzip') && forPrograms.has(extname(name)) ? ['gzip'] : wanted;

/** A worker's input. */
export interface CompressTask {
  readonly dir: string;
  /** Files, relative to the folder. */
  readonly paths: readonly string[];
  readonly encodings: readonly Encoding[];
}

/** The files compressed, and their bytes before and after. */
export interface CompressTotals {
  readonly files: number;
  readonly bytes: number;
  readonly compressed: Readonly<Partial<Record<Encoding, number>>>;
}

/** Returns true if a file has compressed forms: it is text that needs more than a packet. */
export const isCompressible = (name: string, bytes: number): boolean =>
  textTypes.has(extname(name).slice(1)) && bytes >= smallest;

/**
 * Compresses files in threads, one file after the other in each: zlib's own threads need twice the time, because so
 * many small files are passed back and forth.
 *
 * @param dir folder that the paths are relative to
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
