/** Markdown twins of pages: the same documents at the same address plus `.md`. */
import type { Atlas } from '../catalog/model.ts';
import { twinPath } from '../catalog/paths.ts';
import { documentMakers } from '../documents/index.ts';
import { twinText } from '../documents/to-markdown.ts';
import { type Locale, locales } from '../locales.ts';
import type { GeneratedFile, SiteContext } from './generated-file.ts';

/** Twins of every page that is made from the model, in every language or in some. */
export function* markdownFiles(
  atlas: Atlas,
  context: SiteContext,
  languages: readonly Locale[] = locales,
): Iterable<GeneratedFile> {
  const published = { atlas, changes: context.changes };
  for (const locale of languages) {
    for (const { path, make } of documentMakers(published, locale)) {
      yield { path: twinPath(path), text: twinText(make(), context) };
    }
  }
}
