/** llms.txt (llmstxt.org): an outline of the Markdown twins, and all of them in one file, for each language. */
import type { RootContent } from 'mdast';
import type { Atlas, Catalog } from '../catalog/model.ts';
import {
  absolute,
  apiCsvPath,
  apiIndexPath,
  catalogPath,
  llmsFullPath,
  llmsPath,
  problemPath,
  twinPath,
} from '../catalog/paths.ts';
import { catalogTitle } from '../documents/describe.ts';
import { heading, type Inline, link, list, paragraph, quote, serialise } from '../documents/nodes.ts';
import { ui } from '../i18n/index.ts';
import { defaultLocale, type Locale, localeInfo, locales } from '../locales.ts';
import type { GeneratedFile, SiteContext } from './generated-file.ts';
import { catalogText, entryText, problemText } from './markdown.ts';
import { entryItem } from './markdown-lines.ts';
import type { Page } from './once-for-page.ts';

/** What the convention has between a link and its note, in every language. */
const colon = ': ';

/** `/llms.txt`, in English: what there is, and where each language has its own. */
export function* llmsRootFiles(atlas: Atlas, context: SiteContext): Iterable<GeneratedFile> {
  yield { path: llmsPath(), text: serialise(siteOutline(atlas, { locale: defaultLocale, context })) };
}

/** For each language an outline of everything, and everything itself. */
export function* llmsFiles(
  atlas: Atlas,
  context: SiteContext,
  languages: readonly Locale[] = locales,
): Iterable<GeneratedFile> {
  for (const locale of languages) {
    const page: Page = { locale, context };
    yield { path: llmsPath(locale), text: outline(atlas, page) };
    yield { path: llmsFullPath(locale), text: everything(atlas, page) };
  }
}

function opening({ locale }: Page): RootContent[] {
  const { site, programs } = ui[locale];
  return [heading(1, site.name), quote(paragraph(site.description)), paragraph(programs.intro)];
}

/** Catalogs and problems; the languages' own outlines name every entry. */
function siteOutline(atlas: Atlas, page: Page): RootContent[] {
  const { nav } = ui[page.locale];
  return [
    ...opening(page),
    heading(2, nav.catalogs),
    list(atlas.catalogs.map((catalog) => catalogItem(catalog, page))),
    ...problems(atlas, page),
    ...programs(page),
    heading(2, ui[page.locale].nav.language),
    list(
      locales.map((locale) => [
        link(absolute(page.context, llmsPath(locale)), localeInfo[locale].label),
        `${colon}${ui[locale].site.description}`,
      ]),
    ),
  ];
}

/** Every catalog, entry and problem of one language. */
function outline(atlas: Atlas, page: Page): string {
  const others = locales.filter((locale) => locale !== page.locale);
  const catalogs = atlas.catalogs.map((catalog) => {
    const about = serialise([heading(2, catalog.name[page.locale]), list([catalogItem(catalog, page)])]);
    return [about, ...catalog.entries.map((entry) => entryItem(entry, page))].join('');
  });
  const rest = serialise([
    ...problems(atlas, page),
    ...programs(page),
    heading(2, ui[page.locale].programs.otherLanguages),
    list(others.map((locale) => [link(absolute(page.context, llmsPath(locale)), localeInfo[locale].label)])),
  ]);
  return [serialise(opening(page)), ...catalogs, rest].join('\n');
}

const catalogItem = (catalog: Catalog, { locale, context }: Page): Inline[] => [
  link(absolute(context, twinPath(catalogPath(locale, catalog.id))), catalogTitle(catalog, locale)),
  `${colon}${catalog.summary[locale]}`,
];

const problems = (atlas: Atlas, { locale, context }: Page): RootContent[] => [
  heading(2, ui[locale].nav.problems),
  list(
    atlas.problems.map(({ id, text }) => [
      link(absolute(context, twinPath(problemPath(locale, id))), text[locale].title),
      `${colon}${text[locale].summary}`,
    ]),
  ),
];

function programs({ locale, context }: Page): RootContent[] {
  const words = ui[locale].programs;
  const item = (path: string, name: string, note: string): Inline[] => [
    link(absolute(context, path), name),
    `${colon}${note}`,
  ];
  return [
    heading(2, words.heading),
    list([
      item(llmsFullPath(locale), 'llms-full.txt', words.everything),
      item(apiIndexPath, 'index.json', words.api),
      item(apiCsvPath, 'errors.csv', words.csv),
    ]),
  ];
}

/** All twins of a language; the guidance of a problem stands with the problem only. */
function everything(atlas: Atlas, page: Page): string {
  const parts = [
    serialise(opening(page)),
    ...atlas.catalogs.flatMap((catalog) => [
      catalogText(catalog, page),
      ...catalog.entries.flatMap((entry) => Object.values(entryText(entry, page))),
    ]),
    ...atlas.problems.map((problem) => problemText(problem, page)),
  ];
  return parts.join('\n');
}
