/** A built site on loopback; for the site itself the server that a run names in ATLAS_TEST_ORIGIN. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { settings } from '../../../src/settings.ts';
import { headersFor } from '../../../src/site/headers.ts';
import { dist } from './site.ts';

export interface Site {
  /** Origin and base path, without a slash at the end. */
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** @param folder another built site than the one under test */
export async function startSite(folder = dist): Promise<Site> {
  const base = settings.base.replace(/\/$/, '');
  const given = process.env['ATLAS_TEST_ORIGIN'];
  if (given && folder === dist) return { origin: `${given}${base}`, stop: async () => {} };
  const serve = sirv(folder, { etag: true, gzip: true, dotfiles: false });
  const missing = readFileSync(join(folder, '404.html'));
  const server: Server = createServer((request, response) => {
    const url = request.url ?? '/';
    const path = url.slice(base.length).split(/[?#]/, 1)[0] ?? '/';
    for (const [name, value] of headersFor(path)) response.setHeader(name, value);
    const notFound = () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(missing);
    };
    if (!url.startsWith(`${base}/`)) return notFound();
    request.url = url.slice(base.length);
    serve(request, response, notFound);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}${base}`,
    stop: () => new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  };
}
