import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureNginx, type NginxServer, startNginx } from '../../scripts/lib/nginx-server.ts';
import {
  apiCsvPath,
  apiDownloadPath,
  apiErrorsPath,
  catalogPath,
  entryPath,
  feedPath,
  homePath,
  llmsPath,
  opensearchPath,
  pagefindPath,
  permanentPath,
  robotsPath,
  sitemapPath,
  twinPath,
  withBase,
} from '../../src/catalog/paths.ts';
import { siteHeaders } from '../../src/hosting/headers.ts';
import { settings } from '../../src/settings.ts';
import { getAtlas } from '../../src/site/atlas.ts';
import { dist } from '../support/site/site.ts';

const atlas = getAtlas();
const [catalog] = atlas.catalogs;
const [entry] = catalog?.entries ?? [];
if (!catalog || !entry) throw new Error('the content has no entry');
const page = entryPath('zh-cn', catalog.id, entry.code);
const moved = { from: '/gone/for-good/', to: permanentPath(catalog.id, entry.code) };

const program = ensureNginx();
let server: NginxServer;
beforeAll(async () => {
  if (program) server = await startNginx(program, dist, settings.base, [...atlas.redirects, moved]);
});
afterAll(async () => {
  await server?.stop();
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** Sends a request as a plain client does: follows no redirect, decompresses nothing, sends the path as is. */
function raw(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    const call = request({ hostname, port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers as Answer['headers'],
          body: Buffer.concat(parts),
        });
      });
    });
    call.on('error', reject);
    call.end();
  });
}
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  raw(withBase(settings.base, path), headers, method);

