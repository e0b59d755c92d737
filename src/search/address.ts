/** Works out what a broken address meant: other spellings of languages, catalogs and codes. */
import {
  aboutPath,
  apiPagePath,
  catalogPath,
  changesPath,
  codeSegment,
  entryPath,
  findPath,
  homePath,
  permanentPath,
  problemPath,
  problemsPath,
} from '../catalog/paths.ts';
import { isNear } from '../edit-distance.ts';
import { isLocale, type Locale } from '../locales.ts';
import { catalogNames } from './catalog-names.ts';
import { fold, normalise, tokenise } from './text.ts';
import type { Manifest } from './types.ts';
import { tableOf } from './understand.ts';

export type Address =
  /** The page has another address: redirect there. */
  | { readonly kind: 'moved'; readonly path: string }
  /** The name fits several catalogs. */
  | { readonly kind: 'choose'; readonly paths: readonly { readonly catalog: string; readonly path: string }[] }
  /** The address is well-formed, but the catalog has no such code; `query` asks the finder for similar ones. */
  | { readonly kind: 'no-code'; readonly catalog: string; readonly code: string; readonly query: string }
  /** Nothing is known except words that the finder may know; `query` is empty if there are none. */
  | { readonly kind: 'unknown'; readonly query: string };

/**
 * Works out what an address meant.
 * @param path without the base path, as the browser has it: encoded, with or without a trailing slash
 */
export function understandAddress(path: string, manifest: Manifest): Address {
  const decoded = decode(path.split(/[?#]/, 1)[0] ?? '');
  // A path that cannot be decoded contains no words either.
  if (decoded === undefined) return unknown([]);
  const segments = decoded
    .map((segment) => normalise(segment).trim())
    .filter((segment) => segment !== '' && !/^index(?:\.html?)?$/i.test(segment))
    .map((segment) => segment.replace(/\.html?$/i, ''));
  const locale = localeOf(segments[0] ?? '');
  const rest = locale ? segments.slice(1) : segments;
  const moved = (to: string): Address => (encoded(to) === path ? unknown(rest) : { kind: 'moved', path: encoded(to) });
  const [first = '', second] = rest;
  if (rest.length === 0) return locale ? moved(homePath(locale)) : unknown([]);
  const page = fixedPage(rest, locale ?? manifest.locale);
  if (page !== undefined) return moved(page);
  const { ids, code } = catalogAndCode(first, second, manifest);
  const paths = ids.map((id) => ({ catalog: id, path: encoded(target(locale, id, code, manifest)) }));
  const [only] = paths;
  if (!only || rest.length > 2) return unknown(rest);
  if (paths.length > 1) return { kind: 'choose', paths };
  if (only.path !== path) return { kind: 'moved', path: only.path };
  return code === undefined
    ? unknown(rest)
    : { kind: 'no-code', catalog: only.catalog, code, query: `${only.catalog} ${code}` };
}

const unknown = (segments: readonly string[]): Address => ({
  kind: 'unknown',
  query: segments
    .join(' ')
    .replace(/-(?=\D)/g, ' ')
    .slice(0, 200),
});

/**
 * Encodes a path as the browser reports it after going there: if it still differed then, the redirects would never end.
 */
const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

function decode(path: string): string[] | undefined {
  try {
    return path.split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

const spellings: readonly (readonly [RegExp, Locale])[] = [
  [/^(?:zh-(?:hant|tw|hk|mo)(?:-.*)?|tw|hk|tc)$/, 'zh-tw'],
  [/^(?:zh(?:-.*)?|cn|sc)$/, 'zh-cn'],
  [/^en(?:-.*|glish)?$/, 'en'],
];

/** Returns the locale that a spelling of a language tag means. */
export function localeOf(segment: string): Locale | undefined {
  const tag = segment.toLowerCase().replaceAll('_', '-');
  return isLocale(tag) ? tag : spellings.find(([pattern]) => pattern.test(tag))?.[1];
}

/** Returns the path of a page that does not belong to a catalog. */
function fixedPage([first = '', second]: readonly string[], locale: Locale): string | undefined {
  const page = first.toLowerCase();
  if (/^problems?$/.test(page)) {
    return second === undefined ? problemsPath(locale) : problemPath(locale, second.toLowerCase().replaceAll('_', '-'));
  }
  if (second !== undefined) return undefined;
  const pages: Readonly<Record<string, string>> = {
    find: findPath(locale),
    search: findPath(locale),
    about: aboutPath(locale),
    changes: changesPath(locale),
    api: apiPagePath(locale),
  };
  return Object.hasOwn(pages, page) ? pages[page] : undefined;
}

function target(locale: Locale | undefined, id: string, code: string | undefined, manifest: Manifest): string {
  if (code === undefined) return catalogPath(locale ?? manifest.locale, id);
  return locale ? entryPath(locale, id, code) : permanentPath(id, code);
}

/** Reads `mexc` and `1002`, or both from one segment: `mexc-1002`. */
function catalogAndCode(
  first: string,
  second: string | undefined,
  manifest: Manifest,
): { ids: readonly string[]; code: string | undefined } {
  const code = second === undefined ? undefined : codeOf(second);
  const ids = catalogsOf(first, manifest);
  if (ids.length > 0 || code !== undefined) return { ids, code };
  const [, name, number] = /^(.{1,60}?)[-_ ]?(\d{1,12})$/.exec(first) ?? [];
  return name === undefined ? { ids: [], code: undefined } : { ids: catalogsOf(name, manifest), code: number };
}

/** Reads a code as it may be written in an address: `#1002`, `error-1002`, `AMBIGUOUS SYMBOL`. */
function codeOf(segment: string): string {
  const number = /^(?:#|(?:err|error|code)[-_ ]?)?(-?\d+)$/i.exec(segment)?.[1];
  return number ?? codeSegment(segment.replace(/\s+/g, '_'));
}

function catalogsOf(segment: string, manifest: Manifest): readonly string[] {
  const exact = manifest.catalogs.find(({ id }) => id === segment.toLowerCase());
  if (exact) return [exact.id];
  const words = tokenise(fold(segment, tableOf(manifest))).map(({ text }) => text);
  const all = [...catalogNames(manifest).values()].flat();
  const key = words.join('');
  const same = all.filter((name) => name.words.join('') === key);
  const found = same.length > 0 || key.length < 4 ? same : all.filter((name) => isNear(name.words.join(''), key, 1));
  return [...new Set(found.flatMap(({ ids }) => ids))];
}
