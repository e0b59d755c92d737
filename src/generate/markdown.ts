/**
 * Pages as Markdown, for programs: twins at the same address plus `.md`, and llms.txt (llmstxt.org) for each language,
 * an outline of the twins and all of them in one file.
 */
import type { Atlas } from '../catalog/model.ts';
import { llmsFullPath, llmsPath, twinPath } from '../catalog/paths.ts';
import { documentMakers } from '../documents/index.ts';
import { blocksAsText, pageTexts } from '../documents/to-markdown.ts';
import { type Locale, locales } from '../locales.ts';
import type { GeneratedFile, SiteContext } from './generated-file.ts';
import { opening, outline } from './llms.ts';

/** What is known of pages' texts, so that those which are as they were need not be made again. */
export interface PageTexts {
  /** The part of a page in llms-full.txt where its twin is as it was; undefined where both are to be made. */
  known(path: string): string | undefined;
  /** Told of every part of a language's llms-full.txt, in their order; that which comes first is of no page. */
  note(locale: Locale, path: string, own: string): void;
}

/** Twins of every page that is made from the model, and llms.txt, in every language or in some. */
export function* markdownFiles(
  atlas: Atlas,
  context: SiteContext,
  languages: readonly Locale[] = locales,
  texts?: PageTexts,
): Iterable<GeneratedFile> {
  const published = { atlas, changes: context.changes };
  for (const locale of languages) {
    // The guidance of a problem stands with the problem only, and lists say what stands below anyway.
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
