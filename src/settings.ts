/** The site's settings, in one place. Environment variables override the values here. */
import { hash } from 'node:crypto';
import { join, relative, resolve } from 'node:path';

const env = process.env;

/** The encodings that text can be compressed in at build time. */
export const encodings = ['gzip', 'brotli'] as const;
export type Encoding = (typeof encodings)[number];

/** The folder of the checkout; every command runs there. */
export const root = process.cwd();

/** Where the built site goes. */
const outDir = resolve(root, env['ATLAS_OUT'] ?? 'dist');
/** The folder for what is kept between builds. */
const cacheDir = resolve(root, env['ATLAS_CACHE'] ?? '.cache');

export const settings = {
  /** Origin of the published site, without a path: canonical and permanent links begin with it. */
  site: originOf(env['ATLAS_SITE'] ?? 'https://error-atlas.example'),
  /** Path that the site lives under: `/`, or `/atlas/`. */
  base: basePath(env['ATLAS_BASE'] ?? '/'),
  /** Where a file of the repository is edited, as `https://github.com/owner/name/edit/main/`; no edit links without it. */
  repository: repositoryOf(env['ATLAS_REPOSITORY'] ?? ''),
  /** The content's revision as the API gives it; the commit without it. */
  revision: env['ATLAS_REVISION'] ?? '',
  /** The content to publish. */
  contentDir: resolve(root, env['ATLAS_CONTENT'] ?? 'content'),
  outDir,
  cacheDir,
  /** The folder for what builds into `outDir` leave to each other; the same wherever the checkout is. */
  keptDir: join(cacheDir, 'sites', hash('sha256', relative(root, outDir)).slice(0, 12)),
  /** How text is compressed at build time: `gzip,brotli`, one of them, or `none` for hosts that do it themselves. */
  compress: compressions(env['ATLAS_COMPRESS'] ?? 'gzip,brotli'),
} as const;

/**
 * Checks the origin: addresses are this with a path after it, so anything else in it would end up in all of them.
 * @throws RangeError for anything but the origin of an http or https address
 */
function originOf(site: string): string {
  const url = URL.parse(site);
  if (isWeb(url) && url.origin === site) return site;
  const meant = isWeb(url) ? url.origin : 'https://errors.example.com';
  throw new RangeError(
    `ATLAS_SITE: ${JSON.stringify(site)}, expected the origin of an http or https address, without a path and without a slash at its end, as ${meant}`,
  );
}

function isWeb(url: URL | null): url is URL {
  return url?.protocol === 'https:' || url?.protocol === 'http:';
}

/**
 * Checks the base path: only characters that stand for themselves in an address, in nginx.conf and in `_headers`; no
 * `//`, which would begin the address of another host, and no `.` or `..`, which browsers resolve.
 * @throws RangeError for anything but a path that begins and ends with a slash
 */
function basePath(base: string): string {
  if (/^\/(?:(?!\.{1,2}\/)[A-Za-z0-9._-]+\/)*$/.test(base)) return base;
  throw new RangeError(
    `ATLAS_BASE: ${JSON.stringify(base)}, expected a path that begins and ends with a slash, as / or /atlas/, of letters, digits, dots, hyphens and underscores`,
  );
}

/** @throws RangeError for anything but an empty text, or an http or https address */
function repositoryOf(address: string): string {
  if (address === '' || isWeb(URL.parse(address))) return address;
  throw new RangeError(
    `ATLAS_REPOSITORY: ${JSON.stringify(address)}, expected an http or https address, as https://github.com/owner/name/edit/main/`,
  );
}

/** @throws RangeError for a word that is neither an encoding nor `none` */
function compressions(list: string): Encoding[] {
  return list
    .split(',')
    .filter((word) => word !== 'none')
    .map((word) => {
      const encoding = encodings.find((known) => known === word.trim());
      if (!encoding) throw new RangeError(`ATLAS_COMPRESS: ${JSON.stringify(word)}, expected gzip, brotli or none`);
      return encoding;
    });
}
