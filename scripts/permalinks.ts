/**
 * Adds the addresses of new entries to content/permalinks.txt and prints them.
 * With --check, writes nothing and exits with 1 if addresses are missing.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { extendPermalinks } from '../src/catalog/published/permalinks.ts';
import { readAtlas } from '../src/catalog/read.ts';
import { root, settings } from '../src/settings.ts';
import { runCommand } from './lib/command.ts';

runCommand(() => {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const atlas = readAtlas(settings.contentDir, root);
  const { text, added } = extendPermalinks(atlas.permalinks, atlas);
  for (const path of added) console.log(`${values.check ? 'missing' : 'added'} ${path}`);
  if (values.check) process.exitCode = added.length > 0 ? 1 : 0;
  else writeFileSync(join(settings.contentDir, 'permalinks.txt'), text);
  console.log(`${atlas.permalinks.length} addresses before, ${added.length} new`);
});
