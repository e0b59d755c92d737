/**
 * Short links in texts. They name a page without its language, so that a sentence has the same link in every language:
 * `1002` and `1002#slug` name an entry of the same catalog, `/tickdb/1001` one of another, `/tickdb` a catalog,
 * `/problems/rate-limited` a problem. The path of a permanent link, `/tickdb/1001/`, is a short link too.
 */
import type { Locale } from '../../locales.ts';
import { catalogPath, entryPath, problemPath } from '../paths.ts';

export type Reference =
  | { readonly kind: 'entry'; readonly catalog: string; readonly code: string; readonly meaning: string | undefined }
  | { readonly kind: 'catalog'; readonly catalog: string }
  | { readonly kind: 'problem'; readonly problem: string };

const pattern =
  /^(?:\/problems\/(?<problem>[a-z0-9-]+)\/?|(?:\/(?<catalog>[a-z0-9-]+)(?:\/(?<code>[A-Za-z0-9_-]+))?\/?|(?<own>[A-Za-z0-9_-]+))(?:#(?<meaning>[a-z0-9-]+))?)$/;

/**
 * @param catalog the catalog that the text belongs to; undefined for texts of problems
 * @returns what a link's target names, or undefined if it is not a short link
 */
export function parseReference(target: string, catalog: string | undefined): Reference | undefined {
  const found = pattern.exec(target)?.groups;
  if (!found) return undefined;
  if (found['problem'] !== undefined) return { kind: 'problem', problem: found['problem'] };
  const code = found['own'] ?? found['code'];
  const owner = found['own'] === undefined ? found['catalog'] : catalog;
  if (owner === undefined) return undefined;
  if (code !== undefined) return { kind: 'entry', catalog: owner, code, meaning: found['meaning'] };
  return found['meaning'] === undefined ? { kind: 'catalog', catalog: owner } : undefined;
}

/** Returns the address, in one language, of what a reference names. */
export function referencePath(reference: Reference, locale: Locale): string {
  switch (reference.kind) {
    case 'entry': {
      const { catalog, code, meaning } = reference;
      return `${entryPath(locale, catalog, code)}${meaning === undefined ? '' : `#${meaning}`}`;
    }
    case 'catalog':
      return catalogPath(locale, reference.catalog);
    case 'problem':
      return problemPath(locale, reference.problem);
  }
}
