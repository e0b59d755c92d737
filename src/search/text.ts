/**
 * Text as the finder sees it: one form for every way of writing the same, and the tokens in it.
 * Everything here takes time in proportion to the text.
 */
import { hash } from './shards.ts';
import type { Token } from './types.ts';

/** More of a text than this is not looked at: its beginning and its end count. */
export const maxLength = 100_000;

/** Texts are gone through in pieces: NFKC sorts runs of combining marks in quadratic time. */
const piece = 256;

const plainText = /^[\t\n\r\x20-\x7e]*$/;
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/** The longest part of a text that is looked at. */
export const clip = (text: string): string =>
  text.length <= maxLength ? text : `${text.slice(0, maxLength / 2)}\n${text.slice(-maxLength / 2)}`;

/** One form for full-width, ligatures and the like (NFKC), dashes that stand for a minus, no invisible characters. */
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
 * A text whose quotes, braces or Chinese characters stand as in an address, without that; runs that say
 * nothing printable stay as they are.
 */
export function withoutPercents(text: string): string {
  let result = text;
  // An address in an address has its percent signs escaped.
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

/** Traditional characters and their simplified forms, from the manifest's string of pairs. */
export function foldingTable(pairs: string): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (let i = 0; i + 1 < pairs.length; i += 2) table.set(pairs.charAt(i), pairs.charAt(i + 1));
  return table;
}

const unitTables = new WeakMap<ReadonlyMap<string, string>, Uint16Array>();

/** What every UTF-16 unit becomes. */
function unitTable(table: ReadonlyMap<string, string>): Uint16Array {
  const known = unitTables.get(table);
  if (known) return known;
  const units = new Uint16Array(0x10000);
  for (let unit = 0; unit < units.length; unit++) units[unit] = unit;
  for (const [from, to] of table) units[from.charCodeAt(0)] = to.charCodeAt(0);
  unitTables.set(table, units);
  return units;
}

/** Lower case and simplified characters; as long as the text that went in. */
export function fold(text: string, table: ReadonlyMap<string, string>): string {
  // The one letter that becomes longer in lower case.
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

/** A Chinese character, kana included: it is a token by itself. */
export function isHan(text: string): boolean {
  const unit = text.charCodeAt(0);
  return (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0x3040 && unit <= 0x30ff) || (unit >= 0xf900 && unit <= 0xfaff);
}

const tokenPattern =
  /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|(?:(?![\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff_])[\p{L}\p{M}\p{N}])+/gu;

/** Of a text with more tokens than this, the first are looked at, and as many characters at its end. */
const mostTokens = 20_000;

/** Words, numbers and Chinese characters of a folded text; `_` parts words as a space does. */
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

/** Tokens without what lies between them: one key for every spacing and punctuation. */
export const squash = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('');

/** The key of a code or a symbol: numbers are exact, letters are free in case and in what joins them. */
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

/** Words that people wrap around what they mean. They may tell two entries apart, and no more than that. */
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

/** Whether a key is of a word that says little by itself. */
export const isFiller = (key: string): boolean => fillers.has(key) || hanFillers.has(key);

const hanFillers = new Set(
  '怎么 么办 为什 什么 一直 总是 老是 出现 提示 显示 报错 错误 出错 请求 这个 那个 突然 已经 还是 不能 不了 不上 无法 没有 可以 就是 现在 今天 失败 问题 接口'.split(
    ' ',
  ),
);

/** A word without its ending, so that "limits", "limited" and "limit" are one; few words end as those that have one. */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]*(?:[sgde]|([blmnprt])\1)$/.test(word)) return word;
  let root = word.replace(/(?<=..)(?:ies)$/, 'y').replace(/(?<=[^sui])s$/, '');
  root = root.replace(/(?<=[a-z]{3})(?:ing|(?<!e)ed)$/, '').replace(/([bdglmnprt])\1$/, '$1');
  return root.replace(/(?<=[a-z]{3})e$/, '');
}

/**
 * The keys that tokens are looked up by: stems of words, and of Chinese pairs of characters; a character
 * that stands alone is its own key.
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
 * The same keys, one by one and as often as they stand there, for whoever knows most of them already.
 * @param word gets a word with its ending, or a character that stands alone
 * @param pair gets two Chinese characters
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

/** How much words tell of an error: fillers little, numbers and words such as "the" nothing, two Chinese characters one. */
export const tellingWeight = (tokens: readonly Token[]): number =>
  tokens.reduce((weight, { text }) => {
    if (isHan(text)) return weight + 0.5;
    if (empty.has(text) || /^\d+$/.test(text)) return weight;
    return weight + (isFiller(stem(text)) ? 0.3 : 1);
  }, 0);
