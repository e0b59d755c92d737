/** The generate step alone: YAML to model to files, in a process of its own. */
import { join } from 'node:path';
import { fingerprintOf, keptFolder, linkFiles, refresh } from '../../src/build/kept-files.ts';
import { makeFiles } from '../../src/build/make-files.ts';
import { csvFiles } from '../../src/generate/api/csv.ts';
import { jsonFiles } from '../../src/generate/api/json.ts';
import { finderFiles } from '../../src/generate/finder/files.ts';
import type { SiteContext } from '../../src/generate/generated-file.ts';
import { markdownFiles } from '../../src/generate/markdown.ts';
import { permanentFiles } from '../../src/generate/permanent-links.ts';
import { root, settings } from '../../src/settings.ts';
import { getAtlas, getChanges } from '../../src/site/atlas.ts';
import { rounded, timed } from './results.ts';

export interface Generated {
  /** From the content to the files in the folder that stays between builds. */
  readonly seconds: number;
  /** From there into a site. */
  readonly linkSeconds: number;
  readonly written: number;
}

/** Where the step writes to, apart from any built site. */
const generatedDir = join(root, '.cache', 'bench', 'generated');

const plain = { site: settings.site, base: settings.base, revision: 'unknown' };

/** Reads the content, makes all files and writes those that changed, as the build does. */
export async function measureGenerate(): Promise<Generated> {
  const folder = keptFolder(join(generatedDir, 'kept'));
  const made = await timed(() =>
    refresh(folder, fingerprintOf([join(root, 'src'), settings.contentDir]), (dir) => makeFiles(dir, plain)),
  );
  const linked = await timed(() => linkFiles(folder, join(generatedDir, 'site')));
  return {
    seconds: made.milliseconds / 1000,
    linkSeconds: linked.milliseconds / 1000,
    written: made.value?.written ?? 0,
  };
}

/** Seconds of reading and of each kind of file, made and thrown away. */
export async function measureParts(): Promise<Record<string, number>> {
  const { value: atlas, milliseconds } = await timed(getAtlas);
  const context: SiteContext = { ...plain, changes: getChanges() };
  const makers = {
    finder: () => finderFiles(atlas),
    'Markdown twins and llms.txt': () => markdownFiles(atlas, context),
    JSON: () => jsonFiles(atlas, context),
    'permanent links': () => permanentFiles(atlas, context),
    CSV: () => csvFiles(atlas, context),
  };
  const parts: Record<string, number> = { reading: rounded(milliseconds / 1000, 2) };
  for (const [name, make] of Object.entries(makers)) {
    const { milliseconds } = await timed(() => {
      for (const file of make()) void file;
    });
    parts[name] = rounded(milliseconds / 1000, 2);
  }
  return parts;
}
