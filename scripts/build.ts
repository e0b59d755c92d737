/** Builds the site: what changed since the last build, or all of it. `--silent` prints only what went wrong. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { settings } from '../src/settings.ts';
import { runCommand } from './lib/command.ts';

// Before anything large is loaded: compiling it takes longer than a small change.
enableCompileCache(join(settings.cacheDir, 'compiled'));

await runCommand(async () => {
  const { values } = parseArgs({ options: { silent: { type: 'boolean', default: false } } });
  const { buildSite } = await import('../src/build/build-site.ts');
  await buildSite(values);
});
