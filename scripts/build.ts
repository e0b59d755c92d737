/** Builds the site: what changed since the last build, or all of it. `--silent` prints only what went wrong. */
import { parseArgs } from 'node:util';
import { buildSite } from '../src/build/build-site.ts';
import { runCommand } from './lib/command.ts';

await runCommand(async () => {
  const { values } = parseArgs({ options: { silent: { type: 'boolean', default: false } } });
  await buildSite(values);
});
