/** Everything of the built site that is made from the model without Astro. */
import type { Atlas } from '../catalog/model.ts';
import { csvFiles } from './csv.ts';
import { feedFiles } from './feed.ts';
import type { GeneratedFile, SiteContext } from './file.ts';
import { finderFiles } from './finder.ts';
import { jsonFiles } from './json.ts';
import { schemaFiles } from './json-schema.ts';
import { llmsFiles } from './llms.ts';
import { markdownFiles } from './markdown.ts';
import { opensearchFiles } from './opensearch.ts';
import { permanentFiles } from './permanent.ts';
import { robotsFiles } from './robots.ts';

/** Files one after the other, made as they are asked for: all of them at once would fill the memory. */
export function* generateFiles(atlas: Atlas, context: SiteContext): Iterable<GeneratedFile> {
  yield* permanentFiles(atlas, context);
  yield* markdownFiles(atlas, context);
  yield* llmsFiles(atlas, context);
  yield* jsonFiles(atlas, context);
  yield* schemaFiles(context);
  yield* csvFiles(atlas, context);
  yield* feedFiles(context);
  yield* finderFiles(atlas);
  yield* robotsFiles(context);
  yield* opensearchFiles(context);
}
