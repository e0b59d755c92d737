/** Finds the ideas of finder-synonyms.ts in a text, and the keys that a query asks for them by. */
import { isHan, stem, tokenise, wordKeys } from '../../search/text.ts';
import type { Token } from '../../search/types.ts';
import { folded } from './folding.ts';
import { synonyms } from './synonyms.ts';

interface Phrase {
  readonly words: readonly string[];
  readonly ideas: readonly number[];
}

export interface Phrases {
  /** By the first word. */
  readonly byWord: ReadonlyMap<string, readonly Phrase[]>;
  /** Of every idea, the keys that its phrases are asked for by. */
  readonly keys: readonly (readonly string[])[];
}

/** The tokens of a content's text, in simplified characters. */
export const tokensOf = (text: string): Token[] => tokenise(folded(text));
const wordsOf = (tokens: readonly Token[]): string[] => tokens.map(({ text }) => (isHan(text) ? text : stem(text)));

/** Prepares ideas for `ideasIn`. */
export function phrasesOf(ideas: readonly (readonly string[])[]): Phrases {
  const byWord = new Map<string, Phrase[]>();
  const known = new Map<string, { words: string[]; ideas: number[] }>();
  ideas.forEach((phrases, idea) => {
    for (const text of phrases) {
      const words = wordsOf(tokensOf(text));
      const key = words.join(' ');
      const phrase = known.get(key) ?? { words, ideas: [] };
      if (!phrase.ideas.includes(idea)) phrase.ideas.push(idea);
      known.set(key, phrase);
    }
  });
  for (const phrase of known.values()) {
    const [first = ''] = phrase.words;
    byWord.set(first, [...(byWord.get(first) ?? []), phrase]);
  }
  const keys = ideas.map((phrases) => [...new Set(phrases.flatMap((text) => keysOf(tokensOf(text), known)))]);
  return { byWord, keys };
}

/**
 * The keys of a phrase: a word, two English words as one, pairs of Chinese characters. Of a longer Chinese
 * phrase those that are no phrase by themselves: 服务器 is asked for by 务器, since 服务 is something else.
 */
function keysOf(tokens: readonly Token[], known: ReadonlyMap<string, unknown>): string[] {
  if (tokens.every(({ text }) => isHan(text))) {
    const pairs = tokens.length < 2 ? [] : wordKeys(tokens);
    return pairs.length < 2 ? pairs : pairs.filter((pair) => !known.has(Array.from(pair).join(' ')));
  }
  if (tokens.some(({ text }) => isHan(text))) return [];
  return tokens.length > 2 ? [] : [stem(tokens.map(({ text }) => text).join(''))];
}

/** The ideas that a text has a phrase of. */
export function ideasIn(tokens: readonly Token[], { byWord }: Phrases): Set<number> {
  const found = new Set<number>();
  const words = wordsOf(tokens);
  words.forEach((word, at) => {
    for (const phrase of byWord.get(word) ?? []) {
      if (phrase.words.every((other, offset) => words[at + offset] === other)) {
        for (const idea of phrase.ideas) found.add(idea);
      }
    }
  });
  return found;
}

/** The ideas that the index knows. */
export const known: Phrases = phrasesOf(synonyms);
