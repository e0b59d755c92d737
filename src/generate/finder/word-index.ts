/** Builds the word index: what occurs in titles, messages, symbols, problems and causes, in all languages. */
import type { Atlas, Entry } from '../../catalog/model.ts';
import { locales } from '../../locales.ts';
import { fieldBits, headMark, wholeMark } from '../../search/data.ts';
import { hashHead, headOf, messageRuns } from '../../search/messages.ts';
import { eachWordKey, isHan, squash, stem, tokenise, wordKeys } from '../../search/text.ts';
import type { Token } from '../../search/types.ts';
import { folded, fullTable } from './folding.ts';
import { pairsRemembered } from './pairs.ts';
import { ideasIn, known, tokensOf } from './phrases.ts';
import { best, PostingLists, type Postings, postingsMerger } from './postings.ts';

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
const longestKey = 40;
/** Names that a text leaves as they are: Order Placing, View Account Details. */
const properName = /(?<![\p{L}\p{N}])[A-Z][a-z]+(?: [A-Z][a-z]+)+(?![\p{L}\p{N}])/gu;
/** K-line is also written kline. */
const joinedLetter = /(?<![\p{L}\p{N}])([a-z])-([a-z]{2,})/gu;

/** Collects what every entry can be found by; the same atlas gives the same index. */
export function indexAtlas(atlas: Atlas): Index {
  const builder = new IndexBuilder();
  for (const entry of atlas.catalogs.flatMap(({ entries }) => entries)) builder.entry(entry);
  return builder.finish();
}

