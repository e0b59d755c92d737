/**
 * What the benchmark measures, as stored in bench/results.json. Sizes are in bytes; times have their unit in the name.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../src/settings.ts';
import type { LoadFigures } from '../load.ts';

export interface Machine {
  readonly cores: number;
  readonly memoryGigabytes: number;
  readonly cpu: string;
  readonly system: string;
  readonly node: string;
}

/** Medians over the runs. */
export interface BuildTimes {
  readonly wallSeconds: number;
  /** Of all processes; null if /proc does not report it. */
  readonly cpuSeconds: number | null;
}

/** Builds from scratch. */
export interface BuildFigures extends BuildTimes {
  readonly runs: number;
  readonly peakBytes: number | null;
  /** Of the wall times. */
  readonly shortestSeconds: number;
  readonly longestSeconds: number;
  /** Builds after one title of one entry changed in one language. */
  readonly changed?: BuildTimes;
  /** Builds after nothing changed. */
  readonly unchanged?: BuildTimes;
}

export interface SizeFigures {
  readonly codes: number;
  readonly entryPages: number;
  /** Without the compressed copies. */
  readonly site: Size;
  readonly compressedCopies: Size;
  readonly entryHtml: Spread;
  /** Of entries with one meaning: each further meaning adds as much again. */
  readonly entryOfOneMeaning: Spread;
  /** Of the real catalogs' entry pages only. */
  readonly realEntryHtml: Spread;
  readonly entryGzip: Spread;
  readonly catalogGzip: { readonly largest: number; readonly codes: number };
  /** Of entries with one meaning. */
  readonly permanentLargest: number;
  readonly errorsJsonGzip: number;
}

export interface Size {
  readonly files: number;
  readonly bytes: number;
}

export interface Spread {
  readonly median: number;
  readonly largest: number;
}

export interface ClassFigures {
  readonly name: string;
  readonly queries: number;
  /** Per cent, over pages in all three languages. */
  readonly first: number;
  /** Per cent; null if there is nothing to find. */
  readonly withinThree: number | null;
}

export interface QueryFigures {
  readonly query: string;
  readonly data: number;
  readonly files: number;
  readonly exact: number;
  /** Median time for an answer with all files loaded. */
  readonly milliseconds: number;
}

export interface FinderFigures {
  /** Only with the real catalogs. */
  readonly quality: readonly ClassFigures[];
  readonly queries: readonly QueryFigures[];
  readonly files: number;
  readonly gzip: number;
  readonly hostile: {
    readonly texts: number;
    /** Cut to the length that the page handles itself. */
    readonly short: Worst;
    /** At full length; the page leaves them to a worker. */
    readonly long: Worst;
  };
}

export interface Worst {
  /** Name of the text. */
  readonly text: string;
  readonly milliseconds: number;
}

export interface BrowserFigures {
  readonly server: 'nginx' | 'node';
  readonly visits: readonly VisitFigures[];
  readonly share: {
    /** Script bytes that an entry page loads beyond the frame of every page. */
    readonly page: number;
    /** Loaded when the menu opens or a message is in the address. */
    readonly own: number;
    /** Loaded when the first answer is copied. */
    readonly answer: number;
    /** Loaded with the menu, and by the search dialog too. */
    readonly shared: number;
  };
  readonly wire: readonly WireFigures[];
  readonly dialog: {
    readonly runs: number;
    readonly query: string;
    readonly first: Times;
    readonly next: Times;
  };
  /** On loopback and on a slow link. */
  readonly links: readonly LinkFigures[];
  /** The longest main-thread task over short and long hostile texts. */
  readonly paste: { readonly texts: number; readonly worst: Worst };
}

/** Milliseconds, medians over fresh profiles. */
export interface LinkFigures {
  /** True for 150 ms per request and 10 Mbit/s; false for loopback. */
  readonly isSlow: boolean;
  readonly runs: number;
  /** Of the entry page of median size. */
  readonly firstPaint: number;
  /** From the key press until there is a field to type in. */
  readonly dialogOpen: number;
  /** From the key press until the first exact answer is shown, with no scripts fetched before. */
  readonly answer: number;
}

export interface VisitFigures {
  readonly page: 'median' | 'largest';
  readonly requests: number;
  /** With response headers. */
  readonly wire: number;
  readonly bodies: number;
}

export interface WireFigures {
  readonly query: string;
  readonly script: number;
  readonly data: number;
  readonly requests: number;
}

/** Milliseconds. `shown`: until the answer is in the page; `frame`: until the next frame has begun. */
export interface Times {
  readonly shown: number;
  readonly frame: number;
  readonly slowest: number;
}

export interface DevFigures {
  readonly runs: number;
  /** Null if the browser did not show it at all. */
  readonly textSeconds: number | null;
  readonly errorSeconds: number | null;
  readonly mendedSeconds: number | null;
  /** True if overlay and terminal named file, line and column. */
  readonly overlayTold: boolean;
  readonly terminalTold: boolean;
}

/** All figures for one size; a stage that could not run is omitted. */
export interface Run {
  readonly date: string;
  readonly machine: Machine;
  readonly build: BuildFigures;
  readonly sizes?: SizeFigures;
  /** Seconds for reading and for each kind of file, one after the other and without writing. */
  readonly parts?: Readonly<Record<string, number>>;
  readonly finder?: FinderFigures;
  readonly browser?: BrowserFigures;
  readonly dev?: DevFigures;
  readonly load?: LoadFigures;
}

/** Runs by size: `real`, or the total number of codes. */
export type Results = Readonly<Record<string, Run>>;

const path = join(root, 'bench', 'results.json');

export const readResults = (): Results => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {});

/**
 * Writes results.json and, beside it, the text made from it. Integer keys come first in any object, so `real` is last.
 */
export function writeResults(results: Results, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(results, undefined, 2)}\n`);
  writeFileSync(join(dirname(path), 'results.md'), text);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 0 ? ((sorted[middle - 1] ?? upper) + upper) / 2 : upper;
}

/** Rounds to the given number of decimal places. */
export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));

/** Runs a function and reports how many milliseconds it took. */
export async function timed<T>(run: () => T | Promise<T>): Promise<{ milliseconds: number; value: T }> {
  const started = performance.now();
  const value = await run();
  return { milliseconds: performance.now() - started, value };
}
