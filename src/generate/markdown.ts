/**
 * Generates pages as Markdown, for programs: twins at the same address plus `.md`, and for each language llms.txt
 * (llmstxt.org), an outline of the twins, and llms-full.txt with all of them in one file.
 */
import type { Atlas } from '../catalog/model.ts';
import { llmsFullPath, llmsPath, twinPath } from '../catalog/paths.ts';
import { documentMakers } from '../documents/index.ts';
import { blocksAsText, pageTexts } from '../documents/to-markdown.ts';
import { type Locale, locales } from '../locales.ts';
import { type EarlierFiles, type GeneratedFile, JoinedFile, type SiteContext } from './generated-file.ts';
import { opening, outline } from './llms.ts';

/** Generates the twins of every page made from the model, and llms.txt, in all languages or some. */
export function* markdownFiles(
  atlas: Atlas,
  context: SiteContext,
  languages: readonly Locale[] = locales,
  earlier?: EarlierFiles,
): Iterable<GeneratedFile> {
  const published = { atlas, changes: context.changes };
  for (const locale of languages) {
    // A problem's guidance is included only with the problem, and lists repeat what follows below anyway.
    const everything: (string | Uint8Array)[] = [];
    const add = (path: string, own: string | Uint8Array): void => {
      everything.push(own);
      earlier?.note(locale, path, own);
    };
    add('', blocksAsText(opening(locale), context));
    for (const { path, make } of documentMakers(published, locale)) {
      const known = earlier?.partOf(path);
      if (known !== undefined) {
        add(path, known);
        continue;
      }
      const document = make();
      earlier?.noteDocument(document);
      const { twin, own } = pageTexts(document, context);
      if (document.subject.kind !== 'other') add(path, own);
      yield { path: twinPath(path), text: twin };
    }
    yield { path: llmsPath(locale), text: blocksAsText(outline(atlas, locale), context) };
    yield new JoinedFile(llmsFullPath(locale), everything);
  }
}
