/**
 * Measures the site and records the figures in bench/results.json and bench/results.md.
 *
 *   npm run bench                          the real catalogs
 *   npm run bench -- --codes 10000         that many codes: the real ones, and others made up from a seed
 *   npm run bench -- --date 2026-11-21     under a date other than today's
 *   npm run bench -- --runs 1              number of builds from scratch; their median counts
 *   npm run bench -- --only finder,dev     measures these parts anew and keeps the other figures
 *
 * Nothing is asserted, and the site in dist/ is not touched. Run nothing else meanwhile, and do not delete many files
 * in the six minutes before: after a benchmark, which deletes its own, the next one waits as long.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { parseDocument } from 'yaml';
import { readAtlas } from '../src/catalog/read.ts';
import { root } from '../src/settings.ts';
import { machine } from './bench/machine.ts';
import { type Measured, measured } from './bench/process.ts';
import { resultsText } from './bench/report.ts';
import {
  type BuildFigures,
  type BuildTimes,
  median,
  type Results,
  type Run,
  readResults,
  rounded,
  writeResults,
} from './bench/results.ts';
import { writeSynthetic } from './lib/synthetic.ts';

const { values } = parseArgs({
  options: {
    codes: { type: 'string' },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    runs: { type: 'string' },
    only: { type: 'string' },
  },
});
const codes = values.codes === undefined ? undefined : positive(values.codes, '--codes');
/** Number of builds. A large site takes minutes: its figure is from one run, and the results say so. */
const runs = positive(values.runs ?? (codes !== undefined && codes > 2000 ? '1' : '3'), '--runs');
const wanted = values.only?.split(',');

const key = codes === undefined ? 'real' : String(codes);
const folder = join(root, '.cache', 'bench');
const at = (name: string): string => join(folder, name);
const out = at(`site-${key}`);
const env: NodeJS.ProcessEnv = {
  ...process.env,
  ASTRO_TELEMETRY_DISABLED: '1',
  ATLAS_OUT: out,
  ATLAS_CACHE: at('cache'),
  ...(codes === undefined ? {} : { ATLAS_CONTENT: at(`content-${key}`) }),
  // Programs run with the Node that runs this script, no matter which the shell would find first.
  PATH: [join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter),
};
if (codes === undefined) delete env['ATLAS_CONTENT'];
/** Builds use a copy of the content, in which a text can be changed. */
const content = at(`content-${key}`);
const buildEnv: NodeJS.ProcessEnv = { ...env, ATLAS_CONTENT: content, ATLAS_REVISION: 'bench' };
const buildCommand = [process.execPath, join(root, 'scripts', 'build.ts'), '--silent'] as const;

/** Folder in which earlier builds are kept until the end. */
const aside = at('aside');
/** An empty file, as old as the last deletion of a benchmark's files. */
const deleted = at('deleted');
/** Milliseconds. */
const restAfterDeleting = 360_000;

await main();

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  if (codes === undefined) cpSync(join(root, 'content'), content, { recursive: true });
  else writeContent(content, codes);
  const before = readResults()[key];
  if (wanted && !before) throw new Error(`--only keeps the other figures, but there are none for ${key} yet`);
  await waitForFileSystem();
  const build = needsBuild() ? await measureBuild() : undefined;
  const kept = wants('build') ? build : before?.build;
  if (!kept) throw new Error('there is no build to report');
  const run: Run = {
    ...before,
    date: values.date,
    machine: machine(),
    build: kept,
    ...part('sizes'),
    ...(wants('parts') ? { parts: stage<Record<string, number>>('parts') } : {}),
    ...part('finder'),
    ...part('browser'),
    ...(codes === undefined ? { ...part('load'), ...part('dev') } : {}),
  };
  // A dev server watches the checkout: a hundred thousand more files would keep it busy.
  for (const left of [out, content, at('cache'), aside]) {
    rmSync(left, { recursive: true, force: true });
  }
  writeFileSync(deleted, '');
  const results: Results = { ...readResults(), [key]: run };
  const text = resultsText(results);
  writeResults(results, text);
  console.log(`\n${text}`);
}

/**
 * Writes the real catalogs and enough made-up ones to reach a total number of codes; if the real ones alone have as
 * many or more, writes only made-up ones.
 */
function writeContent(dir: string, codes: number): void {
  const real = readAtlas(join(root, 'content'), root);
  const own = real.catalogs.flatMap(({ entries }) => entries).length;
  writeSynthetic(dir, real, { codes: codes > own ? codes - own : codes });
  if (codes > own) cpSync(join(root, 'content', 'catalogs'), join(dir, 'catalogs'), { recursive: true });
}

