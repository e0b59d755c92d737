/**
 * Generates pages as Markdown, for programs: twins at the same address plus `.md`, and for each language llms.txt
 * (llmstxt.org), an outline of the twins, and llms-full.txt with all of them in one file.
 */
import type { Atlas } from '../catalog/model.ts';
import { llmsFullPath, llmsPath, twinPath } from '../catalog/paths.ts';
import { documentMakers } from '../documents/index.ts';
import { blocksAsText, pageTexts } from '../documents/to-markdown.ts';
import { type Locale, locales } from '../locales.ts';
import type { GeneratedFile, SiteContext } from './generated-file.ts';
import { opening, outline } from './llms.ts';

/** Known texts of pages, so that unchanged ones need not be made again. */
export interface PageTexts {
  /** Returns a page's part of llms-full.txt if its twin is unchanged; undefined if both have to be made. */
  known(path: string): string | undefined;
  /** Receives every part of a language's llms-full.txt, in order; the first belongs to no page. */
  note(locale: Locale, path: string, own: string): void;
}

/** Generates the twins of every page made from the model, and llms.txt, in all languages or some. */
export function* markdownFiles(
  atlas: Atlas,
  context: SiteContext,
  languages: readonly Locale[] = locales,
  texts?: PageTexts,
): Iterable<GeneratedFile> {
  const published = { atlas, changes: context.changes };
  for (const locale of languages) {
    // A problem's guidance is included only with the problem, and lists repeat what follows below anyway.
    const everything: string[] = [];
    const add = (path: string, own: string): void => {
      everything.push(own);
      texts?.note(locale, path, own);
    };
    add('', blocksAsText(opening(locale), context));
    for (const { path, make } of documentMakers(published, locale)) {
      const known = texts?.known(path);
      if (known !== undefined) {
        add(path, known);
        continue;
      }
      const document = make();
      const { twin, own } = pageTexts(document, context);
      if (document.subject.kind !== 'other') add(path, own);
      yield { path: twinPath(path), text: twin };
    }
    yield { path: llmsPath(locale), text: blocksAsText(outline(atlas, locale), context) };
    yield { path: llmsFullPath(locale), text: everything.join('\n') };
  }
}
