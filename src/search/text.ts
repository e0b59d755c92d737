/**
 * Text as the finder sees it: one form for all ways of writing the same thing, and its tokens. Everything here takes
 * time in proportion to the length of the text.
 */
import { hash } from '../catalog/shards.ts';
import type { Token } from './types.ts';

/** Maximum length of a text; of longer ones only the beginning and the end are read. */
export const maxLength = 100_000;

/** Length of the pieces in which texts are processed: NFKC sorts runs of combining marks in quadratic time. */
const piece = 256;

const plainText = /^[\t\n\r\x20-\x7e]*$/;
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/** Cuts a text to `maxLength`: half from its beginning, half from its end. */
export const clip = (text: string): string =>
  text.length <= maxLength ? text : `${text.slice(0, maxLength / 2)}\n${text.slice(-maxLength / 2)}`;

/**
 * Normalises full-width characters, ligatures and the like (NFKC) and dashes used as minus; drops invisible characters.
 */
export function normalise(text: string): string {
  const clipped = clip(text);
  if (plainText.test(clipped)) return clipped;
  let result = '';
  for (let start = 0; start < clipped.length; start += piece) {
    result += clipped.slice(start, start + piece).normalize('NFKC');
  }
  return clip(
    result
      .replace(invisible, '')
      .replace(/[\u2010\u2012\u2013\u2212]/g, '-')
      .replace(/[\u2018\u2019]/g, "'"),
  );
}

const escaped = /%(?:2[27]|3a|7b|e[3-9]%)/i;

/**
 * Decodes a text whose quotes, braces or Chinese characters are percent-encoded; runs that do not decode to printable
 * text stay as they are.
 */
export function withoutPercents(text: string): string {
  let result = text;
  // An address within an address has its percent signs escaped.
  for (let layer = 0; layer < 2 && escaped.test(layer === 0 ? result.replaceAll('%25', '%') : result); layer++) {
    result = result.replace(/(?:%[0-9a-f]{2})+/gi, decodeRun);
  }
  return result;
}

function decodeRun(run: string): string {
  try {
    const text = decodeURIComponent(run);
    return /[^\P{Cc}\t\n\r]/u.test(text) ? run : text;
  } catch {
    return run;
  }
}

/** Reads traditional characters and their simplified forms from the manifest's string of pairs. */
export function foldingTable(pairs: string): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (let i = 0; i + 1 < pairs.length; i += 2) table.set(pairs.charAt(i), pairs.charAt(i + 1));
  return table;
}

const unitTables = new WeakMap<ReadonlyMap<string, string>, Uint16Array>();

/** Returns what every UTF-16 code unit is folded into. */
function unitTable(table: ReadonlyMap<string, string>): Uint16Array {
  const known = unitTables.get(table);
  if (known) return known;
  const units = new Uint16Array(0x10000);
  for (let unit = 0; unit < units.length; unit++) units[unit] = unit;
  for (const [from, to] of table) units[from.charCodeAt(0)] = to.charCodeAt(0);
  unitTables.set(table, units);
  return units;
}

/** Folds to lower case and simplified characters; the result has the same length as the text. */
export function fold(text: string, table: ReadonlyMap<string, string>): string {
  // The only letter that gets longer in lower case.
  const lower = text.replace(/\u0130/g, 'i').toLowerCase();
  if (table.size === 0 || plainText.test(lower)) return lower;
  const units = unitTable(table);
  let folded = '';
  for (let start = 0; start < lower.length; start += piece) {
    const part: number[] = [];
    for (let i = start; i < start + piece && i < lower.length; i++) part.push(units[lower.charCodeAt(i)] ?? 0);
    folded += String.fromCharCode(...part);
  }
  return folded;
}

/** Whether a text begins with a Chinese character or kana, each of which is a token of its own. */
export function isHan(text: string): boolean {
  const unit = text.charCodeAt(0);
  return (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0x3040 && unit <= 0x30ff) || (unit >= 0xf900 && unit <= 0xfaff);
}

const tokenPattern =
  /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|(?:(?![\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff_])[\p{L}\p{M}\p{N}])+/gu;

/** Longer texts: only this many tokens from the start, and as many characters from the end, are read. */
const mostTokens = 20_000;

/** Splits a folded text into words, numbers and Chinese characters; `_` separates words like a space. */
export function tokenise(text: string): Token[] {
  const tokens = tokensFrom(text, 0);
  const reached = tokens.at(-1)?.end ?? 0;
  const tail = Math.max(reached, text.length - mostTokens);
  return tokens.length < mostTokens ? tokens : tokens.concat(tokensFrom(text, tail));
}

