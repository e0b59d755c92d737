/** Every page that is made from the model. */
import type { Atlas } from '../catalog/model.ts';
import {
  catalogPath,
  changesPath,
  entryPath,
  homePath,
  problemPath,
  problemsPath,
  providerPath,
} from '../catalog/paths.ts';
import type { ChangeSet } from '../catalog/published/changes.ts';
import { type Locale, locales } from '../locales.ts';
import { catalogDocument } from './catalog.ts';
import { changesDocument } from './changes.ts';
import { entryDocument } from './entry.ts';
import type { Document } from './nodes.ts';
import { problemDocument, problemsDocument } from './problem.ts';
import { hasPage, providerDocument } from './provider.ts';

/** A page's address, and a function that makes its document: all documents at once would fill the memory. */
export interface DocumentMaker {
  readonly path: string;
  /** The catalog that it is a page of. */
  readonly catalog?: string;
  /** The code of the entry that it is the page of. */
  readonly code?: string;
  readonly make: () => Document;
}

/** What documents are made from. */
export interface Published {
  readonly atlas: Atlas;
  /** Newest first. */
  readonly changes: readonly ChangeSet[];
}

/** Yields all documents of a language: catalogs, each with its entries, then problems, then the lists. */
export function* documentMakers({ atlas, changes }: Published, locale: Locale): Iterable<DocumentMaker> {
  for (const catalog of atlas.catalogs) {
    const { id } = catalog;
    yield { path: catalogPath(locale, id), catalog: id, make: () => catalogDocument(catalog, locale) };
    for (const entry of catalog.entries) {
      const { code } = entry;
      yield { path: entryPath(locale, id, code), catalog: id, code, make: () => entryDocument(entry, locale) };
    }
  }
  for (const provider of atlas.providers.filter(hasPage)) {
    yield { path: providerPath(locale, provider.id), make: () => providerDocument(provider, locale) };
  }
  for (const problem of atlas.problems) {
    yield { path: problemPath(locale, problem.id), make: () => problemDocument(problem, locale) };
  }
  yield { path: problemsPath(locale), make: () => problemsDocument(atlas, locale) };
  yield { path: changesPath(locale), make: () => changesDocument(changes, locale) };
}

/** Returns the document at an address; `undefined` if no page there is made from the model. */
export function documentAt(published: Published, path: string): Document | undefined {
  for (const locale of locales) {
    if (!path.startsWith(homePath(locale))) continue;
    for (const maker of documentMakers(published, locale)) if (maker.path === path) return maker.make();
  }
  return undefined;
}
