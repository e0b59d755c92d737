/**
 * Reads what the entries of a catalog can be found by: titles, messages, symbols, problems and causes, in all
 * languages.
 */
import type { Catalog, Entry } from '../../catalog/model.ts';
import { locales } from '../../locales.ts';
import { fieldBits, headMark, wholeMark } from '../../search/data.ts';
import { hashHead, headOf, messageRuns } from '../../search/messages.ts';
import { eachWordKey, isHan, squash, stem, tokenise, wordKeys } from '../../search/text.ts';
import type { Token } from '../../search/types.ts';
import { folded, fullTable } from './folding.ts';
import { pairsRemembered } from './pairs.ts';
import { ideasIn, known, tokensOf } from './phrases.ts';
import { PostingLists, posting } from './postings.ts';

/** The entries that something leads to, as in `Postings`, with positions in their catalog. */
export type Found<By> = readonly [by: By, postings: readonly number[]];

/** What the entries of one catalog can be found by; JSON. */
export interface CatalogTerms {
  /** Number of entries. */
  readonly entries: number;
  /** By key. */
  readonly keys: readonly Found<string>[];
  /** By idea, a number in `known`: its keys lead to these entries, too. */
  readonly ideas: readonly Found<number>[];
  /** By a text that belongs to many entries, such as a problem's: its keys lead to these entries, too. */
  readonly shared: readonly Found<string>[];
  /** Words that a query may misspell by a letter. */
  readonly vocabulary: readonly string[];
  /** Hashes of the heads of messages. */
  readonly heads: readonly number[];
}

const longestKey = 40;
/** Names that a text leaves as they are: Order Placing, View Account Details. */
const properName = /(?<![\p{L}\p{N}])[A-Z][a-z]+(?: [A-Z][a-z]+)+(?![\p{L}\p{N}])/gu;
/** K-line is also written kline. */
const joinedLetter = /(?<![\p{L}\p{N}])([a-z])-([a-z]{2,})/gu;

/** Collects what every entry can be found by; the same catalog gives the same terms. */
export function termsOf({ entries }: Catalog): CatalogTerms {
  const reader = new TermsReader();
  for (const entry of entries) reader.entry(entry);
  return reader.finish();
}

/** Returns the keys of a text that belongs to many entries. */
export const keysOfShared: (text: string) => readonly string[] = (text) => keysOf(indexTokens(text));

class TermsReader {
  readonly #lists = new PostingLists();
  readonly #ofKey = new Map<string, number>();
  readonly #ofIdea = new Map<number, number>();
  readonly #shared = new Map<string, SharedText>();
  readonly #ofWord = remembered((word: string) => {
    const key = stem(word);
    return key.length > longestKey ? undefined : this.#listOf(this.#ofKey, key);
  });
  readonly #ofPair = pairsRemembered((first, second) => this.#listOf(this.#ofKey, first + second));
  readonly #vocabulary = new Set<string>();
  readonly #heads = new Set<number>();
  /** The position of the current entry. */
  #position = 0;

  /** Adds an entry. Entries come in the order of the catalog. */
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

  finish(): CatalogTerms {
    const postings = this.#lists.finish();
    const found = <By>(lists: Iterable<readonly [By, number]>): Found<By>[] =>
      Array.from(lists, ([by, list]) => [by, Array.from(postings[list] ?? [])] as const);
    return {
      entries: this.#position,
      keys: found(this.#ofKey),
      ideas: found(this.#ofIdea),
      shared: found(Array.from(this.#shared, ([text, { list }]) => [text, list] as const)),
      vocabulary: [...this.#vocabulary],
      heads: [...this.#heads],
    };
  }

  #listOf<By>(lists: Map<By, number>, by: By): number {
    const there = lists.get(by);
    if (there !== undefined) return there;
    const list = this.#lists.newList();
    lists.set(by, list);
    return list;
  }

  #add(list: number | undefined, bits: number): void {
    if (list !== undefined) this.#lists.add(list, posting(this.#position, bits));
  }

  /** Reads a text of the entry itself. */
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
    for (const { text: character } of tokens) {
      if (isHan(character)) this.#add(this.#listOf(this.#ofKey, character), bits);
    }
  }

  #sharedText(text: string, bits: number): void {
    const shared = this.#shared.get(text) ?? readShared(text, this.#lists.newList());
    this.#shared.set(text, shared);
    this.#add(shared.list, bits);
    if (bits !== fieldBits.cause) this.#names(shared.keys, shared.ideas, bits);
  }

  /** Notes what a text names; causes mention too much to name anything. */
  #names(keys: readonly string[], ideas: ReadonlySet<number>, bits: number): void {
    for (const key of keys) if (isVocabulary(key)) this.#vocabulary.add(key);
    // Synonyms count as if they were in a lesser field.
    const less = bits >= fieldBits.title ? fieldBits.problem : fieldBits.cause;
    for (const idea of ideas) this.#add(this.#listOf(this.#ofIdea, idea), less);
  }

  /** Reads the words of a provider's name for something, and two adjacent ones also as one, which a query finds. */
  #properNames(text: string, bits: number): void {
    for (const [name] of text.matchAll(properName)) {
      const words = name.toLowerCase().split(' ');
      for (const [i, word] of words.slice(1).entries()) this.#add(this.#ofWord(`${words[i]}${word}`), bits);
      for (const word of words) this.#add(this.#ofWord(word), bits);
    }
  }

  #whole(text: string, bits: number): void {
    const tokens = tokensOf(text);
    if (tokens.length > 0) this.#add(this.#listOf(this.#ofKey, wholeMark + squash(tokens)), bits);
  }

  #head(literal: string): void {
    const head = headOf(messageRuns(literal, fullTable));
    if (head.length === 0) return;
    this.#add(this.#listOf(this.#ofKey, headMark + head.join(' ')), fieldBits.message);
    this.#heads.add(hashHead(head));
  }
}

/** Whether a key is a word of letters, which a query may misspell by a letter. */
const isVocabulary = (key: string): boolean => key.length > 2 && /^\p{L}+$/u.test(key) && !isHan(key);

/** A text that belongs to many entries. */
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
