/**
 * A short load run against nginx on loopback, with the most recently built site: `npm run load`.
 * The mix is that of readers, with pages and what their scripts request, and of a program that reads the API.
 */
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import {
  apiCatalogPath,
  apiEntryPath,
  catalogPath,
  entryPath,
  finderManifestPath,
  homePath,
  permanentPath,
  twinPath,
  withBase,
} from '../src/catalog/paths.ts';
import { locales } from '../src/locales.ts';
import { settings } from '../src/settings.ts';
import { getAtlas } from '../src/site/atlas.ts';
import { ensureNginx, startNginx } from './lib/nginx-server.ts';

const connections = 50;
const seconds = 5;

export interface LoadFigures {
  readonly connections: number;
  readonly seconds: number;
  readonly requests: number;
  readonly requestsPerSecond: number;
  /** Connection errors, time-outs and answers other than 2xx. */
  readonly failures: number;
  readonly megabytes: number;
  /** Milliseconds. */
  readonly latency: { readonly p50: number; readonly p97_5: number; readonly p99: number; readonly max: number };
}

/** @returns undefined if there is no nginx and none can be installed */
export async function measureLoad(): Promise<LoadFigures | undefined> {
  const program = ensureNginx();
  if (program === undefined) return undefined;
  const atlas = getAtlas();
  const server = await startNginx(program, settings.outDir, settings.base, atlas.redirects);
  try {
    const result = await autocannon({
      url: server.origin,
      connections,
      duration: seconds,
      timeout: 5,
      requests: paths().map((path) => ({
        path: withBase(settings.base, path),
        headers: { 'accept-encoding': 'gzip' },
      })),
    });
    const { requests, latency, throughput, errors, timeouts, non2xx } = result;
    return {
      connections,
      seconds: result.duration,
      requests: requests.total,
      requestsPerSecond: Math.round(requests.total / result.duration),
      failures: errors + timeouts + non2xx,
      megabytes: Math.round(throughput.total / 1e5) / 10,
      latency: { p50: latency.p50, p97_5: latency.p97_5, p99: latency.p99, max: latency.max },
    };
  } finally {
    await server.stop();
  }
}

/** Returns about 200 addresses of every kind, spread over all catalogs and languages. */
function paths(): string[] {
  const { catalogs } = getAtlas();
  const entries = catalogs.flatMap((catalog) => catalog.entries);
  const step = Math.max(1, Math.floor(entries.length / 40));
  const some = entries.filter((_, index) => index % step === 0);
  return [
    ...locales.flatMap((locale) => [
      homePath(locale),
      finderManifestPath(locale),
      ...catalogs.slice(0, 4).map(({ id }) => catalogPath(locale, id)),
    ]),
    ...catalogs.slice(0, 4).map(({ id }) => apiCatalogPath(id)),
    ...some.flatMap(({ catalog, code }, index) => {
      const page = entryPath(locales[index % locales.length] ?? 'en', catalog.id, code);
      return [permanentPath(catalog.id, code), page, twinPath(page), apiEntryPath(catalog.id, code)];
    }),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const figures = await measureLoad();
  if (!figures) process.exitCode = 1;
  else {
    const { requests, requestsPerSecond, failures, megabytes, latency } = figures;
    console.log(
      `${connections} connections, ${figures.seconds} s: ${requests} requests (${requestsPerSecond}/s), ${megabytes} MB`,
    );
    console.log(
      `latency: median ${latency.p50} ms, 97.5 % ${latency.p97_5} ms, 99 % ${latency.p99} ms, longest ${latency.max} ms`,
    );
    console.log(`failures: ${failures}`);
    if (failures > 0) process.exitCode = 1;
  }
}
