/** The interface's texts in one language, without the finder's own, in parts that are fetched when needed. */

import type { AnswerWords, OwnWords, ShareWords } from '../i18n/types.ts';
import type { Locale, Localized } from '../locales.ts';

type Loaders<T> = Localized<() => Promise<T>>;

const words: Loaders<OwnWords> = {
  en: () => import('../i18n/en/page.ts').then(({ en }) => en),
  'zh-cn': () => import('../i18n/zh-cn/page.ts').then(({ zhCn }) => zhCn),
  'zh-tw': () => import('../i18n/zh-tw/page.ts').then(({ zhTw }) => zhTw),
};

const shareWords: Loaders<ShareWords> = {
  en: () => import('../i18n/en/share.ts').then(({ share }) => share),
  'zh-cn': () => import('../i18n/zh-cn/share.ts').then(({ share }) => share),
  'zh-tw': () => import('../i18n/zh-tw/share.ts').then(({ share }) => share),
};

const answerWords: Loaders<AnswerWords> = {
  en: () => import('../i18n/en/answer.ts').then(({ answer }) => answer),
  'zh-cn': () => import('../i18n/zh-cn/answer.ts').then(({ answer }) => answer),
  'zh-tw': () => import('../i18n/zh-tw/answer.ts').then(({ answer }) => answer),
};

/** Each throws if the network fails. */
export const loadWords = (locale: Locale): Promise<OwnWords> => words[locale]();
export const loadShareWords = (locale: Locale): Promise<ShareWords> => shareWords[locale]();
export const loadAnswerWords = (locale: Locale): Promise<AnswerWords> => answerWords[locale]();