class IndexBuilder {
  readonly #lists = new PostingLists();
  /** The list of every key. */
  readonly #ofKey = new Map<string, number>();
  readonly #ofWord = remembered((word: string) => {
    const key = stem(word);
    return key.length > longestKey ? undefined : this.#listOf(key);
  });
  readonly #ofPair = pairsRemembered((first, second) => this.#listOf(first + second));
  /** The list of every idea, and that of every shared text: their keys lead to these entries, too. */
  readonly #ideas = known.keys.map(() => this.#lists.newList());
  readonly #shared = new Map<string, SharedText>();
  readonly #vocabulary = new Set<string>();
  readonly #heads = new Set<number>();
  /** The position of the current entry. */
  #position = 0;

  /** Adds an entry. Entries come in the order of the atlas. */
  entry(entry: Entry): void {
    for (const name of [entry.symbol, /[A-Za-z]/.test(entry.code) ? entry.code : undefined]) {
      if (name !== undefined) this.#own(name, fieldBits.message);
    }
    for (const { slug, messages, text, problem } of entry.meanings) {
      // The words of the atlas's own ids, such as order-duplicate.
      for (const name of [slug, problem.id]) this.#sharedText(name, fieldBits.problem);
      for (const { text: literal, example } of messages) {
        this.#own(literal, fieldBits.message);
        this.#whole(literal, fieldBits.message);
        if (example !== undefined) this.#whole(example, fieldBits.message);
        this.#head(literal);
      }
      for (const locale of locales) {
        const { title, former, causes, fixes } = text[locale];
        this.#own(title, fieldBits.title);
        this.#whole(title, fieldBits.title);
        for (const old of former) {
          this.#own(old.title, fieldBits.title);
          this.#whole(old.title, fieldBits.title);
        }
        this.#sharedText(problem.text[locale].title, fieldBits.problem);
        this.#sharedText(problem.text[locale].summary.plain, fieldBits.cause);
        for (const cause of causes) this.#own(cause.plain, fieldBits.cause);
        for (const { plain } of causes) this.#properNames(plain, fieldBits.title);
        for (const { plain } of fixes) this.#properNames(plain, fieldBits.cause);
      }
    }
    this.#position++;
  }

  finish(): Index {
    const further = Map.groupBy(
      [
        ...[...this.#shared.values()].flatMap(({ keys, list }) => keys.map((key) => ({ key, list }))),
        ...this.#ideas.flatMap((list, idea) => (known.keys[idea] ?? []).map((key) => ({ key, list }))),
      ],
      ({ key }) => key,
    );
    for (const key of further.keys()) this.#listOf(key);
    const postings = this.#lists.finish();
    const merged = postingsMerger(this.#position);
    const keys = new Map<string, Postings>();
    let count = 0;
    for (const [key, own] of this.#ofKey) {
      const most = key.startsWith(wholeMark) || key.startsWith(headMark) ? mostEqual : mostPostings;
      const lists = [own, ...(further.get(key) ?? []).map(({ list }) => list)];
      const kept = best(merged(lists.flatMap((list) => postings[list] ?? [])), most);
      if (kept.length > 0) keys.set(key, kept);
      count += kept.length;
    }
    return { keys, postings: count, vocabulary: [...this.#vocabulary].sort(), heads: distances(this.#heads) };
  }

  #listOf(key: string): number {
    const there = this.#ofKey.get(key);
    if (there !== undefined) return there;
    const list = this.#lists.newList();
    this.#ofKey.set(key, list);
    return list;
  }

  #add(list: number | undefined, bits: number): void {
    if (list !== undefined) this.#lists.add(list, this.#position, bits);
  }

  /** Indexes a text of the entry itself. */
  #own(text: string, bits: number): void {
    const tokens = indexTokens(text);
    eachWordKey(
      tokens,
      (word) => this.#add(this.#ofWord(word), bits),
      (first, second) => this.#add(this.#ofPair(first, second), bits),
    );
    if (bits === fieldBits.cause) return;
    this.#names(keysOf(tokens), ideasIn(tokens, known), bits);
    // A title or a message can also be found by a single character.
    for (const { text: character } of tokens) if (isHan(character)) this.#add(this.#listOf(character), bits);
  }

  #sharedText(text: string, bits: number): void {
    const shared = this.#shared.get(text) ?? readShared(text, this.#lists.newList());
    this.#shared.set(text, shared);
    this.#add(shared.list, bits);
    if (bits !== fieldBits.cause) this.#names(shared.keys, shared.ideas, bits);
  }

  /** Indexes what a text names; causes mention too much to name anything. */
  #names(keys: readonly string[], ideas: ReadonlySet<number>, bits: number): void {
    for (const key of keys) if (isVocabulary(key)) this.#vocabulary.add(key);
    // Synonyms count as if they were in a lesser field.
    const less = bits >= fieldBits.title ? fieldBits.problem : fieldBits.cause;
    for (const idea of ideas) this.#add(this.#ideas[idea], less);
  }

  /** Indexes the words of a provider's name for something, and two adjacent ones also as one, which a query finds. */
  #properNames(text: string, bits: number): void {
    for (const [name] of text.matchAll(properName)) {
      const words = name.toLowerCase().split(' ');
      for (const [i, word] of words.slice(1).entries()) this.#add(this.#ofWord(`${words[i]}${word}`), bits);
      for (const word of words) this.#add(this.#ofWord(word), bits);
    }
  }

  #whole(text: string, bits: number): void {
    const tokens = tokensOf(text);
    if (tokens.length > 0) this.#add(this.#listOf(wholeMark + squash(tokens)), bits);
  }

  #head(literal: string): void {
    const head = headOf(messageRuns(literal, fullTable));
    if (head.length === 0) return;
    this.#add(this.#listOf(headMark + head.join(' ')), fieldBits.message);
    this.#heads.add(hashHead(head));
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

/** Whether a key is a word of letters, which a query may misspell by a letter. */
const isVocabulary = (key: string): boolean => key.length > 2 && /^\p{L}+$/u.test(key) && !isHan(key);

/** A text that belongs to many entries, such as a problem's. */
interface SharedText {
  readonly keys: readonly string[];
  readonly ideas: ReadonlySet<number>;
  /** The number of the list of entries that it belongs to. */
  readonly list: number;
}

function indexTokens(text: string): Token[] {
  const plain = folded(text);
  const joined = [...plain.matchAll(joinedLetter)].map(([, letter, word]) => ` ${letter}${word}`);
  return tokenise(plain + joined.join(''));
}

const keysOf = (tokens: readonly Token[]): string[] => wordKeys(tokens).filter((key) => key.length <= longestKey);

function readShared(text: string, list: number): SharedText {
  const tokens = indexTokens(text);
  return { keys: keysOf(tokens), ideas: ideasIn(tokens, known), list };
}

function remembered<T>(make: (word: string) => T): (word: string) => T {
  const made = new Map<string, T>();
  return (word) => {
    const there = made.get(word);
    if (there !== undefined || made.has(word)) return there as T;
    const value = make(word);
    made.set(word, value);
    return value;
  };
}
