/** What an entry says itself of the general guidance: each beginning is that of one line. */
import { locales } from '../../locales.ts';
import type { ContentFiles } from '../load.ts';
import { guidanceLists, linesBeginning, namingLocale } from '../repeats.ts';
import { quoted } from '../schema/text.ts';
import { type Report, unique } from './names.ts';

/** A line is named by its beginning; the same line stands at the same place in every language. */
export function checkRepeats({ catalogs, problemTexts }: ContentFiles, report: Report): void {
  const naming = problemTexts[namingLocale];
  for (const [id, lines] of Object.entries(naming.usable ?? {})) {
    for (const locale of locales) {
      const texts = problemTexts[locale];
      const others = texts.usable?.[id];
      for (const list of guidanceLists) {
        const [expected, found] = [lines?.[list]?.length, others?.[list]?.length];
        if (expected === undefined || found === undefined || expected === found) continue;
        report(
          texts.at([id, list]),
          `found ${found} ${list}, expected ${expected} as in ${naming.file}: a line means the same in every language`,
        );
      }
    }
  }
  for (const { codes } of catalogs) {
    codes.usable?.forEach((entry, index) => {
      entry?.meanings?.forEach((meaning, number) => {
        const at = (item: number) => codes.at([index, 'meanings', number, 'repeats', item]);
        unique(meaning?.repeats ?? [], 'beginning', at, report);
        const texts = meaning?.problem === undefined ? undefined : naming.usable?.[meaning.problem];
        if (!texts) return;
        meaning?.repeats?.forEach((start, item) => {
          if (start === undefined) return;
          const found = linesBeginning(start, texts).length;
          if (found === 1) return;
          report(
            at(item),
            `${quoted(start)} begins ${found === 0 ? 'no line' : `${found} lines`} of the problem ${quoted(meaning.problem ?? '')}, expected the beginning of one of its causes or fixes in ${naming.file}`,
          );
        });
      });
    });
  }
}
