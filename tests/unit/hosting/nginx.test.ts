import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { siteHeaders } from '../../../src/hosting/headers.ts';
import { nginxConfig, nginxDefaults } from '../../../src/hosting/nginx.ts';
import { root } from '../../../src/settings.ts';
import { wholeAtlas } from '../../support/fixture.ts';

test('deploy/nginx.conf is what npm run nginx would write', () => {
  const { redirects } = wholeAtlas();
  expect(readFileSync(join(root, 'deploy', 'nginx.conf'), 'utf8'), 'run npm run nginx').toBe(
    nginxConfig({ ...nginxDefaults, redirects }),
  );
});

test('headers stand once, in the server, where no location puts them aside', () => {
  const config = nginxConfig({ ...nginxDefaults, base: '/atlas/', redirects: [] });
  for (const [name, value] of siteHeaders)
    expect(config.split(`add_header ${name} "${value}" always;`)).toHaveLength(2);
  expect(config).not.toMatch(/^\s*location [^}]*add_header/m);
  expect(config).toContain('error_page 403 404 =404 /atlas/404.html;');
  expect(config).toContain('"~^/atlas/_astro/" "public, max-age=31536000, immutable";');
});

test('redirects carry the base path', () => {
  const config = nginxConfig({ ...nginxDefaults, base: '/atlas/', redirects: [{ from: '/acme/1/', to: '/acme/2/' }] });
  expect(config).toContain('"/atlas/acme/1/" "/atlas/acme/2/";');
});

test('a path that would be more than a path is refused', () => {
  for (const path of ['/srv/a b', '/srv/a;', '/srv/$a', '/srv/"', '/srv/{']) {
    expect(() => nginxConfig({ ...nginxDefaults, root: path, redirects: [] })).toThrow(RangeError);
  }
});
