import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteServer } from '../../../scripts/lib/site-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'atlas-site-'));
const servers: Server[] = [];
let plain = '';
let based = '';

async function start(base: string): Promise<string> {
  const server = siteServer(folder, base);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  mkdirSync(join(folder, 'en', 'acme'), { recursive: true });
  writeFileSync(join(folder, '404.html'), '<p>missing</p>');
  writeFileSync(join(folder, '_headers'), '/*');
  writeFileSync(join(folder, 'en', 'acme', 'index.html'), '<p>acme</p>');
  writeFileSync(join(folder, 'en', 'acme.md'), '# acme');
  plain = await start('/');
  based = await start('/atlas/');
});

afterAll(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
});

const get = async (url: string) => {
  const response = await fetch(url, { redirect: 'manual' });
  return { status: response.status, location: response.headers.get('location'), text: await response.text() };
};

test('serves pages and files with the headers of the site', async () => {
  const response = await fetch(`${plain}/en/acme/`);
  expect(await response.text()).toBe('<p>acme</p>');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect((await fetch(`${plain}/en/acme.md`)).headers.get('content-type')).toBe('text/markdown; charset=utf-8');
});

test('leads on from an address without its slash, and keeps the query', async () => {
  expect(await get(`${plain}/en/acme?q=1`)).toMatchObject({ status: 301, location: '/en/acme/?q=1' });
  expect(await get(`${based}/atlas/en/acme?q=1`)).toMatchObject({ status: 301, location: '/atlas/en/acme/?q=1' });
});

test('leads to no other host', async () => {
  expect(await get(`${plain}//en/acme`)).toMatchObject({ status: 301, location: '/en/acme/' });
});

test.each(['/nowhere', '/nowhere/', '/en/acme.txt', '/en/nowhere?x=/en/acme', '/%zz', '/en/acme/../../../etc/passwd'])(
  'has its own page for %s, which is not there',
  async (path) => {
    expect(await get(`${plain}${path}`)).toMatchObject({ status: 404, text: '<p>missing</p>' });
  },
);

test('has nothing for other methods, and keeps what is for hosts', async () => {
  expect((await fetch(`${plain}/en/acme/`, { method: 'POST' })).status).toBe(405);
  expect(await get(`${plain}/_headers`)).toMatchObject({ status: 404, text: '<p>missing</p>' });
});

test('has nothing outside its base path', async () => {
  expect(await get(`${based}/en/acme/`)).toMatchObject({ status: 404 });
  expect(await get(`${based}/atlas/en/acme/`)).toMatchObject({ status: 200 });
});