function needsBuild(): boolean {
  return ['build', 'sizes', 'browser', 'load'].some(wants);
}

function wants(name: string): boolean {
  return wanted === undefined || wanted.includes(name);
}

/** Builds the site as `npm run build` does: from scratch each time, then with one text changed, and with none. */
async function measureBuild(): Promise<BuildFigures> {
  const fresh: Measured[] = [];
  const changed: Measured[] = [];
  const unchanged: Measured[] = [];
  const build = async (into: Measured[], name: string): Promise<void> => {
    console.log(`\n— ${name} ${into.length + 1}`);
    into.push(await measured(buildCommand, buildEnv));
  };
  for (let run = 0; run < (wants('build') ? runs : 1); run++) {
    putAside(out);
    putAside(at('cache'));
    await build(fresh, 'build from nothing');
  }
  for (let run = 0; run < (wants('build') ? 3 : 0); run++) {
    changeText(run);
    await build(changed, 'build with one text changed');
    await build(unchanged, 'build with nothing changed');
  }
  const wall = fresh.map(({ wallSeconds }) => wallSeconds);
  return {
    runs: fresh.length,
    ...timesOf(fresh),
    peakBytes: medianOf(fresh, ({ peakBytes }) => peakBytes),
    shortestSeconds: rounded(Math.min(...wall)),
    longestSeconds: rounded(Math.max(...wall)),
    ...(changed.length === 0 ? {} : { changed: timesOf(changed), unchanged: timesOf(unchanged) }),
  };
}

function timesOf(results: readonly Measured[]): BuildTimes {
  return {
    wallSeconds: rounded(median(results.map(({ wallSeconds }) => wallSeconds))),
    cpuSeconds: medianOf(results, ({ cpuSeconds }) => cpuSeconds),
  };
}

/** Returns null if the system does not report the value. */
function medianOf(results: readonly Measured[], pick: (result: Measured) => number | null): number | null {
  const all = results.map(pick).filter((value) => value !== null);
  return all.length < results.length ? null : rounded(median(all));
}

/** Adds a number to a title of one entry, in one language. */
function changeText(run: number): void {
  const [catalog = ''] = readdirSync(join(content, 'catalogs')).sort();
  const file = join(content, 'catalogs', catalog, 'text.en.yaml');
  const document = parseDocument(readFileSync(file, 'utf8'));
  const [[code, meanings] = ['', {}]] = Object.entries<Record<string, unknown>>(document.toJS().codes);
  const path = ['codes', code, Object.keys(meanings)[0] ?? '', 'title'];
  const title = document.getIn(path);
  if (typeof title !== 'string') throw new Error(`${file}: there is no text at ${path.join('.')}`);
  document.setIn(path, `${title} (${run})`);
  writeFileSync(file, document.toString({ lineWidth: 0 }));
}

/** Waits until the files of an earlier benchmark were deleted long enough ago. */
async function waitForFileSystem(): Promise<void> {
  const since = statSync(deleted, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const rest = since + restAfterDeleting - Date.now();
  if (rest <= 0 || !needsBuild()) return;
  console.log(`Waiting ${Math.ceil(rest / 1000)} s: many files were deleted a moment ago`);
  await setTimeout(rest);
}

/**
 * Moves a folder out of the way without deleting it: for up to five minutes after many files were deleted, ext4 takes
 * several times as long for every new one (`recently_deleted` in fs/ext4/ialloc.c).
 */
function putAside(path: string): void {
  if (!existsSync(path)) return;
  mkdirSync(aside, { recursive: true });
  renameSync(path, join(aside, `${readdirSync(aside).length}`));
}

/** Returns the figures of a part under its name; nothing if it is not wanted or cannot run here. */
function part<Name extends 'sizes' | 'finder' | 'browser' | 'load' | 'dev'>(name: Name): Partial<Pick<Run, Name>> {
  const figures = wants(name) ? stage<Run[Name] | null>(name) : null;
  return figures === null ? {} : ({ [name]: figures } as Pick<Run, Name>);
}

/** Runs a part in its own process. */
function stage<T>(name: string): T {
  console.log(`\n— ${name}`);
  const target = at(`${name}.json`);
  const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'bench', 'run-part.ts'), name, target], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error(`${name} ended with ${status}`);
  return JSON.parse(readFileSync(target, 'utf8')) as T;
}

function positive(text: string, name: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new RangeError(`${name}: ${text}, expected a number from 1 on`);
  return number;
}
