/** Lines that Markdown twins of different kinds of page share. */
import type { Entry } from '../catalog/model.ts';
import { absolute, entryPath, twinPath } from '../catalog/paths.ts';
import type { Source } from '../catalog/schema/files.ts';
import { meaningTitles } from '../documents/describe.ts';
import { code, heading, type Inline, link, list, serialise } from '../documents/nodes.ts';
import { formatDate, languageName } from '../i18n/format.ts';
import { ui } from '../i18n/index.ts';
import type { Ui } from '../i18n/types.ts';
import { onceForPage, type Page } from './once-for-page.ts';

/** Catalog, code and titles of an entry, as a link to its twin: a list of one item, to be joined with others. */
export const entryItem = onceForPage((entry: Entry, { locale, context }: Page): string =>
  serialise([
    list([
      [
        link(
          absolute(context, twinPath(entryPath(locale, entry.catalog.id, entry.code))),
          `${entry.catalog.name[locale]} `,
          code(entry.code),
          `${ui[locale].programs.colon}${meaningTitles(entry, locale)}`,
        ),
      ],
    ]),
  ]),
);

/** An address that is its own label. */
export const address = (url: string): Inline => link(url, url);

/** Makes lines that begin with a label, as the language writes one. */
export const labelled =
  ({ programs }: Ui) =>
  (label: string, ...items: Inline[]): Inline[] => [`${label}${programs.colon}`, ...items];

/** Where facts come from, under a heading; the codes of a group share their sources. */
export const sourcesText = (title: string, sources: readonly Source[], page: Page): string =>
  [serialise([heading(2, title)]), sources.map((source) => sourceItem(source, page)).join('')].join('\n');

const sourceItem = onceForPage(({ title, url, language, read }: Source, { locale }: Page): string =>
  serialise([
    list([
      [
        link(url, title),
        ` · ${ui[locale].entry.sourceLanguage(languageName(language, locale))} · ${ui[locale].entry.readOn(formatDate(read, locale))}`,
      ],
    ]),
  ]),
);
