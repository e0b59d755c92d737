/** Measures what is made from the model without Astro, in one thread; the results are discarded. */
import { csvFiles } from '../../src/generate/api/csv.ts';
import { jsonFiles } from '../../src/generate/api/json.ts';
import { finderFiles } from '../../src/generate/finder/files.ts';
import type { SiteContext } from '../../src/generate/generated-file.ts';
import { markdownFiles } from '../../src/generate/markdown.ts';
import { permanentFiles } from '../../src/generate/permanent-links.ts';
import { settings } from '../../src/settings.ts';
import { getAtlas, getChanges, getPageKeys } from '../../src/site/atlas.ts';
import { rounded, timed } from './results.ts';

const plain = { site: settings.site, base: settings.base, revision: 'unknown' };

/** Returns the seconds for reading and for each kind of file. */
export async function measureParts(): Promise<Record<string, number>> {
  const { value: atlas, milliseconds } = await timed(getAtlas);
  const context: SiteContext = { ...plain, changes: getChanges() };
  const makers = {
    finder: () => finderFiles(atlas),
    'Markdown twins and llms.txt': () => markdownFiles(atlas, context),
    JSON: () => jsonFiles(atlas, context),
    'permanent links': () => permanentFiles(atlas, context),
    CSV: () => csvFiles(atlas, context),
    'keys of pages': () => getPageKeys(),
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
