/** What a component gets from the page: its subject, and the attributes of its directive. */
import type { Catalog, Entry, Limit, Meaning } from '../catalog/model.ts';
import type { PageSubject } from './subject.ts';

export interface PartProps {
  readonly subject: PageSubject;
  /** The slug of a meaning. */
  readonly meaning?: string;
  /** The id of a table of limits. */
  readonly limit?: string;
}

/** @throws TypeError for a part on a page of another kind, which is a bug in the document */
export function entryOf({ subject }: PartProps): Entry {
  if (subject.kind !== 'entry') throw new TypeError(`a part of an entry's page on a page of kind ${subject.kind}`);
  return subject.entry;
}

/** @throws TypeError for a part on a page of another kind, which is a bug in the document */
export function catalogOf({ subject }: PartProps): Catalog {
  if (subject.kind !== 'catalog') throw new TypeError(`a part of a catalog's page on a page of kind ${subject.kind}`);
  return subject.catalog;
}

/** @throws TypeError for a slug that the entry does not have */
export function meaningOf(props: PartProps): Meaning {
  const meaning = entryOf(props).meanings.find(({ slug }) => slug === props.meaning);
  if (!meaning) throw new TypeError(`a part for the meaning ${props.meaning}, which the entry does not have`);
  return meaning;
}

/** @throws TypeError for a table that the catalog does not have */
export function limitOf(props: PartProps): Limit {
  const limit = catalogOf(props).limits.find(({ id }) => id === props.limit);
  if (!limit) throw new TypeError(`a part for the limits ${props.limit}, which the catalog does not have`);
  return limit;
}
