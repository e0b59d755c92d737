/**
 * The only maker of addresses. Every path begins with a slash and is free of the base path;
 * `withBase` puts it before a path at the moment it is written into a page.
 */
import { isLocale, type Locale, localeInfo } from '../locales.ts';

/** A code as it stands in an address: lower case, everything else as it is. */
export const codeSegment = (code: string): string => code.toLowerCase();

export const homePath = (locale: Locale): string => `/${locale}/`;
/** The list of catalogs on the home page. */
export const catalogsPath = (locale: Locale): string => `${homePath(locale)}#catalogs`;
export const catalogPath = (locale: Locale, catalog: string): string => `/${locale}/${catalog}/`;
/** Anchor of a group on its catalog's page. */
export const groupAnchor = (group: string): string => `group-${group}`;
export const groupPath = (locale: Locale, catalog: string, group: string): string =>
  `${catalogPath(locale, catalog)}#${groupAnchor(group)}`;
export const entryPath = (locale: Locale, catalog: string, code: string): string =>
  `/${locale}/${catalog}/${codeSegment(code)}/`;
/** The page of a provider with several catalogs. */
export const providerPath = (locale: Locale, provider: string): string => `/${locale}/providers/${provider}/`;
export const problemsPath = (locale: Locale): string => `/${locale}/problems/`;
export const problemPath = (locale: Locale, problem: string): string => `/${locale}/problems/${problem}/`;
export const findPath = (locale: Locale, query?: string): string =>
  `/${locale}/find/${query === undefined ? '' : `?q=${encodeURIComponent(query)}`}`;
export const aboutPath = (locale: Locale): string => `/${locale}/about/`;
export const apiPagePath = (locale: Locale): string => `/${locale}/api/`;
/** OpenSearch description, by which a browser's address bar searches the atlas. */
export const opensearchPath = (locale: Locale): string => `/${locale}/opensearch.xml`;
export const changesPath = (locale: Locale): string => `/${locale}/changes/`;
export const feedPath = (locale: Locale): string => `/${locale}/changes/atom.xml`;

/** The permanent link of an entry: without a language, never changed. */
export const permanentPath = (catalog: string, code: string): string => `/${catalog}/${codeSegment(code)}/`;

/** The Markdown twin of a page: its address without the last slash, plus `.md`. */
export const twinPath = (page: string): string => `${page.replace(/\/$/, '')}.md`;

/** Whether the page of an address is made from the model, and so has a twin. */
export function hasTwin(page: string): boolean {
  const [, locale = '', segment = ''] = page.split('/');
  return isLocale(locale) && page.endsWith('/') && !['', 'find', ...handWrittenSegments].includes(segment);
}

/** Where the search data of a locale lies. */
export const pagefindPath = '/pagefind/';
export const finderPath = '/finder/';
export const finderManifestPath = (locale: Locale): string => `${finderPath}${locale}/index.json`;
/** How answers look and which characters stand for which: what a plain code does not need. */
export const finderFormsPath = `${finderPath}forms.json`;
/**
 * Titles by code, in one language.
 * @param shard `*` for all of them, where a page tells its script how they are called
 */
export const finderRecordsPath = (locale: Locale, shard: number | '*'): string =>
  `${finderPath}${locale}/${shard}.json`;
/** The index of words and messages, which serves all languages. */
export const finderWordsPath = (shard: number): string => `${finderPath}words/${shard}.json`;
export const finderCodesPath = `${finderPath}codes.json`;
export const finderVocabularyPath = `${finderPath}vocabulary.json`;
export const finderHeadsPath = `${finderPath}heads.json`;

export const apiRoot = '/api/v1/';
export const apiIndexPath = `${apiRoot}index.json`;
export const apiErrorsPath = `${apiRoot}errors.json`;
/** The entries of one catalog in one language. */
export const apiCatalogErrorsPath = (catalog: string, locale: Locale): string =>
  `${apiRoot}errors/${catalog}.${locale}.json`;
/** Everything in one compressed file; not beside errors.json, where servers expect what they send in its place. */
export const apiDownloadPath = `${apiRoot}download/errors.json.gz`;
export const apiCsvPath = `${apiRoot}errors.csv`;
export const apiProblemsPath = `${apiRoot}problems.json`;
export const apiCatalogPath = (catalog: string): string => `${apiRoot}catalogs/${catalog}.json`;
export const apiEntryPath = (catalog: string, code: string): string =>
  `${apiRoot}catalogs/${catalog}/${codeSegment(code)}.json`;
export const apiSchemaPath = (name: string): string => `${apiRoot}schema/${name}.json`;

/** Of the reserved ones those that hand-written pages have. */
export const handWrittenSegments: ReadonlySet<string> = new Set(['about', 'api']);

/** First segments of addresses that no catalog may take. */
export const reservedSegments: ReadonlySet<string> = new Set([
  ...Object.keys(localeInfo),
  'api',
  'find',
  'finder',
  'pagefind',
  'problems',
  'providers',
  'about',
  'changes',
  'zh-hans',
  'zh-hant',
  'zh',
  '404',
  'assets',
  'og',
]);

/** The same page in another language; a path that belongs to none stays as it is. */
export function inLocale(path: string, locale: Locale): string {
  const [, first = '', ...rest] = path.split('/');
  return isLocale(first) ? `/${[locale, ...rest].join('/')}` : path;
}

/** The address of a page that goes to the same page in the reader's language. */
export function withoutLocale(path: string): string {
  const [, first = '', ...rest] = path.split('/');
  return isLocale(first) ? `/${rest.join('/')}` : path;
}

/** Puts the base path (`/`, or `/atlas/`) before a path of this module. */
export const withBase = (base: string, path: string): string => `${base.replace(/\/$/, '')}${path}`;

/** The whole address of a path, for places outside the site: feeds, JSON, tickets. */
export const absolute = (context: { readonly site: string; readonly base: string }, path: string): string =>
  `${context.site.replace(/\/$/, '')}${withBase(context.base, path)}`;

/** Anchors that every entry page has; a meaning cannot take one of them as its slug. */
export const sections = ['why', 'fix', 'history', 'guidance', 'wire', 'related', 'titles', 'sources'] as const;
export type Section = (typeof sections)[number];

/** The anchor of general guidance; that for further problems of an entry is numbered. */
export const guidanceAnchor = (index: number): string => {
  const first: Section = 'guidance';
  return index === 0 ? first : `${first}-${index + 1}`;
};

/** Outlines for language models (llmstxt.org); without a locale the one for the whole site. */
export const llmsPath = (locale?: Locale): string => (locale === undefined ? '/llms.txt' : `/${locale}/llms.txt`);
export const llmsFullPath = (locale: Locale): string => `/${locale}/llms-full.txt`;
/** The picture that chats show with a link: a catalog's, or the site's for pages that belong to none. */
export const ogImagePath = (locale: Locale, catalog?: string): string =>
  catalog === undefined ? `/og/${locale}.png` : `/og/${locale}/${catalog}.png`;
export const robotsPath = '/robots.txt';
export const iconPath = '/favicon.svg';
/** The file that servers answer with where there is no page. */
export const notFoundPath = '/404.html';
/** The list of the sitemap's parts, as the library names it that src/integrations/sitemap.ts has make them. */
export const sitemapPath = '/sitemap-index.xml';
