/** Checks which lines of the general guidance entries say themselves: each beginning identifies one line. */
import { locales } from '../../locales.ts';
import type { CatalogFiles, ContentFiles } from '../load.ts';
import { guidanceLists, linesBeginning, namingLocale } from '../repeats.ts';
import { quoted } from '../schema/text.ts';
import { type Report, unique } from './names.ts';

/** Checks the lines that entries name, and that each means the same line in every language. */
export function checkRepeats(files: ContentFiles, report: Report): void {
  const problems = new Set(files.catalogs.flatMap((catalog) => checkCatalog(catalog, files, report)));
  for (const problem of problems) checkLengths(problem, files, report);
}

/** @returns ids of the problems whose lines entries name */
function checkCatalog({ codes }: CatalogFiles, { problemTexts }: ContentFiles, report: Report): string[] {
  const { usable: texts, file } = problemTexts[namingLocale];
  const problems: string[] = [];
  codes.usable?.forEach((entry, index) => {
    entry?.meanings?.forEach((meaning, number) => {
      if (!meaning?.repeats) return;
      const { repeats, problem } = meaning;
      const at = (item: number) => codes.at([index, 'meanings', number, 'repeats', item]);
      unique(repeats, 'beginning', at, report);
      const lines = problem === undefined ? undefined : texts?.[problem];
      if (problem === undefined || !lines) return;
      problems.push(problem);
      repeats.forEach((start, item) => {
        if (start === undefined) return;
        const { length } = linesBeginning(start, lines);
        if (length === 1) return;
        report(
          at(item),
          `${quoted(start)} begins ${length === 0 ? 'no line' : `${length} lines`} of the problem ${quoted(problem)}, expected the beginning of one of its causes or fixes in ${file}`,
        );
      });
    });
  });
  return problems;
}

/** Checks that lists are equally long: a line named in one language is left out, by its position, in all. */
function checkLengths(problem: string, { problemTexts }: ContentFiles, report: Report): void {
  const naming = problemTexts[namingLocale];
  for (const locale of locales) {
    const texts = problemTexts[locale];
    for (const list of guidanceLists) {
      const [expected, found] = [naming, texts].map(({ usable }) => usable?.[problem]?.[list]?.length);
      if (expected === undefined || found === undefined || expected === found) continue;
      report(
        texts.at([problem, list]),
        `found ${found} ${list}, expected ${expected} as in ${naming.file}: an entry leaves out some of them, in every language the same`,
      );
    }
  }
}
