/** Assigns the rows of a table of facts to meanings. */
import type { CatalogFiles } from '../catalog/load.ts';
import type { EntryData, MeaningData, Message } from '../catalog/schema/files.ts';
import { type Locale, locales } from '../locales.ts';
import type { FactColumn, FactsRow, FactsTable } from './facts-table.ts';

export const messageColumns = {
  documented: 'documented_message',
  sdk: 'sdk_message',
  observed: 'observed_message',
} as const satisfies Record<Message['seen'], FactColumn>;

export const titleColumns = {
  en: 'title_en',
  'zh-cn': 'title_zh_cn',
  'zh-tw': 'title_zh_tw',
} as const satisfies Record<Locale, FactColumn>;

/** Whether a literal is a message's; a table's literal may fill in what the catalog's message leaves open. */
export const isLiteralOf = (literal: string, { text, example }: Message): boolean =>
  literal === text || literal === example;

/**
 * Groups the rows of an entry by the meaning they are about: the only one, otherwise the one with the row's message,
 * otherwise the one with all of its titles, otherwise one with any of them. Rows under `undefined` are about none.
 */
export function rowsByMeaning(
  files: CatalogFiles,
  entry: EntryData,
  { rows }: FactsTable,
): ReadonlyMap<MeaningData | undefined, readonly FactsRow[]> {
  const own = rows.filter((row) => row.cell('code') === entry.code);
  return Map.groupBy(own, (row) => {
    const [only, ...others] = entry.meanings;
    if (others.length === 0) return only;
    return (
      entry.meanings.find((meaning) => hasMessage(meaning, row)) ??
      entry.meanings.find((meaning) => titlesIn(files, entry, meaning, row).every((isSame) => isSame)) ??
      entry.meanings.find((meaning) => titlesIn(files, entry, meaning, row).includes(true))
    );
  });
}

const hasMessage = ({ messages }: MeaningData, row: FactsRow): boolean =>
  messages.some((message) => isLiteralOf(row.cell(messageColumns[message.seen]), message));

/**
 * Returns, for every language in which the row has a title, whether the meaning has the same; just `false` if the row
 * has no title at all.
 */
function titlesIn({ texts }: CatalogFiles, { code }: EntryData, { slug }: MeaningData, row: FactsRow): boolean[] {
  const same = locales
    .filter((locale) => row.cell(titleColumns[locale]) !== '')
    .map((locale) => texts[locale].data?.codes[code]?.[slug]?.title === row.cell(titleColumns[locale]));
  return same.length === 0 ? [false] : same;
}