function tokensFrom(text: string, from: number): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(tokenPattern);
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match && tokens.length < mostTokens; match = pattern.exec(text)) {
    const { index } = match;
    const word = match[0];
    const before = tokens.at(-1);
    // "doesn't" is "does not".
    if (word === 't' && text[index - 1] === "'" && before?.end === index - 1 && before.text.endsWith('n')) {
      tokens[tokens.length - 1] = { ...before, text: before.text.slice(0, -1) };
      tokens.push({ text: 'not', start: index, end: index + 1 });
    } else tokens.push({ text: word, start: index, end: index + word.length });
  }
  return tokens;
}

/** Joins tokens without what separates them: one key for all spacing and punctuation. */
export const squash = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('');

/** Returns the key of a code or a symbol: numbers are exact; names ignore case and separators. */
export const nameKey = (name: string): string =>
  /^-?\d+$/.test(name) ? name : name.toLowerCase().replace(/[_\s-]+/g, '');

/** Continues a hash with a space and a word. */
export const hashWord = (word: string, from: number): number => hash(word, Math.imul(from ^ 32, 0x01000193));

/** English words that say nothing about an error. */
const empty = new Set(
  'a an and are as at be by do does for from has have how i if in is it its my of on or so that the their then there this to was were what when why will with you your'.split(
    ' ',
  ),
);

/** Words that people put around what they mean. They may tell two entries apart, but do nothing more. */
const fillers = new Set(
  (
    'all already also always again any been being but can cannot could did does else even ever gets getting give go going got happen help here its just keep keeps know like ' +
    'make many may me might more much must need needs never new no none not now once one only other our out over own please problem really same say says should show some ' +
    'somehow still such suddenly than them these they thing tried tries try trying under until up us use used using very want wants while who why wont would after before another because into too ' +
    'api code error errors fix issue mean meaning means message request requests return returned returns response result solve'
  )
    .split(' ')
    .map(stem),
);

/** Whether a key belongs to a word that says little by itself. */
export const isFiller = (key: string): boolean => fillers.has(key) || hanFillers.has(key);

const hanFillers = new Set(
  '怎么 么办 为什 什么 一直 总是 老是 出现 提示 显示 报错 错误 出错 请求 这个 那个 突然 已经 还是 不能 不了 不上 无法 没有 可以 就是 现在 今天 失败 问题 接口'.split(
    ' ',
  ),
);

/**
 * Returns a word without its ending, so that "limits", "limited" and "limit" are the same key; the regular expression
 * skips words that cannot have such an ending.
 */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]*(?:[sgde]|([blmnprt])\1)$/.test(word)) return word;
  let root = word.replace(/(?<=..)(?:ies)$/, 'y').replace(/(?<=[^sui])s$/, '');
  root = root.replace(/(?<=[a-z]{3})(?:ing|(?<!e)ed)$/, '').replace(/([bdglmnprt])\1$/, '$1');
  return root.replace(/(?<=[a-z]{3})e$/, '');
}

/**
 * Returns the keys by which tokens are looked up: stems of words, and pairs of Chinese characters; a lone Chinese
 * character is its own key.
 */
export function wordKeys(tokens: readonly Token[]): string[] {
  const keys = new Set<string>();
  eachWordKey(
    tokens,
    (word) => keys.add(stem(word)),
    (first, second) => keys.add(first + second),
  );
  return [...keys];
}

/**
 * Reports the same keys one by one, as often as they appear, to callers that already know most of them.
 * @param word receives a word with its ending, or a lone Chinese character
 * @param pair receives two Chinese characters
 */
export function eachWordKey(
  tokens: readonly Token[],
  word: (text: string) => void,
  pair: (first: string, second: string) => void,
): void {
  let joined = false;
  tokens.forEach(({ text, end }, index) => {
    if (!isHan(text)) {
      if (!empty.has(text)) word(text);
      joined = false;
      return;
    }
    const next = tokens[index + 1];
    const goesOn = next !== undefined && next.start === end && isHan(next.text);
    if (goesOn) pair(text, next.text);
    else if (!joined) word(text);
    joined = goesOn;
  });
}

/**
 * Weighs how much words say about an error: fillers little, numbers and words such as "the" nothing, two Chinese
 * characters as much as one word.
 */
export const tellingWeight = (tokens: readonly Token[]): number =>
  tokens.reduce((weight, { text }) => {
    if (isHan(text)) return weight + 0.5;
    if (empty.has(text) || /^\d+$/.test(text)) return weight;
    return weight + (isFiller(stem(text)) ? 0.3 : 1);
  }, 0);
