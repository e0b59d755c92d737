/** Checks hand-written pages: each exists in every language, at an address of its own. */
import { readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import { locales } from '../../locales.ts';
import { handWrittenSegments, reservedSegments } from '../paths.ts';
import type { Finding } from '../reading/findings.ts';
import { quoted } from '../schema/text.ts';

/**
 * @param folder folder with a folder of pages for each locale
 * @param shown the folder as findings name it
 * @param catalogs ids of all catalogs
 */
export function checkPages(folder: string, shown: string, catalogs: readonly string[]): Finding[] {
  const pages = new Map(locales.map((locale) => [locale, pagesIn(join(folder, locale))]));
  const names = new Set([...pages.values()].flatMap((own) => [...own.keys()]));
  const at = (file: string, message: string): Finding => ({ file: `${shown}/${file}`, line: 1, column: 1, message });
  return [...names].flatMap((name) => {
    const having = locales.filter((locale) => pages.get(locale)?.has(name));
    const fileIn = (locale: (typeof locales)[number]) => `${locale}/${pages.get(locale)?.get(name) ?? ''}`;
    const taken = catalogs.includes(name)
      ? 'a catalog'
      : reservedSegments.has(name) && !handWrittenSegments.has(name)
        ? 'the site itself'
        : undefined;
    return [
      ...locales
        .filter((locale) => !having.includes(locale))
        .map((locale) =>
          at(`${locale}/${name}.mdx`, `the page is missing, expected it in every language, as in ${having.join(', ')}`),
        ),
      ...(taken === undefined
        ? []
        : having.map((locale) =>
            at(fileIn(locale), `the page ${quoted(name)} has the address of ${taken}, expected another name`),
          )),
    ];
  });
}

/** Returns file names by the names of pages; none if the folder does not exist. */
function pagesIn(folder: string): ReadonlyMap<string, string> {
  try {
    const files = readdirSync(folder).filter((file) => /^[^_].*\.mdx?$/.test(file));
    return new Map(files.map((file) => [parse(file).name, file]));
  } catch {
    return new Map();
  }
}
