/** The interface's words of one language but for the finder's own, fetched when they are needed. */

import type { OwnWords } from '../../i18n/ui.ts';
import type { Locale } from '../../locales.ts';

const modules: Readonly<Record<Locale, () => Promise<OwnWords>>> = {
  en: () => import('../../i18n/en.ts').then(({ en }) => en),
  'zh-cn': () => import('../../i18n/zh-cn.ts').then(({ zhCn }) => zhCn),
  'zh-tw': () => import('../../i18n/zh-tw.ts').then(({ zhTw }) => zhTw),
};

export const loadWords = (locale: Locale): Promise<OwnWords> => modules[locale]();
