/** The files `_headers` and `_redirects`, which Netlify and Cloudflare Pages read from the built site. */
import { apiRoot, withBase } from '../catalog/paths.ts';
import type { RedirectsFile } from '../catalog/schema/files.ts';
import {
  apiHeader,
  assetCaching,
  assetsPath,
  contentType,
  type Header,
  namedTypes,
  siteHeaders,
  textTypes,
} from './headers.ts';

/** Types that both hosts know by themselves, with UTF-8 where it is needed. */
const known = new Set(['html', 'css', 'js', 'svg', 'xml', 'webmanifest']);

/**
 * Makes `_headers`. If several rules match a path, Cloudflare joins the values of a header with a comma, and Netlify
 * takes the last one: so no two rules here name the same header for one path. For that reason pages get no
 * Cache-Control; both hosts send `public, max-age=0, must-revalidate` by themselves.
 *
 * @param pages addresses of all pages, without the base path
 */
export function headersFile(base: string, pages: Iterable<string>): string {
  const types = [
    ...[...textTypes.keys()].filter((extension) => !known.has(extension)).map((extension) => `*.${extension}`),
    ...namedTypes.keys().map((name) => `*/${name}`),
  ].map((pattern) => ({ pattern: `/${pattern}`, header: ['Content-Type', contentType(pattern)] as Header }));
  const rules: (readonly [path: string, headers: readonly Header[]])[] = [
    ['/*', siteHeaders],
    [`${assetsPath}*`, [assetCaching]],
    [`${apiRoot}*`, [apiHeader]],
    ...types.map(({ pattern, header }) => [pattern, [header]] as const),
    ...mistaken(
      pages,
      types.map(({ pattern }) => pattern),
    ).map((page) => [page, [['Content-Type', contentType(page)]]] as const),
  ];
  return rules
    .map(([path, headers]) =>
      [withBase(base, path), ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
    )
    .join('\n\n')
    .concat('\n');
}

/**
 * Finds pages whose address Netlify takes for one of the patterns: it reads the dot of `*.md` as any character and
 * allows a slash after it (`@netlify/headers-parser`, for_regexp), so that `/acme/bad_cmd/` would be Markdown. A later
 * rule for that very page fixes it; on Cloudflare, where the pattern does not match, it changes nothing.
 */
function mistaken(pages: Iterable<string>, patterns: readonly string[]): string[] {
  const all = new RegExp(`^(?:${patterns.map((pattern) => pattern.replaceAll('*', '.*')).join('|')})/?$`, 'iu');
  return [...pages].filter((page) => all.test(page));
}

/** Makes `_redirects` of moved addresses. On Netlify the page at the old address wins, and leads on by itself. */
export function redirectsFile(base: string, redirects: RedirectsFile): string {
  return redirects.map(({ from, to }) => `${withBase(base, from)} ${withBase(base, to)} 301\n`).join('');
}
