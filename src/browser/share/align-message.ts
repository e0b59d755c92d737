/**
 * Compares a message that somebody received with a documented one, word by word, and reports which parts of it vary.
 * `{placeholders}` in the documented message match anything. Pure.
 */

/** Words beyond this many are not compared and count as varying, which bounds the work. */
const mostWords = 600;

/** Minimum share of the documented words: below it, two messages are unrelated. */
const enough = 0.6;

export interface Part {
  readonly text: string;
  readonly varies: boolean;
}

export interface Alignment {
  /** The given message in pieces: joined, they are the whole message. */
  readonly parts: readonly Part[];
  /** From 0 to 1: how much of the documented message was present, minus a penalty for every undocumented gap. */
  readonly score: number;
}

interface Token {
  readonly text: string;
  /** A key that is the same for words that count as equal. */
  readonly key: string;
  readonly kind: 'word' | 'sign' | 'space';
}

/** Matches a run of letters and digits, one Chinese character, white space, or any other character. */
const pattern = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}_])+|\s+|./gsu;

function tokenise(text: string): { tokens: Token[]; rest: string } {
  const tokens: Token[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (tokens.length === mostWords) break;
    const kind = /^\s/.test(found) ? 'space' : /^[\p{L}\p{M}\p{N}_]/u.test(found) ? 'word' : 'sign';
    tokens.push({ text: found, key: kind === 'space' ? ' ' : found.normalize('NFKC').toLowerCase(), kind });
    end = index + found.length;
  }
  return { tokens, rest: text.slice(end) };
}

/** Splits the documented message into words and holes; spaces are left out. */
function documentedTokens(message: string): (Token | 'hole')[] {
  return message
    .split(/\{[^{}]*\}/)
    .flatMap((literal, index) => [
      ...(index > 0 ? ['hole' as const] : []),
      ...tokenise(literal).tokens.filter(({ kind }) => kind !== 'space'),
    ])
    .slice(0, mostWords);
}

/**
 * Returns, for each given word, the index of the documented word it matches, or -1. Equal beginnings and ends are
 * paired first; between them, the longest common sequence.
 */
function pair(given: readonly Token[], documented: readonly (Token | 'hole')[]): Int32Array {
  const pairs = new Int32Array(given.length).fill(-1);
  const same = (g: number, d: number): boolean => {
    const other = documented[d];
    return other !== undefined && other !== 'hole' && other.key === given[g]?.key;
  };
  let start = 0;
  while (start < given.length && same(start, start)) {
    pairs[start] = start;
    start++;
  }
  let end = given.length;
  let last = documented.length;
  while (end > start && last > start && same(end - 1, last - 1)) {
    end--;
    last--;
    pairs[end] = last;
  }
  const width = last - start + 1;
  // lengths[g * width + d]: length of the longest common sequence from g and d onwards.
  const lengths = new Uint16Array((end - start + 1) * width);
  const at = (g: number, d: number): number => lengths[(g - start) * width + (d - start)] ?? 0;
  for (let g = end - 1; g >= start; g--) {
    for (let d = last - 1; d >= start; d--) {
      lengths[(g - start) * width + (d - start)] = same(g, d)
        ? at(g + 1, d + 1) + 1
        : Math.max(at(g + 1, d), at(g, d + 1));
    }
  }
  for (let g = start, d = start; g < end && d < last; ) {
    if (same(g, d)) pairs[g++] = d++;
    else if (at(g, d + 1) >= at(g + 1, d)) d++;
    else g++;
  }
  return pairs;
}

/**
 * Aligns a given message with a documented one.
 * @param given any text; only its first words are compared
 */
export function alignMessage(given: string, documented: string): Alignment {
  const { tokens, rest } = tokenise(given);
  const solid = tokens.filter(({ kind }) => kind !== 'space');
  const wanted = documentedTokens(documented);
  const pairs = pair(solid, wanted);
  const total = wanted.filter((token) => token !== 'hole' && token.kind === 'word').length;
  let matched = 0;
  let breaks = 0;
  let before: { g: number; d: number } | undefined;
  for (const [g, d] of pairs.entries()) {
    if (d < 0) continue;
    if (solid[g]?.kind === 'word') matched++;
    // Something comes between two words that belong together, with no placeholder there.
    if (before && (g - before.g > 1 || d - before.d > 1) && !wanted.slice(before.d, d).includes('hole')) breaks++;
    before = { g, d };
  }
  const score = total === 0 ? 0 : Math.max(0, matched - breaks / 2) / total;
  return { parts: partsOf(tokens, pairs, rest), score };
}

interface Piece extends Part {
  /** Whether it contains a word. */
  readonly words: boolean;
}

/** Splits the given text into pieces. Only a run that contains a word varies; a space does if both its sides do. */
function partsOf(tokens: readonly Token[], pairs: Int32Array, rest: string): Part[] {
  const varies = (g: number): boolean => (g < pairs.length ? pairs[g] === -1 : rest !== '');
  let g = 0;
  const pieces = tokens.map(
    ({ text, kind }): Piece => ({
      text,
      varies: kind === 'space' ? g > 0 && varies(g - 1) && varies(g) : varies(g++),
      words: kind === 'word',
    }),
  );
  if (rest !== '') pieces.push({ text: rest, varies: true, words: true });
  const runs = join(pieces).map((run) => ({ ...run, varies: run.varies && run.words }));
  return join(runs).map(({ text, varies }) => ({ text, varies }));
}

/** Joins neighbouring pieces that are alike. */
function join(pieces: readonly Piece[]): Piece[] {
  const joined: { text: string; varies: boolean; words: boolean }[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.varies === piece.varies) {
      last.text += piece.text;
      last.words ||= piece.words;
    } else joined.push({ ...piece });
  }
  return joined;
}

/** Returns the documented message that a given one is most like; undefined if it is like none of them. */
export function bestMessage(
  given: string,
  documented: readonly string[],
): { readonly index: number; readonly alignment: Alignment } | undefined {
  const exact = documented.findIndex((message) => message.trim() === given.trim());
  if (exact >= 0) return { index: exact, alignment: { parts: [{ text: given, varies: false }], score: 1 } };
  let best: { index: number; alignment: Alignment } | undefined;
  for (const [index, message] of documented.entries()) {
    const alignment = alignMessage(given, message);
    const { score } = alignment;
    if (score < enough || (best && score < best.alignment.score)) continue;
    // Of two equally good matches, the longer says more.
    const longer = message.length > (documented[best?.index ?? -1]?.length ?? -1);
    if (!best || score > best.alignment.score || longer) best = { index, alignment };
  }
  return best;
}
