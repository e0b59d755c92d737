/** llms.txt (llmstxt.org): outlines of the Markdown twins. */
import type { Atlas, Catalog, Entry } from '../catalog/model.ts';
import {
  apiCsvPath,
  apiIndexPath,
  catalogPath,
  entryPath,
  llmsFullPath,
  llmsPath,
  problemPath,
} from '../catalog/paths.ts';
import { catalogTitle, meaningTitles } from '../documents/describe.ts';
import { type Block, code, heading, type Inline, link, list, paragraph } from '../documents/nodes.ts';
import { blocksAsText } from '../documents/to-markdown.ts';
import { ui } from '../i18n/index.ts';
import { defaultLocale, type Locale, localeInfo, locales } from '../locales.ts';
import type { GeneratedFile, SiteContext } from './generated-file.ts';

/** The separator between a link and its note that the convention prescribes, in every language. */
const colon = ': ';

/** Generates `/llms.txt`, in English: what there is, and where each language has its own. */
export function* llmsRootFiles(atlas: Atlas, context: SiteContext): Iterable<GeneratedFile> {
  yield { path: llmsPath(), text: blocksAsText(siteOutline(atlas, defaultLocale), context) };
}

/** Returns the beginning of an outline. */
export function opening(locale: Locale): Block[] {
  const { site, programs } = ui[locale];
  return [
    heading(1, {}, site.name),
    { type: 'blockquote', children: [paragraph(site.description)] },
    paragraph(programs.intro),
  ];
}

/** Returns catalogs and problems; the outlines of the languages name every entry. */
function siteOutline(atlas: Atlas, own: Locale): Block[] {
  const { nav } = ui[own];
  return [
    ...opening(own),
    heading(2, {}, nav.catalogs),
    list(atlas.catalogs.map((catalog) => catalogItem(catalog, own))),
    ...problems(atlas, own),
    ...programs(own),
    heading(2, {}, nav.language),
    list(
      locales.map((locale) => [
        link(llmsPath(locale), localeInfo[locale].label),
        `${colon}${ui[locale].site.description}`,
      ]),
    ),
  ];
}

/** Returns every catalog, entry and problem in one language. */
export function outline(atlas: Atlas, locale: Locale): Block[] {
  const others = locales.filter((other) => other !== locale);
  return [
    ...opening(locale),
    ...atlas.catalogs.flatMap((catalog) => [
      heading(2, {}, catalog.name[locale]),
      list([catalogItem(catalog, locale), ...catalog.entries.map((entry) => [entryItem(entry, locale)])]),
    ]),
    ...problems(atlas, locale),
    ...programs(locale),
    heading(2, {}, ui[locale].programs.otherLanguages),
    list(others.map((other) => [link(llmsPath(other), localeInfo[other].label)])),
  ];
}

/** Returns catalog, code and titles: each line of the outline must make sense by itself. */
const entryItem = (entry: Entry, locale: Locale): Inline =>
  link(
    entryPath(locale, entry.catalog.id, entry.code),
    `${entry.catalog.name[locale]} `,
    code(entry.code),
    `${ui[locale].programs.colon}${meaningTitles(entry, locale)}`,
  );

const catalogItem = (catalog: Catalog, locale: Locale): Inline[] => [
  link(catalogPath(locale, catalog.id), catalogTitle(catalog, locale)),
  colon,
  catalog.summary[locale],
];

const problems = (atlas: Atlas, locale: Locale): Block[] => [
  heading(2, {}, ui[locale].nav.problems),
  list(
    atlas.problems.map(({ id, text }) => [
      link(problemPath(locale, id), text[locale].title),
      colon,
      text[locale].summary,
    ]),
  ),
];

function programs(locale: Locale): Block[] {
  const words = ui[locale].programs;
  const item = (path: string, name: string, note: string): Inline[] => [link(path, name), `${colon}${note}`];
  return [
    heading(2, {}, words.heading),
    list([
      item(llmsFullPath(locale), 'llms-full.txt', words.everything),
      item(apiIndexPath, 'index.json', words.api),
      item(apiCsvPath, 'errors.csv', words.csv),
    ]),
  ];
}
