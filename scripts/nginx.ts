/**
 * Writes the nginx configuration.
 *
 *   npm run nginx                                             deploy/nginx.conf
 *   npm run nginx -- --base /atlas/ --root /srv/www --out F   the site under a base path, in /srv/www/atlas/
 *   npm run nginx -- --listen 8080 --user www                 other options
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readAtlas } from '../src/catalog/read.ts';
import { nginxConfig, nginxDefaults } from '../src/hosting/nginx.ts';
import { root, settings } from '../src/settings.ts';
import { runCommand } from './lib/command.ts';

runCommand(() => {
  const { values } = parseArgs({
    options: {
      base: { type: 'string', default: nginxDefaults.base },
      root: { type: 'string', default: nginxDefaults.root },
      listen: { type: 'string', multiple: true },
      user: { type: 'string' },
      out: { type: 'string', default: join(root, 'deploy', 'nginx.conf') },
    },
  });

  const { redirects } = readAtlas(settings.contentDir, root);
  writeFileSync(
    values.out,
    nginxConfig({
      ...nginxDefaults,
      base: values.base,
      root: values.root,
      listen: values.listen ?? nginxDefaults.listen,
      user: values.user ?? nginxDefaults.user,
      redirects,
    }),
  );
  console.log(values.out);
});
