/** The nginx configuration: a complete one, so that it needs nothing that a distribution ships with nginx. */
import { apiRoot, notFoundPath, withBase } from '../catalog/paths.ts';
import type { RedirectsFile } from '../catalog/schema/files.ts';
import {
  apiHeader,
  assetCaching,
  assetsPath,
  binaryTypes,
  namedTypes,
  otherType,
  pageCaching,
  siteHeaders,
  textTypes,
} from './headers.ts';

export interface NginxOptions {
  /** Base path, with a slash at both ends. */
  readonly base: string;
  /** Folder at which the server's addresses begin: with the base path `/atlas/` the built site is in its `atlas/`. */
  readonly root: string;
  /** What `listen` takes: a port, or an address with one. */
  readonly listen: readonly string[];
  /** The user that workers run as; left out if nginx is not started by root. */
  readonly user: string | undefined;
  readonly pid: string;
  readonly errorLog: string;
  readonly accessLog: string;
  /** Folder for bodies of requests that do not fit into memory; if left out, the one that nginx was built with. */
  readonly temporary?: string;
  readonly redirects: RedirectsFile;
}

/** The options for deploy/nginx.conf. */
export const nginxDefaults: Omit<NginxOptions, 'redirects'> = {
  base: '/',
  root: '/var/www/error-atlas',
  listen: ['80', '[::]:80'],
  user: 'www-data',
  pid: '/run/nginx.pid',
  errorLog: '/var/log/nginx/error.log',
  accessLog: '/var/log/nginx/access.log',
};

/** @throws RangeError for a path that could not be written into the configuration safely */
export function nginxConfig(options: NginxOptions): string {
  const { base, root, listen, user, pid, errorLog, accessLog, temporary, redirects } = options;
  for (const path of [root, pid, errorLog, accessLog, base, temporary ?? '/']) {
    if (!/^[\w./@+:-]+$/.test(path)) throw new RangeError(`${JSON.stringify(path)} cannot stand in nginx.conf`);
  }
  const at = (path: string): string => withBase(base, path);
  const lines: string[] = [
    '# Made by `npm run nginx` from src/hosting/headers.ts; a test keeps the two equal. docs/deployment.md explains how to use it.',
    ...(user === undefined ? [] : [`user ${user};`]),
    'worker_processes auto;',
    `pid ${pid};`,
    `error_log ${errorLog} warn;`,
    '',
    'events {',
    '  worker_connections 1024;',
    '}',
    '',
    'http {',
    ...indent([
      'types {',
      ...indent([...textTypes, ...binaryTypes].map(([extension, type]) => `${type} ${extension};`)),
      '}',
      `default_type ${otherType};`,
      'charset utf-8;',
      `charset_types ${[...new Set([...textTypes.values(), ...namedTypes.values()])].filter((type) => type !== 'text/html').join(' ')};`,
      '',
      'sendfile on;',
      'tcp_nopush on;',
      'server_tokens off;',
      'log_not_found off;',
      'client_max_body_size 1k;',
      ...(temporary === undefined
        ? []
        : ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${temporary};`)),
      '',
      '# Addresses may hold what a reader searched for: queries are not logged.',
      `log_format error_atlas '$remote_addr [$time_local] "$request_method $uri $server_protocol" $status $body_bytes_sent';`,
      `access_log ${accessLog} error_atlas;`,
      '',
      '# Every text file of a size that matters has a .gz beside it, made by the build; those that browsers load, a .br too.',
      'gzip_static on;',
      'gzip_vary on;',
      '# With Debian’s libnginx-mod-http-brotli-static, load the module at the top of this file and add:',
      '# brotli_static on;',
      '',
      'map $uri $atlas_caching {',
      ...indent([
        `default ${quoted(pageCaching[1])};`,
        `${quoted(`~^${literal(at(assetsPath))}`)} ${quoted(assetCaching[1])};`,
      ]),
      '}',
      'map $uri $atlas_origins {',
      ...indent(['default "";', `${quoted(`~^${literal(at(apiRoot))}`)} ${quoted(apiHeader[1])};`]),
      '}',
      '# Addresses that moved (content/redirects.yaml).',
      'map $uri $atlas_moved {',
      ...indent(['default "";', ...redirects.map(({ from, to }) => `${quoted(at(from))} ${quoted(at(to))};`)]),
      '}',
      '',
      'server {',
      ...indent([
        ...listen.map((address) => `listen ${address};`),
        'server_name _;',
        `root ${root};`,
        'index index.html;',
        '# Redirects name the path alone, so that they hold behind any proxy, port and scheme.',
        'absolute_redirect off;',
        '# A folder without a page is no page.',
        `error_page 403 404 =404 ${at(notFoundPath)};`,
        '',
        '# All of them stand here: one add_header in a location would put these aside.',
        ...siteHeaders.map(([name, value]) => `add_header ${name} ${quoted(value)} always;`),
        `add_header ${pageCaching[0]} $atlas_caching always;`,
        `add_header ${apiHeader[0]} $atlas_origins always;`,
        '',
        'if ($atlas_moved) {',
        '  return 301 $atlas_moved$is_args$args;',
        '}',
        '',
        ...(base === '/' ? [] : baseLocations(base)),
        ...[...namedTypes].flatMap(([name, type]) => [
          `location ~ ^${literal(base)}(?:.*/)?${literal(name)}$ {`,
          '  types {}',
          `  default_type ${type};`,
          '}',
        ]),
        '# Files for other hosts, and names that begin with a dot.',
        `location ~ (?:^${literal(base)}_(?:headers|redirects)$|/\\.(?!well-known/)) {`,
        '  return 404;',
        '}',
      ]),
      '}',
    ]),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

/** Makes the locations for a base path: it ends with a slash, and nothing else in the server's root is the site's. */
const baseLocations = (base: string): string[] => [
  `location = ${base.replace(/\/$/, '')} {`,
  `  return 301 ${base}$is_args$args;`,
  '}',
  `location ${base} {}`,
  'location / {',
  '  return 404;',
  '}',
];

const indent = (lines: readonly string[]): string[] => lines.map((line) => (line === '' ? line : `  ${line}`));

/** Quotes a string for nginx's configuration. The dollar sign has no escape there, so it may only come at the end. */
function quoted(text: string): string {
  if (/[$\n]/.test(text.replace(/\$$/, ''))) throw new RangeError(`${JSON.stringify(text)} cannot stand in nginx.conf`);
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
