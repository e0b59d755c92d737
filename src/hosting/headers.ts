/**
 * Every response header of the site, defined once: `_headers` of the built site, the nginx
 * configuration and the project's own server of built sites use them; the dev server uses the media types.
 */
import { apiRoot, feedPath, opensearchPath } from '../catalog/paths.ts';
import { defaultLocale } from '../locales.ts';
import { sitePolicy } from '../policy/policy.ts';

export type Header = readonly [name: string, value: string];

/** Sent with every response. */
export const siteHeaders: readonly Header[] = [
  ['Content-Security-Policy', sitePolicy],
  ['X-Content-Type-Options', 'nosniff'],
  // Addresses may contain what a reader searched for; other sites do not learn where a link was followed.
  ['Referrer-Policy', 'same-origin'],
  ['Permissions-Policy', permissions()],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
];

/** Where the bundler puts files whose names contain a hash of their content. */
export const assetsPath = '/_astro/';

export const assetCaching: Header = ['Cache-Control', 'public, max-age=31536000, immutable'];

/** For everything else: requested again each time, and answered with 304 while it is unchanged. */
export const pageCaching: Header = ['Cache-Control', 'no-cache'];

/** The facts are for any program, including one in a browser. */
export const apiHeader: Header = ['Access-Control-Allow-Origin', '*'];

const lastSegment = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Media types, by file name, of files whose extension does not determine it. */
export const namedTypes: ReadonlyMap<string, string> = new Map([
  [lastSegment(feedPath(defaultLocale)), 'application/atom+xml'],
  [lastSegment(opensearchPath(defaultLocale)), 'application/opensearchdescription+xml'],
]);

/** Media types of text by extension; all of it is UTF-8. */
export const textTypes: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html'],
  ['css', 'text/css'],
  ['js', 'text/javascript'],
  ['json', 'application/json'],
  ['csv', 'text/csv'],
  ['md', 'text/markdown'],
  ['txt', 'text/plain'],
  ['xml', 'application/xml'],
  ['svg', 'image/svg+xml'],
  ['webmanifest', 'application/manifest+json'],
]);

/** Media types of everything else that the site may contain. */
export const binaryTypes: ReadonlyMap<string, string> = new Map([
  ['gz', 'application/gzip'],
  ['png', 'image/png'],
  ['webp', 'image/webp'],
  ['ico', 'image/x-icon'],
  ['woff2', 'font/woff2'],
]);

export const otherType = 'application/octet-stream';

/**
 * @param path of a file, or the address of a page, which ends with a slash
 * @returns the value of Content-Type
 */
export function contentType(path: string): string {
  const name = path.endsWith('/') ? 'index.html' : lastSegment(path);
  const extension = name.slice(name.lastIndexOf('.') + 1);
  const type = namedTypes.get(name) ?? textTypes.get(extension);
  return type === undefined ? (binaryTypes.get(extension) ?? otherType) : `${type}; charset=utf-8`;
}

/** Returns all headers of the response to a path of the site, which is without the base path. */
export function headersFor(path: string): readonly Header[] {
  return [
    ...siteHeaders,
    ['Content-Type', contentType(path)],
    path.startsWith(assetsPath) ? assetCaching : pageCaching,
    ...(path.startsWith(apiRoot) ? [apiHeader] : []),
  ];
}

/** Denies what no page needs; the clipboard stays allowed, for the share menu. */
function permissions(): string {
  const none = [
    'accelerometer',
    'autoplay',
    'camera',
    'display-capture',
    'encrypted-media',
    'fullscreen',
    'geolocation',
    'gyroscope',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
    'publickey-credentials-get',
    'screen-wake-lock',
    'usb',
    'xr-spatial-tracking',
  ];
  return none.map((feature) => `${feature}=()`).join(', ');
}
