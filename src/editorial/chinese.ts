/** Checks that Chinese is in one script, with Chinese punctuation, and in zh-tw with Taiwan's terms. */
import type { Report } from '../catalog/checks/names.ts';
import { quoted } from '../catalog/schema/text.ts';
import { acrossWords, mainlandTerms } from './mainland-terms.ts';
import type { TextFile } from './texts.ts';

type ChineseLocale = 'zh-cn' | 'zh-tw';

/** Characters of frequent words that only one of the two scripts has, pair by pair. */
const simplified =
  '码误请务设连错论会这与对时间问题应该态为网络访没发单价个们动关开闭买卖账户权银级订阅达历参数据库类执线认证验签记录检询调频货币产额费经过还进远运选择转载输说读写让给从处两边后续际办实现长头页条响识别缓';
const traditional =
  '碼誤請務設連錯論會這與對時間問題應該態為網絡訪沒發單價個們動關開閉買賣賬戶權銀級訂閱達歷參數據庫類執線認證驗簽記錄檢詢調頻貨幣產額費經過還進遠運選擇轉載輸說讀寫讓給從處兩邊後續際辦實現長頭頁條響識別緩並';

const only = (own: string, other: string): ReadonlySet<string> =>
  new Set([...own].filter((character) => !other.includes(character)));
const strangers: Readonly<Record<ChineseLocale, ReadonlySet<string>>> = {
  // 后 is also a traditional character in its own right; 并 is not in the words of this site.
  'zh-tw': new Set([...only(simplified, traditional), '并']),
  'zh-cn': only(traditional, simplified),
};
const scripts = {
  'zh-cn': ['traditional', 'simplified'],
  'zh-tw': ['simplified', 'traditional'],
} as const;

/** Returns the characters of the other script in a text; what a text quotes in corner brackets is a literal. */
export const strangersIn = (text: string, locale: ChineseLocale): readonly string[] =>
  [...text.replace(/「[^」]*」/g, '')].filter((character) => strangers[locale].has(character));

/** Returns the mainland terms in a text for Taiwan. */
export function mainlandIn(text: string): readonly string[] {
  const judged = acrossWords.reduce((rest, words) => rest.replaceAll(words, ''), text);
  return [...mainlandTerms.keys()].filter((word) => judged.includes(word));
}

/** English punctuation beside a Chinese character, with that character. */
const halfWidth = /\p{Script=Han}[,;:!?]|[,;:!?]\p{Script=Han}/gu;

/** Reports bad Chinese in a file of either script. Code spans are literals and may contain anything. */
export function checkChinese({ locale, texts, at }: TextFile, report: Report): void {
  if (locale === 'en') return;
  const [other, own] = scripts[locale];
  for (const { path, words } of texts) {
    const mixed = listed(strangersIn(words, locale));
    if (mixed !== '') {
      report(
        at(path),
        `holds ${mixed} in ${other} script, expected ${own}; a literal stands in a code span or in 「」`,
      );
    }
    const marks = listed((words.match(halfWidth) ?? []).map(quoted));
    if (marks !== '') {
      report(
        at(path),
        `holds ${marks} with punctuation of English, expected ， ； ： ！ or ？ beside Chinese characters`,
      );
    }
    const foreign = locale === 'zh-tw' ? listed(mainlandIn(words).map(withTerm)) : '';
    if (foreign !== '') report(at(path), `holds words of the mainland, expected Taiwan's: ${foreign}`);
  }
}

const withTerm = (word: string): string => `${mainlandTerms.get(word)} for ${word}`;

const listed = (parts: readonly string[]): string => [...new Set(parts)].join(', ');
