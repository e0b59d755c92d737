/** The words of the user interface, one typed object per language. */
import type { Localized } from '../locales.ts';
import { en } from './en/page.ts';
import { searchWords } from './search.ts';
import type { Ui } from './types.ts';
import { zhCn } from './zh-cn/page.ts';
import { zhTw } from './zh-tw/page.ts';

export const ui: Localized<Ui> = {
  en: { ...en, search: searchWords.en },
  'zh-cn': { ...zhCn, search: searchWords['zh-cn'] },
  'zh-tw': { ...zhTw, search: searchWords['zh-tw'] },
};
