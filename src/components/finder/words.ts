/** The interface's words of one language, fetched when they are needed. */

import type { Ui } from '../../i18n/ui.ts';
import type { Locale } from '../../locales.ts';

const modules: Readonly<Record<Locale, () => Promise<Ui>>> = {
  en: () => import('../../i18n/en.ts').then(({ en }) => en),
  'zh-cn': () => import('../../i18n/zh-cn.ts').then(({ zhCn }) => zhCn),
  'zh-tw': () => import('../../i18n/zh-tw.ts').then(({ zhTw }) => zhTw),
};

export const loadWords = (locale: Locale): Promise<Ui> => modules[locale]();
