/** Handles lists of the entries that a key of the finder leads to: collects, merges, trims and packs them. */
import type { Entry } from '../../catalog/model.ts';
import { postingBase } from '../../search/data.ts';

/**
 * A key's entries in the order of the atlas: each is its position there times `postingBase`, plus the bits of the
 * fields that the key was found in.
 */
export type Postings = Int32Array;

const postingBits = Math.log2(postingBase);
const fieldsMask = postingBase - 1;

/** Returns the posting of an entry at a position, found in some fields. */
export const posting = (position: number, bits: number): number => (position << postingBits) | bits;
/** Returns the posting of the same fields with `before` more entries before it. */
export const moved = (posting: number, before: number): number => posting + before * postingBase;
const positionOf = (posting: number): number => posting >> postingBits;

/**
 * Collects many lists at once. There are millions of postings for hundreds of thousands of lists: a single log of all,
 * sorted into lists at the end, takes a fraction of the time of arrays that each grow on their own.
 */
export class PostingLists {
  /** The number of each posting's list. */
  #lists = new Int32Array(1 << 16);
  #postings = new Int32Array(1 << 16);
  #length = 0;
  #count = 0;

  /** Returns the number of a new, empty list. */
  newList(): number {
    return this.#count++;
  }

  /** Adds an entry to a list, or fields to its last one. Entries come in order. */
  add(list: number, posting: number): void {
    if (this.#length === this.#lists.length) {
      this.#lists = grown(this.#lists);
      this.#postings = grown(this.#postings);
    }
    this.#lists[this.#length] = list;
    this.#postings[this.#length++] = posting;
  }

  /** Returns all lists, by number. */
  finish(): readonly Postings[] {
    const all = new Int32Array(this.#length);
    const ofLists = this.#lists.subarray(0, this.#length);
    const starts = new Int32Array(this.#count + 1);
    for (const list of ofLists) starts[list + 1] = (starts[list + 1] ?? 0) + 1;
    for (let list = 0; list < this.#count; list++) starts[list + 1] = (starts[list] ?? 0) + (starts[list + 1] ?? 0);
    const ends = starts.slice();
    for (let i = 0; i < this.#length; i++) {
      const list = this.#lists[i] ?? 0;
      const each = this.#postings[i] ?? 0;
      const end = ends[list] ?? 0;
      const last = all[end - 1] ?? 0;
      if (end > (starts[list] ?? 0) && positionOf(last) === positionOf(each)) all[end - 1] = last | each;
      else {
        all[end] = each;
        ends[list] = end + 1;
      }
    }
    return Array.from({ length: this.#count }, (_, list) => all.subarray(starts[list], ends[list]));
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(array.length * 2);
  longer.set(array);
  return longer;
}

/**
 * Returns a function that merges lists for the same key: an entry has the fields of all of them.
 * @param entries number of entries in the atlas
 */
export function postingsMerger(entries: number): (lists: readonly Postings[]) => Postings {
  const fields = new Uint8Array(entries);
  return (lists) => {
    const [first, second] = lists;
    if (first && !second) return first;
    let count = 0;
    for (const list of lists) {
      for (const each of list) {
        const position = positionOf(each);
        const before = fields[position] ?? 0;
        if (before === 0) count++;
        fields[position] = before | (each & fieldsMask);
      }
    }
    const merged = new Int32Array(count);
    for (let position = 0, at = 0; at < count; position++) {
      const bits = fields[position] ?? 0;
      if (bits === 0) continue;
      merged[at++] = posting(position, bits);
      fields[position] = 0;
    }
    return merged;
  };
}

/**
 * Returns the postings with the best fields, in the order of the atlas. Of those with the last fields that fit only in
 * part, returns the first.
 */
export function best(postings: Postings, most: number): Postings {
  if (postings.length <= most) return postings;
  const room = new Int32Array(postingBase);
  for (const each of postings) room[each & fieldsMask] = (room[each & fieldsMask] ?? 0) + 1;
  let left = most;
  for (let bits = fieldsMask; bits >= 0; bits--) {
    room[bits] = Math.min(room[bits] ?? 0, left);
    left -= room[bits] ?? 0;
  }
  return postings.filter((each) => {
    const bits = each & fieldsMask;
    const place = room[bits] ?? 0;
    room[bits] = Math.max(0, place - 1);
    return place > 0;
  });
}

/**
 * Makes files of the index, one by one.
 * @param entries entries of the whole atlas, in its order
 * @returns a function that takes the keys of a file and returns its text: the JSON of a `WordShard`
 */
export function postingsPacker(entries: readonly Entry[]): (keys: readonly (readonly [string, Postings])[]) => string {
  const catalogs = entries.map(({ catalog }) => JSON.stringify(catalog.id));
  const codes = entries.map(({ code }) => JSON.stringify(code));
  // By position in the atlas: first whether an entry occurs, then its index among those that do.
  const places = new Int32Array(entries.length);
  return (keys) => {
    places.fill(0);
    for (const [, postings] of keys) for (const each of postings) places[positionOf(each)] = 1;
    let occurring = 0;
    let last: string | undefined;
    let lists = '';
    for (let position = 0; position < places.length; position++) {
      if (places[position] === 0) continue;
      places[position] = occurring++;
      const catalog = catalogs[position] ?? '';
      if (catalog === last) lists += `,${codes[position]}`;
      else lists += `${last === undefined ? '' : ']],'}[${catalog},[${codes[position]}`;
      last = catalog;
    }
    const packed = (postings: Postings): string => {
      let before = 0;
      let steps = '';
      for (const each of postings) {
        const place = places[positionOf(each)] ?? 0;
        steps += `${steps && ','}${posting(place - before, each & fieldsMask)}`;
        before = place;
      }
      return steps;
    };
    const lines = [...keys]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, postings]) => `${JSON.stringify(key)}:[${packed(postings)}]`);
    return `{"entries":[${lists && `${lists}]]`}],"keys":{${lines.join()}}}`;
  };
}
