/**
 * Checks texts and facts beyond what a build needs: that a catalog is true to its provider, that no order is placed
 * twice, that texts are whole sentences in good Chinese, and that what is published is on record.
 */
import { reporter } from '../catalog/checks/names.ts';
import type { CatalogFiles, ContentFiles } from '../catalog/load.ts';
import { byPlace, type Finding } from '../catalog/reading/findings.ts';
import { type Localized, locales, localized } from '../locales.ts';
import { checkChinese } from './chinese.ts';
import { checkSources, checkWaits } from './dates.ts';
import { checkExamples, checkMatches } from './examples.ts';
import { checkFacts } from './facts.ts';
import { checkFactsFolder, readFacts } from './facts-table.ts';
import { checkGroups, checkProblemTitles, checkSuccess } from './groups.ts';
import { checkLengths, checkRepetitions, checkSameLengths } from './lists.ts';
import { categoriesOf } from './meanings.ts';
import { checkAsking, checkOrders } from './orders.ts';
import { checkPublished, publishedRecords } from './published.ts';
import { checkSentences } from './sentences.ts';
import { catalogTexts, problemTexts, type TextFile } from './texts.ts';

export interface Scope {
  /** Absolute path of the content folder, for files that the model is not made of. */
  readonly contentDir: string;
  /** The folder to which file names in findings are relative. */
  readonly root: string;
  /** The id of the only catalog to check. */
  readonly catalog?: string | undefined;
}

/**
 * Checks the content, which need not be fit for a build: files that are not are skipped here.
 * @returns everything that is wrong, in the order of files and lines
 */
export function editorialFindings(files: ContentFiles, { contentDir, root, catalog: only }: Scope): readonly Finding[] {
  const findings: Finding[] = [];
  const report = reporter(findings);
  const categories = categoriesOf(files);
  const records = publishedRecords(files, contentDir, root);
  const judge = (catalog: CatalogFiles): void => {
    const table = readFacts(catalog.id, contentDir, root, findings);
    const texts = localized((locale) => catalogTexts(locale, catalog.texts[locale]));
    checkTexts(texts);
    checkGroups(catalog, report);
    checkSuccess(catalog, categories, report);
    checkOrders(catalog, categories, table, report);
    checkSources(catalog, report);
    checkWaits(catalog, table, report);
    checkAsking(catalog, texts, report);
    checkExamples(catalog, report);
    checkMatches(catalog, report);
    checkPublished(catalog, records, report);
    if (table) checkFacts(catalog, table, report);
  };
  const checkTexts = (texts: Localized<TextFile | undefined>): void => {
    for (const locale of locales) {
      const file = texts[locale];
      if (!file) continue;
      checkSentences(file, report);
      checkRepetitions(file, report);
      checkLengths(file, report);
      checkChinese(file, report);
      if (texts.en) checkSameLengths(file, texts.en, report);
    }
  };
  for (const catalog of files.catalogs) if (only === undefined || catalog.id === only) judge(catalog);
  if (only === undefined) {
    const texts = localized((locale) => problemTexts(locale, files.problemTexts[locale]));
    checkTexts(texts);
    for (const locale of locales) checkProblemTitles(files.problemTexts[locale], report);
    checkFactsFolder(contentDir, root, new Set(files.catalogs.map(({ id }) => id)), report);
  }
  return findings.sort(byPlace);
}
