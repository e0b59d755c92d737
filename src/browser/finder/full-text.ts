/** Searches full texts for words, with Pagefind; loaded when the first words are typed. */
import { pagefindPath } from '../../catalog/paths.ts';
import { here } from './data.ts';

/** A page that contains all words of the query. */
export interface TextHit {
  /** The address within the site, including the base path. */
  readonly url: string;
  readonly title: string;
  readonly code: string | undefined;
  readonly catalog: string | undefined;
  /** `problem`, or undefined for a page written by hand. */
  readonly kind: string | undefined;
}

interface PagefindResult {
  readonly data: () => Promise<{ readonly url: string; readonly meta: Readonly<Record<string, string>> }>;
}

interface Pagefind {
  readonly options: (options: { baseUrl: string }) => Promise<void>;
  readonly search: (query: string) => Promise<{ readonly results: readonly PagefindResult[] }>;
}

let engine: Promise<Pagefind> | undefined;

async function start(): Promise<Pagefind> {
  const address = here(`${pagefindPath}pagefind.js`);
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ baseUrl: import.meta.env.BASE_URL });
  return pagefind;
}

/**
 * Searches the full texts.
 * @returns at most `limit` pages, best first
 * @throws if the index cannot be loaded, as in dev before the first build
 */
export async function searchText(query: string, limit: number): Promise<TextHit[]> {
  engine ??= start();
  engine.catch(() => {
    engine = undefined;
  });
  const { results } = await (await engine).search(query);
  const pages = await Promise.all(results.slice(0, limit).map((result) => result.data()));
  return pages.map(({ url, meta }) => ({
    url,
    title: meta['title'] ?? url,
    code: meta['code'],
    catalog: meta['catalog'],
    kind: meta['kind'],
  }));
}
