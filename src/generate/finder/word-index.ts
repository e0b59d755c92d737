/** Builds the word index of all catalogs from what the entries of each can be found by. */
import type { Atlas } from '../../catalog/model.ts';
import { headMark, wholeMark } from '../../search/data.ts';
import type { EarlierFiles } from '../generated-file.ts';
import { known } from './phrases.ts';
import { best, moved, PostingLists, type Postings, postingsMerger } from './postings.ts';
import { type CatalogTerms, type Found, keysOfShared, termsOf } from './terms.ts';

export interface Index {
  readonly keys: ReadonlyMap<string, Postings>;
  /** The total number of postings. */
  readonly postings: number;
  readonly vocabulary: readonly string[];
  /** Sorted hashes of all heads, each as its distance from the previous one. */
  readonly heads: string;
}

/** Maximum number of postings of a key: a word in more entries says little, so only the best are kept. */
const mostPostings = 256;
const mostEqual = 512;

/** Returns the index; the same atlas gives the same. */
export function indexAtlas({ catalogs }: Atlas, earlier?: EarlierFiles): Index {
  const lists = new ListsOfAll();
  for (const catalog of catalogs) {
    const make = (): CatalogTerms => termsOf(catalog);
    lists.add(earlier?.valueOf('terms', catalog.id, make) ?? make());
  }
  return lists.finish();
}

/** The lists of all catalogs, put together. */
class ListsOfAll {
  readonly #lists = new PostingLists();
  readonly #ofKey = new Map<string, number>();
  readonly #ofIdea = new Map<number, number>();
  readonly #ofShared = new Map<string, number>();
  readonly #vocabulary = new Set<string>();
  readonly #heads = new Set<number>();
  /** Number of entries so far. */
  #entries = 0;

  /** Adds a catalog. Catalogs come in the order of the atlas. */
  add({ entries, keys, ideas, shared, vocabulary, heads }: CatalogTerms): void {
    this.#addTo(this.#ofKey, keys);
    this.#addTo(this.#ofIdea, ideas);
    this.#addTo(this.#ofShared, shared);
    for (const word of vocabulary) this.#vocabulary.add(word);
    for (const head of heads) this.#heads.add(head);
    this.#entries += entries;
  }

  #addTo<By>(lists: Map<By, number>, found: readonly Found<By>[]): void {
    for (const [by, postings] of found) {
      const known = lists.get(by);
      const list = known ?? this.#lists.newList();
      if (known === undefined) lists.set(by, list);
      for (const posting of postings) this.#lists.add(list, moved(posting, this.#entries));
    }
  }

  finish(): Index {
    const further = Map.groupBy(
      [
        ...[...this.#ofShared].flatMap(([text, list]) => keysOfShared(text).map((key) => ({ key, list }))),
        ...[...this.#ofIdea].flatMap(([idea, list]) => (known.keys[idea] ?? []).map((key) => ({ key, list }))),
      ],
      ({ key }) => key,
    );
    const postings = this.#lists.finish();
    const merged = postingsMerger(this.#entries);
    const keys = new Map<string, Postings>();
    let count = 0;
    for (const key of new Set([...this.#ofKey.keys(), ...further.keys()])) {
      const most = key.startsWith(wholeMark) || key.startsWith(headMark) ? mostEqual : mostPostings;
      const lists = [this.#ofKey.get(key), ...(further.get(key) ?? []).map(({ list }) => list)];
      const kept = best(merged(lists.flatMap((list) => (list === undefined ? [] : (postings[list] ?? [])))), most);
      if (kept.length > 0) keys.set(key, kept);
      count += kept.length;
    }
    return { keys, postings: count, vocabulary: [...this.#vocabulary].sort(), heads: distances(this.#heads) };
  }
}

function distances(values: Iterable<number>): string {
  let before = 0;
  return [...values]
    .sort((a, b) => a - b)
    .map((value) => {
      const step = (value - before).toString(36);
      before = value;
      return step;
    })
    .join(' ');
}
