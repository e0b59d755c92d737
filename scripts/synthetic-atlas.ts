/**
 * A large atlas out of the real one, for measuring: catalogs of made-up providers whose titles, messages
 * and causes are put together from the words of the real texts. The same arguments give the same atlas.
 */
import type { Atlas, Catalog, Entry, Meaning } from '../src/catalog/model.ts';
import { type Locale, localized } from '../src/locales.ts';

export function syntheticAtlas(real: Atlas, catalogs: number, codes: number): Atlas {
  const random = generator(1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const texts = localized((locale) => phrases(real, locale));
  const sentence = (locale: Locale, words: number): string =>
    Array.from({ length: words }, () => pick(texts[locale])).join(locale === 'en' ? ' ' : '');
  const made = Array.from({ length: catalogs }, (_, number): Catalog => {
    const model = real.catalogs[number % real.catalogs.length] as Catalog;
    const id = `provider-${number}`;
    const catalog: Catalog = {
      ...model,
      id,
      provider: { ...model.provider, id, name: localized(() => `Provider ${number}`) },
      name: localized(() => `Provider ${number} API`),
      aliases: [id, `provider${number}`, `${id}.com`, `供应商${number}`],
      clues: [`api.${id}.com`, `${id}-sdk`],
      entries: [],
    };
    const entries = Array.from({ length: codes }, (_code, index): Entry => {
      const problem = pick(real.problems);
      const entry = {
        ...(model.entries[index % model.entries.length] as Entry),
        catalog,
        // Providers number in much the same way: the same code occurs in many catalogs.
        code: String(1000 + Math.floor(index / 40) * 1000 + (index % 40)),
        symbol: number % 4 === 0 ? `ERR_${sentence('en', 3).toUpperCase().replace(/\W+/g, '_')}_${index}` : undefined,
      };
      const meaning: Meaning = {
        ...(entry.meanings[0] as Meaning),
        entry,
        problem,
        messages: [{ text: sentence('en', 5), seen: 'documented' }],
        text: localized((locale) => ({
          title: sentence(locale, locale === 'en' ? 6 : 5),
          origin: 'translated' as const,
          causes: [0, 1, 2].map(() => sentence(locale, 12)),
          fixes: [],
        })),
      };
      return { ...entry, meanings: [meaning] };
    });
    return { ...catalog, entries };
  });
  // Entries point at the catalog that holds them.
  for (const catalog of made) for (const entry of catalog.entries) Object.assign(entry, { catalog });
  return { ...real, catalogs: made };
}

/** Words of the real texts; of Chinese ones, pieces of two to four characters. */
function phrases(atlas: Atlas, locale: Locale): string[] {
  const texts = atlas.catalogs.flatMap(({ entries }) =>
    entries.flatMap(({ meanings }) => meanings.flatMap(({ text }) => [text[locale].title, ...text[locale].causes])),
  );
  const words = texts.flatMap((text) =>
    locale === 'en' ? (text.match(/[A-Za-z]{2,}/g) ?? []) : (text.match(/[\u3400-\u9fff]{2,4}/g) ?? []),
  );
  return [...new Set(words)];
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
