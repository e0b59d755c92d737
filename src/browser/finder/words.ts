/** The finder's texts in one language, fetched alongside its code. */
import type { SearchWords } from '../../i18n/types.ts';
import type { Locale, Localized } from '../../locales.ts';

const words: Localized<() => Promise<{ readonly search: SearchWords }>> = {
  en: () => import('../../i18n/en/search.ts'),
  'zh-cn': () => import('../../i18n/zh-cn/search.ts'),
  'zh-tw': () => import('../../i18n/zh-tw/search.ts'),
};

/**
 * Loads the finder's texts.
 * @throws if the network fails
 */
export const loadSearchWords = async (locale: Locale): Promise<SearchWords> => (await words[locale]()).search;
