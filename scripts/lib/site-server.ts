/**
 * Serves a built site as its hosts do: with all its headers, its own page for missing addresses, and redirects for
 * addresses without a trailing slash.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { contentType, headersFor } from '../../src/hosting/headers.ts';

/** Files for the hosts only. */
const hostFiles = /^\/_(?:headers|redirects)$/;

/**
 * @param folder the built site
 * @param base the path it was built for, with a slash at both ends
 */
export function siteServer(folder: string, base: string): Server {
  const root = base.replace(/\/$/, '');
  const serve = sirv(folder, { dev: true, etag: true, gzip: true, dotfiles: false });
  return createServer((request, response) => {
    const url = request.url ?? '/';
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' });
      return response.end();
    }
    const [path = '/'] = url.slice(root.length).split(/[?#]/, 1);
    for (const [name, value] of headersFor(path)) response.setHeader(name, value);
    const notFound = () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(readFileSync(join(folder, '404.html')));
    };
    if ((url !== root && !url.startsWith(`${root}/`)) || hostFiles.test(path)) return notFound();
    const place = pageWithoutSlash(folder, path);
    if (place !== undefined) {
      response.writeHead(301, {
        'content-type': contentType('/'),
        location: `${root}${place}${url.slice(root.length + path.length)}`,
      });
      return response.end();
    }
    request.url = url.slice(root.length);
    serve(request, response, notFound);
  });
}

/** Returns the address of the page that a path without its last slash refers to; undefined if there is none. */
function pageWithoutSlash(folder: string, path: string): string | undefined {
  if (path.endsWith('/') || !existsSync(join(folder, path, 'index.html'))) return undefined;
  // Two slashes at the beginning would name another host.
  return `${path.replace(/^\/*/, '/')}/`;
}
