/** What the finder says. The search dialog carries it in every language, so that an answer waits for nothing else. */
import type { Localized } from '../locales.ts';
import { search as en } from './en/search.ts';
import type { SearchWords } from './types.ts';
import { search as zhCn } from './zh-cn/search.ts';
import { search as zhTw } from './zh-tw/search.ts';

export const searchWords: Localized<SearchWords> = { en, 'zh-cn': zhCn, 'zh-tw': zhTw };
