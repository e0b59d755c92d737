/**
 * Labelled queries: what people type or paste, and what must come first. Entries are written as
 * `catalog/code`, with `#meaning` if the message identifies it.
 */
export interface Query {
  readonly text: string;
  /** These come before everything else, in any order. */
  readonly first?: readonly string[];
  /** One of these is among the first three. */
  readonly among?: readonly string[];
  /** Nothing is exact. */
  readonly nothingExact?: true;
  /** Reported as a code that does not exist, as `catalog/code` or only the code. */
  readonly unknown?: string;
}

/** Makes queries from groups that begin with their answer: `first([answer, query, query …], …)`. */
export const first = (
  ...groups: readonly (readonly [answer: string | readonly string[], ...texts: string[]])[]
): Query[] =>
  groups.flatMap(([answer, ...texts]) =>
    texts.map((text) => ({ text, first: typeof answer === 'string' ? [answer] : answer })),
  );

export const among = (
  ...groups: readonly (readonly [answer: string | readonly string[], ...texts: string[]])[]
): Query[] =>
  groups.flatMap(([answer, ...texts]) =>
    texts.map((text) => ({ text, among: typeof answer === 'string' ? [answer] : answer })),
  );

export const nothing = (...texts: readonly string[]): Query[] => texts.map((text) => ({ text, nothingExact: true }));
