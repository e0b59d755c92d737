/** The generate step alone: YAML to model to files, in a process of its own. */
import { join } from 'node:path';
import { csvFiles } from '../../src/generate/csv.ts';
import type { SiteContext } from '../../src/generate/file.ts';
import { finderFiles } from '../../src/generate/finder.ts';
import { jsonFiles } from '../../src/generate/json.ts';
import { llmsFiles } from '../../src/generate/llms.ts';
import { markdownFiles } from '../../src/generate/markdown.ts';
import { permanentFiles } from '../../src/generate/permanent.ts';
import { makeFiles } from '../../src/integrations/make.ts';
import { fingerprintOf, writeThroughCache } from '../../src/integrations/write.ts';
import { root, settings } from '../../src/settings.ts';
import { getAtlas, getChanges } from '../../src/site/atlas.ts';
import { rounded, timed } from './figures.ts';

export interface Generated {
  readonly readSeconds: number;
  readonly writeSeconds: number;
  readonly written: number;
}

/** Where the step writes to, apart from any built site. */
const generatedDir = join(root, '.cache', 'bench', 'generated');

const context = (): SiteContext => ({
  site: settings.site,
  base: settings.base,
  revision: 'unknown',
  changes: getChanges(),
});

/** Reads the content, makes all files and writes those that changed, as the build does. */
export async function measureGenerate(): Promise<Generated> {
  const read = await timed(getAtlas);
  const write = await timed(() =>
    writeThroughCache(
      fingerprintOf([join(root, 'src'), settings.contentDir]),
      (dir, site) => makeFiles(dir, site, { site: settings.site, base: settings.base, revision: 'unknown' }),
      join(generatedDir, 'cache'),
      join(generatedDir, 'site'),
    ),
  );
  return {
    readSeconds: read.milliseconds / 1000,
    writeSeconds: write.milliseconds / 1000,
    written: write.value?.written ?? 0,
  };
}

/** Seconds of each kind of file, made and thrown away. */
export async function measureParts(): Promise<Record<string, number>> {
  const atlas = getAtlas();
  const makers = {
    finder: () => finderFiles(atlas),
    'Markdown twins': () => markdownFiles(atlas, context()),
    JSON: () => jsonFiles(atlas, context()),
    'permanent links': () => permanentFiles(atlas, context()),
    'llms.txt': () => llmsFiles(atlas, context()),
    CSV: () => csvFiles(atlas, context()),
  };
  const parts: Record<string, number> = {};
  for (const [name, make] of Object.entries(makers)) {
    const { milliseconds } = await timed(() => {
      for (const file of make()) void file;
    });
    parts[name] = rounded(milliseconds / 1000, 2);
  }
  return parts;
}
