/**
 * The only module that makes addresses. Every path begins with a slash and leaves out the base path,
 * which `withBase` puts before it when it is written into a page.
 */
import { isLocale, type Locale, localeInfo } from '../locales.ts';
import { manifestName } from './shards.ts';

/** Returns a code as written in an address: in lower case, otherwise unchanged. */
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
/** OpenSearch description, with which a browser's address bar searches the atlas. */
export const opensearchPath = (locale: Locale): string => `/${locale}/opensearch.xml`;
export const changesPath = (locale: Locale): string => `/${locale}/changes/`;
export const feedPath = (locale: Locale): string => `/${locale}/changes/atom.xml`;

/** The permanent link of an entry: without a language, never changed. */
export const permanentPath = (catalog: string, code: string): string => `/${catalog}/${codeSegment(code)}/`;

/** The Markdown twin of a page: its address without the last slash, plus `.md`. */
export const twinPath = (page: string): string => `${page.replace(/\/$/, '')}.md`;

/** Whether the page at an address is made from the model and so has a twin. */
export function hasTwin(page: string): boolean {
  const [, locale = '', segment = ''] = page.split('/');
  return isLocale(locale) && page.endsWith('/') && !['', 'find', ...handWrittenSegments].includes(segment);
}

/** Folders of the search data: the full-text index, and the finder's own. */
export const pagefindPath = '/pagefind/';
export const finderPath = '/finder/';
/** How answers look, and which characters stand for which: not needed to find a plain code. */
export const finderFormsPath = `${finderPath}forms.json`;
/**
 * A file of the finder in one language: the manifest, or a numbered one with titles by code.
 * @param name `*` for the form of all their addresses, which a page hands to its script
 */
export const finderFilePath = (locale: Locale, name: number | typeof manifestName | '*'): string =>
  `${finderPath}${locale}/${name}.json`;
export const finderManifestPath = (locale: Locale): string => finderFilePath(locale, manifestName);
export const finderRecordsPath = (locale: Locale, shard: number): string => finderFilePath(locale, shard);
/** The index of words and messages, shared by all languages. */
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
/** Everything in one compressed file; not beside errors.json, where servers expect a compressed form of that file. */
export const apiDownloadPath = `${apiRoot}download/errors.json.gz`;
export const apiCsvPath = `${apiRoot}errors.csv`;
export const apiProblemsPath = `${apiRoot}problems.json`;
export const apiCatalogPath = (catalog: string): string => `${apiRoot}catalogs/${catalog}.json`;
export const apiEntryPath = (catalog: string, code: string): string =>
  `${apiRoot}catalogs/${catalog}/${codeSegment(code)}.json`;
export const apiSchemaPath = (name: string): string => `${apiRoot}schema/${name}.json`;

/** The reserved segments that hand-written pages use. */
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

/** Returns the same page in another language; a path without a language stays as it is. */
export function inLocale(path: string, locale: Locale): string {
  const [, first = '', ...rest] = path.split('/');
  return isLocale(first) ? `/${[locale, ...rest].join('/')}` : path;
}

/** Returns the address of a page that leads to it in the reader's language. */
export function withoutLocale(path: string): string {
  const [, first = '', ...rest] = path.split('/');
  return isLocale(first) ? `/${rest.join('/')}` : path;
}

/** Puts the base path (`/`, or `/atlas/`) before a path of this module. */
export const withBase = (base: string, path: string): string => `${base.replace(/\/$/, '')}${path}`;

/** Returns the full address of a path, for use outside the site: feeds, JSON, tickets. */
export const absolute = (context: { readonly site: string; readonly base: string }, path: string): string =>
  `${context.site.replace(/\/$/, '')}${withBase(context.base, path)}`;

/** Anchors of an entry page's sections; a meaning cannot take one of them as its slug. */
export const sections = ['why', 'fix', 'history', 'guidance', 'wire', 'related', 'titles', 'sources'] as const;
export type Section = (typeof sections)[number];

/** Returns the anchor of general guidance, which is numbered for further problems of an entry. */
export const guidanceAnchor = (index: number): string => {
  const first: Section = 'guidance';
  return index === 0 ? first : `${first}-${index + 1}`;
};

/** Outlines for language models (llmstxt.org); without a locale, the one for the whole site. */
export const llmsPath = (locale?: Locale): string => (locale === undefined ? '/llms.txt' : `/${locale}/llms.txt`);
export const llmsFullPath = (locale: Locale): string => `/${locale}/llms-full.txt`;
/** The picture that chats show with a link: a catalog's, or the site's for pages that do not belong to one. */
export const ogImagePath = (locale: Locale, catalog?: string): string =>
  catalog === undefined ? `/og/${locale}.png` : `/og/${locale}/${catalog}.png`;
export const robotsPath = '/robots.txt';
export const iconPath = '/favicon.svg';
/** The file that servers send if there is no page. */
export const notFoundPath = '/404.html';
/** The list of the sitemap's parts, under the name that search engines were given. */
export const sitemapPath = '/sitemap-index.xml';
export const sitemapPartPath = (part: number): string => `/sitemap-${part}.xml`;
