/** Everything in the built site that is made from the model without Astro. */
import type { Atlas } from '../catalog/model.ts';
import { locales } from '../locales.ts';
import { csvFiles } from './api/csv.ts';
import { jsonFiles } from './api/json.ts';
import { schemaFiles } from './api/json-schema.ts';
import { feedFiles } from './feed.ts';
import { finderIndexFiles, finderRecordFiles } from './finder/files.ts';
import type { EarlierFiles, GeneratedFile, SiteContext } from './generated-file.ts';
import { llmsRootFiles } from './llms.ts';
import { markdownFiles } from './markdown.ts';
import { opensearchFiles } from './opensearch.ts';
import { permanentFiles } from './permanent-links.ts';
import { robotsFiles } from './robots.ts';
import { sitemapFiles } from './sitemap.ts';

/** Leaves out the files that the earlier ones have. */
type Maker = (atlas: Atlas, context: SiteContext, earlier?: EarlierFiles) => Iterable<GeneratedFile>;

/** Parts that can be made in parallel, the longest work first. */
export const parts: readonly Maker[] = [
  (atlas, _context, earlier) => finderIndexFiles(atlas, earlier),
  ...locales.map(
    (locale): Maker =>
      (atlas, context, earlier) =>
        markdownFiles(atlas, context, [locale], earlier),
  ),
  permanentFiles,
  jsonFiles,
  csvFiles,
  finderRecordFiles,
  function* siteFiles(atlas, context, earlier) {
    yield* llmsRootFiles(atlas, context);
    yield* schemaFiles(context);
    yield* feedFiles(context);
    yield* robotsFiles(context);
    yield* sitemapFiles(atlas, context, earlier);
    yield* opensearchFiles(context);
  },
];

/** Yields files one by one, made on demand: all of them at once would fill the memory. */
export function* generateFiles(atlas: Atlas, context: SiteContext): Iterable<GeneratedFile> {
  for (const part of parts) yield* part(atlas, context);
}