const name = program ? 'nginx' : 'nginx: SKIPPED, there is no nginx and none could be installed';
describe.skipIf(!program)(name, () => {
  test.each([
    ['/', 'text/html'],
    [homePath('zh-tw'), 'text/html'],
    [page, 'text/html'],
    [permanentPath(catalog.id, entry.code), 'text/html'],
    [twinPath(page), 'text/markdown'],
    [apiErrorsPath, 'application/json'],
    [apiCsvPath, 'text/csv'],
    [llmsPath(), 'text/plain'],
    [robotsPath, 'text/plain'],
    [sitemapPath, 'application/xml'],
    [feedPath('zh-cn'), 'application/atom+xml'],
    [opensearchPath('en'), 'application/opensearchdescription+xml'],
    ['/favicon.svg', 'image/svg+xml'],
  ])('%s is %s in UTF-8', async (path, type) => {
    const { status, headers, body } = await ask(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe(`${type}; charset=utf-8`);
    expect(body.equals(readFileSync(join(dist, path.endsWith('/') ? `${path}index.html` : path)))).toBe(true);
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(body)).not.toThrow();
  });

  test('scripts and style sheets have types that nosniff accepts', async () => {
    for (const file of readdirSync(join(dist, '_astro'))) {
      if (/\.(?:gz|br)$/.test(file)) continue;
      const { headers } = await ask(`/_astro/${file}`);
      expect(headers['content-type']).toBe(`${file.endsWith('.css') ? 'text/css' : 'text/javascript'}; charset=utf-8`);
    }
    const { headers } = await ask(`${pagefindPath}pagefind.js`);
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  test('every answer has the security headers, redirects and errors too', async () => {
    const paths = ['/', page, twinPath(page), apiErrorsPath, '/nothing-here/', page.slice(0, -1), moved.from];
    for (const path of paths) {
      const { headers } = await ask(path);
      for (const [header, value] of siteHeaders) expect(headers[header.toLowerCase()], `${path} ${header}`).toBe(value);
    }
    expect((await ask('/')).headers['server']).toBe('nginx');
  });

  test('an address without its last slash leads on, with its query, by path alone', async () => {
    for (const path of [page, catalogPath('en', catalog.id), '/find/', permanentPath(catalog.id, entry.code)]) {
      const { status, headers } = await ask(`${path.slice(0, -1)}?q=mexc%201002&x=1`);
      expect(status).toBe(301);
      expect(headers['location']).toBe(`${withBase(settings.base, path)}?q=mexc%201002&x=1`);
    }
  });

  test('an address that moved leads on for good', async () => {
    const { status, headers } = await ask(`${moved.from}?a=1`);
    expect(status).toBe(301);
    expect(headers['location']).toBe(`${withBase(settings.base, moved.to)}?a=1`);
    expect(headers['cache-control']).toBe('no-cache');
  });

  test.each([
    '/nothing-here/',
    '/zh-tw/nothing-here/',
    `${page}more/`,
    '/nothing.json',
    '/_astro/gone.0123abcd.js',
    '/api/',
    '/api/v1/catalogs/',
    '/_headers',
    '/_redirects',
    '/.git/config',
    '/%2e%2e/%2e%2e/etc/passwd',
  ])('%s is not found, and the page for that comes', async (path) => {
    const { status, headers, body } = await ask(path);
    expect([400, 404]).toContain(status);
    if (status === 400) return;
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-cache');
    expect(body.equals(readFileSync(join(dist, '404.html')))).toBe(true);
  });

  test.skipIf(settings.base === '/')('nothing outside the base path is the site’s', async () => {
    expect((await raw('/')).status).toBe(404);
    expect((await raw(homePath('en'))).status).toBe(404);
    const { status, headers } = await raw(`${settings.base.slice(0, -1)}?q=1`);
    expect(status).toBe(301);
    expect(headers['location']).toBe(`${settings.base}?q=1`);
  });

  test('assets are kept for a year, all else is asked for again and answered with 304', async () => {
    const [asset = ''] = readdirSync(join(dist, '_astro'));
    expect((await ask(`/_astro/${asset}`)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    for (const path of [page, apiErrorsPath, twinPath(page), `${pagefindPath}pagefind.js`, '/favicon.svg']) {
      for (const encoding of ['identity', 'gzip']) {
        const { headers } = await ask(path, { 'accept-encoding': encoding });
        expect(headers['cache-control']).toBe('no-cache');
        const { status, body } = await ask(path, {
          'accept-encoding': encoding,
          'if-none-match': headers['etag'] ?? '',
        });
        expect(status, `${path} ${encoding}`).toBe(304);
        expect(body.length).toBe(0);
      }
    }
  });

  test('compressed files go out as they are, to those who take them', async () => {
    for (const path of [page, apiErrorsPath, apiCsvPath, twinPath(page), feedPath('en')]) {
      const file = join(dist, path.endsWith('/') ? `${path}index.html` : path);
      const { headers, body } = await ask(path, { 'accept-encoding': 'gzip, deflate, br' });
      expect(headers['content-encoding'], path).toBe('gzip');
      expect(headers['vary']).toBe('Accept-Encoding');
      expect(headers['content-type']).toContain('charset=utf-8');
      expect(body.equals(readFileSync(`${file}.gz`))).toBe(true);
      expect(gunzipSync(body).equals(readFileSync(file))).toBe(true);
      const plain = await ask(path);
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(plain.headers['vary']).toBe('Accept-Encoding');
    }
  });

  test('other sites’ scripts may read the API, and nothing else', async () => {
    const origin = { origin: 'https://example.com' };
    expect((await ask(apiErrorsPath, origin)).headers['access-control-allow-origin']).toBe('*');
    expect((await ask(page, origin)).headers['access-control-allow-origin']).toBeUndefined();
  });

  test('HEAD is answered, and whatever would change something is not', async () => {
    const head = await ask(page, {}, 'HEAD');
    expect(head.status).toBe(200);
    expect(head.body.length).toBe(0);
    for (const method of ['POST', 'PUT', 'DELETE']) expect((await ask(page, {}, method)).status).toBe(405);
  });
});

test.skipIf(settings.compress.length === 0)('every compressed file holds what stands beside it', () => {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
  const zipped = files.filter((path) => path.endsWith('.gz') && path !== apiDownloadPath.slice(1));
  const brotli = files.filter((path) => path.endsWith('.br'));
  expect(zipped.length).toBe(settings.compress.includes('gzip') ? files.filter(isLarge).length : 0);
  // Programs get only gzip, as do those who read all entries at once.
  const forBrowsers = zipped.filter(
    (path) => !/\.(?:md|txt|csv|xml)\.gz$/.test(path) && read(path.slice(0, -3)).length <= 1_000_000,
  );
  expect(forBrowsers.length).toBeLessThan(zipped.length);
  if (settings.compress.length === 2) expect(brotli.length).toBe(forBrowsers.length);
  for (const path of zipped) expect(gunzipSync(read(path)).equals(read(path.slice(0, -3))), path).toBe(true);
  for (const path of brotli) expect(brotliDecompressSync(read(path)).equals(read(path.slice(0, -3))), path).toBe(true);
});

test('the download holds errors.json', () => {
  expect(gunzipSync(read(apiDownloadPath.slice(1))).equals(read(apiErrorsPath.slice(1)))).toBe(true);
});

const read = (path: string): Buffer => readFileSync(join(dist, path));
const isLarge = (path: string): boolean =>
  /\.(?:html|css|js|json|csv|md|txt|xml|svg|webmanifest)$/.test(path) && read(path).length >= 1024;
