/** Checks that texts are finished, and that list items are sentences. */
import type { Report } from '../catalog/checks/names.ts';
import { quoted } from '../catalog/schema/text.ts';
import type { Locale, Localized } from '../locales.ts';
import type { TextFile } from './texts.ts';

const unfinished = /\bTODO\b|\bFIXME\b|\bXXX\b|待补|待補|待翻|[Ll]orem/;

/** A full stop or the like, optionally followed by closing quotes and brackets. */
const sentenceEnd: Localized<RegExp> = {
  en: /[.?!]["'”’)\]]*$/,
  'zh-cn': /[。？！][”’」』）】]*$/,
  'zh-tw': /[。？！][”’」』）】]*$/,
};
const endMarks = (locale: Locale): string => (locale === 'en' ? '. ? or !' : '。 ？ or ！');

/** Number of characters from the end of a text that show a reader where it stops. */
const shownEnd = 20;

/** Reports marks of unfinished texts, and list items that do not end like sentences. */
export function checkSentences({ locale, texts, lists, at }: TextFile, report: Report): void {
  for (const { path, words } of texts) {
    const [mark] = unfinished.exec(words) ?? [];
    if (mark === undefined) continue;
    report(at(path), `holds ${quoted(mark)}, the mark of an unfinished text, expected the finished text`);
  }
  for (const { items } of lists.values()) {
    for (const { path, plain } of items) {
      if (sentenceEnd[locale].test(plain)) continue;
      const end = [...plain].slice(-shownEnd).join('').trimStart();
      report(
        at(path),
        `ends with ${quoted(end)}, expected a sentence: put ${endMarks(locale)} at its end, after a code span or a link too`,
      );
    }
  }
}
