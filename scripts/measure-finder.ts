/**
 * Measures the finder: what is read over the wire for a first exact answer, and how long an answer takes,
 * with the real catalogs and with 10,000 made-up codes; and the worst time of a hostile text.
 * Prints a table; nothing is asserted.
 */
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Atlas } from '../src/catalog/model.ts';
import { finderManifestPath } from '../src/catalog/paths.ts';
import { readAtlas } from '../src/catalog/resolve.ts';
import { finderFiles } from '../src/generate/finder.ts';
import { find } from '../src/search/find.ts';
import type { FinderData, Manifest } from '../src/search/types.ts';
import { understand } from '../src/search/understand.ts';
import { hostileTexts } from '../tests/queries/hostile.ts';
import { syntheticAtlas } from './synthetic-atlas.ts';

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;
const milliseconds = (time: number): string => `${time.toFixed(1)} ms`;

function measured(files: ReadonlyMap<string, string>) {
  const read = new Set<string>();
  const parsed = new Map<string, unknown>();
  const loadShard = async (path: string): Promise<unknown> => {
    if (!parsed.has(path)) parsed.set(path, JSON.parse(files.get(path) ?? 'null'));
    read.add(path);
    return parsed.get(path);
  };
  const data: FinderData = { loadShard, loadManifest: () => loadShard(finderManifestPath('en')) as Promise<Manifest> };
  return { data, read };
}

async function report(name: string, atlas: Atlas, queries: readonly string[]): Promise<void> {
  const started = performance.now();
  const files = new Map([...finderFiles(atlas)].map(({ path, text }) => [path, text]));
  const made = performance.now() - started;
  const sizes = new Map([...files].map(([path, text]) => [path, gzipSync(text).length]));
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  console.log(`\n${name}: ${files.size} files, ${kilobytes(total)} gzip in all, made in ${milliseconds(made)}`);
  for (const [label, test] of [
    ['manifest', /\/en\/index/],
    ['records, largest', /\/en\/\d/],
    ['words, largest', /\/words\//],
    ['codes', /codes\.json/],
    ['vocabulary', /vocabulary/],
    ['heads', /heads/],
  ] as const) {
    const matching = [...sizes].filter(([path]) => test.test(path)).map(([, size]) => size);
    console.log(`  ${label}: ${kilobytes(Math.max(...matching))} (${matching.length} files)`);
  }
  for (const query of queries) {
    const { data, read } = measured(files);
    const cold = await timed(() => find(query, data));
    let warm = Number.POSITIVE_INFINITY;
    for (let n = 0; n < 20; n++) warm = Math.min(warm, (await timed(() => find(query, data))).time);
    const wire = [...read].reduce((sum, path) => sum + (sizes.get(path) ?? 0), 0);
    console.log(
      `  ${JSON.stringify(query).slice(0, 60)}: ${kilobytes(wire)} in ${read.size} files, cold ${milliseconds(cold.time)}, warm ${milliseconds(warm)}, ${cold.value.exact.length} exact`,
    );
  }
}

async function timed<T>(run: () => T | Promise<T>): Promise<{ time: number; value: T }> {
  const started = performance.now();
  const value = await run();
  return { time: performance.now() - started, value };
}

const root = process.cwd();
const real = readAtlas(resolve(root, 'content'), root);
const entries = real.catalogs.reduce((sum, { entries: list }) => sum + list.length, 0);
await report(`${entries} codes`, real, [
  '1002',
  'mexc 1002',
  'ERR_INVALID_TOKEN',
  'Contract not allow place order!',
  '签名',
  'signture',
  '9998',
  '{"success":false,"code":1002,"message":"Contract not allow place order!"}',
]);
const large = syntheticAtlas(real, 50, 200);
const [entry] = large.catalogs[8]?.entries ?? [];
await report('10,000 codes', large, [
  '1002',
  'provider-7 1002',
  entry?.symbol ?? '',
  entry?.meanings[0].messages[0]?.text ?? '',
  '签名',
  'signture',
  '9998',
  '{"success":false,"code":1002,"message":"Contract not allow place order!"}',
]);

for (const [name, atlas] of [
  [`${entries} codes`, real],
  ['10,000 codes', large],
] as const) {
  const { data } = measured(new Map([...finderFiles(atlas)].map(({ path, text }) => [path, text])));
  const manifest = await data.loadManifest();
  const times: [string, number, number][] = [];
  for (const [label, text] of hostileTexts()) {
    const meaning = await timed(() => understand(text, manifest));
    const whole = await timed(() => find(text, data));
    times.push([label, meaning.time, whole.time]);
  }
  times.sort((a, b) => b[2] - a[2]);
  console.log(`\nhostile texts, ${name}: understanding and finding`);
  for (const [label, meaning, whole] of times.slice(0, 8)) {
    console.log(`  ${label}: ${milliseconds(meaning)}, ${milliseconds(whole)}`);
  }
}
