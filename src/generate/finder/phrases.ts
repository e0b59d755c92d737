/** Finds the ideas of synonyms.ts in a text, and the keys by which a query asks for them. */
import { isHan, stem, tokenise, wordKeys } from '../../search/text.ts';
import type { Token } from '../../search/types.ts';
import { folded } from './folding.ts';
import { synonyms } from './synonyms.ts';

interface Phrase {
  readonly words: readonly string[];
  readonly ideas: readonly number[];
}

export interface Phrases {
  /** Phrases by their first word. */
  readonly byWord: ReadonlyMap<string, readonly Phrase[]>;
  /** For every idea, the keys by which its phrases are looked up. */
  readonly keys: readonly (readonly string[])[];
}

/** Returns the tokens of a text of the content, in simplified characters. */
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
 * Returns the keys of a phrase: a word, two English words joined, pairs of Chinese characters. For a longer Chinese
 * phrase, only pairs that are not phrases by themselves: 服务器 is looked up by 务器, since 服务 means something else.
 */
function keysOf(tokens: readonly Token[], known: ReadonlyMap<string, unknown>): string[] {
  if (tokens.every(({ text }) => isHan(text))) {
    const pairs = tokens.length < 2 ? [] : wordKeys(tokens);
    return pairs.length < 2 ? pairs : pairs.filter((pair) => !known.has(Array.from(pair).join(' ')));
  }
  if (tokens.some(({ text }) => isHan(text))) return [];
  return tokens.length > 2 ? [] : [stem(tokens.map(({ text }) => text).join(''))];
}

/** Returns the ideas of which the text contains a phrase. */
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

/** The ideas known to the index. */
export const known: Phrases = phrasesOf(synonyms);
