/** The words of the user interface, one typed object per language. */
import type { Localized } from '../locales.ts';
import { en } from './en/page.ts';
import { search as searchEn } from './en/search.ts';
import type { Ui } from './types.ts';
import { zhCn } from './zh-cn/page.ts';
import { search as searchZhCn } from './zh-cn/search.ts';
import { zhTw } from './zh-tw/page.ts';
import { search as searchZhTw } from './zh-tw/search.ts';

export const ui: Localized<Ui> = {
  en: { ...en, search: searchEn },
  'zh-cn': { ...zhCn, search: searchZhCn },
  'zh-tw': { ...zhTw, search: searchZhTw },
};
