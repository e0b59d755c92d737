/** Serves a built site on loopback, or uses the server named in ATLAS_TEST_ORIGIN for the site under test. */
import type { AddressInfo } from 'node:net';
import { siteServer } from '../../../scripts/lib/site-server.ts';
import { settings } from '../../../src/settings.ts';
import { dist } from './site.ts';

export interface Site {
  /** Origin and base path, without a trailing slash. */
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** @param folder a built site other than the one under test */
export async function startSite(folder = dist): Promise<Site> {
  const base = settings.base.replace(/\/$/, '');
  const given = process.env['ATLAS_TEST_ORIGIN'];
  if (given && folder === dist) return { origin: `${given}${base}`, stop: async () => {} };
  const server = siteServer(folder, settings.base);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}${base}`,
    stop: () => new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  };
}
