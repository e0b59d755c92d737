/** Finds near matches: words and codes with a typo. */

/** Whether two words are at most `most` typos apart: a letter added, missing or wrong, or two swapped. */
export function isNear(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  if (a.length > 40 || b.length > 40) return false;
  let twoBefore: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (twoBefore[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return false;
    twoBefore = before;
    before = row;
  }
  return (before[b.length] ?? 0) <= most;
}

/**
 * Returns words of a vocabulary that may be meant: those that begin with the word, then those a typo or two away.
 * @param misspelt whether typos count; otherwise only beginnings do
 */
export function nearWords(word: string, vocabulary: readonly string[], most: number, misspelt: boolean): string[] {
  const slips = !misspelt || word.length < 4 ? 0 : word.length < 7 ? 1 : 2;
  const begun: string[] = [];
  const near: [string, number][] = [];
  for (const known of vocabulary) {
    if (known === word) continue;
    if (word.length >= 2 && known.startsWith(word)) begun.push(known);
    else if (slips > 0 && isNear(word, known, slips)) near.push([known, isNear(word, known, 1) ? 1 : 2]);
  }
  begun.sort((a, b) => a.length - b.length);
  near.sort((a, b) => a[1] - b[1]);
  return [...begun, ...near.map(([known]) => known)].slice(0, most);
}

const shortestPart = 3;

/** Splits a word that is two words of a vocabulary written as one into their stems; the longest first part wins. */
export function splitWord(word: string, vocabulary: readonly string[], stem: (word: string) => string): string[] {
  if (word.length < 2 * shortestPart || word.length > 40) return [];
  const known = new Set(vocabulary);
  for (let at = word.length - shortestPart; at >= shortestPart; at--) {
    const parts = [word.slice(0, at), word.slice(at)].map(stem);
    if (parts.every((part) => part.length >= shortestPart && known.has(part))) return parts;
  }
  return [];
}

/**
 * Returns codes near one that does not exist: the one with the other sign, then those a typo away, first of them those
 * with a digit more at the end; for names, those that contain it or are a typo or two away.
 */
export function nearCodes(code: string, codes: readonly string[], most: number): string[] {
  const rank = /^-?\d{1,12}$/.test(code) ? slipOf : nearName;
  const ranked: [string, number][] = [];
  for (const other of codes) {
    const place = other === code ? undefined : rank(code, other);
    if (place !== undefined) ranked.push([other, place]);
  }
  return ranked
    .sort((a, b) => a[1] - b[1])
    .slice(0, most)
    .map(([other]) => other);
}

/** Shorter codes are not compared: every number of two digits is a typo away. */
const shortestSlip = 3;

function slipOf(code: string, other: string): number | undefined {
  if (other === (code.startsWith('-') ? code.slice(1) : `-${code}`)) return 0;
  if (code.length < shortestSlip || !/^-?\d+$/.test(other)) return undefined;
  if (other.startsWith(code) && other.length === code.length + 1) return 1;
  if (!isNear(code, other, 1)) return undefined;
  // A digit too many must be one that was typed twice.
  const twice = (): boolean => [...code].some((digit, i) => digit === code[i - 1] && withoutAt(code, i) === other);
  return other.length >= code.length || twice() ? 2 : undefined;
}

const withoutAt = (text: string, place: number): string => text.slice(0, place) + text.slice(place + 1);

function nearName(code: string, other: string): number | undefined {
  const [a, b] = [code.toLowerCase(), other.toLowerCase()];
  if (b.startsWith(a)) return 0;
  if (a.length > 2 && b.includes(a)) return 1;
  return isNear(a, b, a.length > 6 ? 2 : 1) ? 2 : undefined;
}

/** Whether a name is another with a typo: one or two of them, depending on its length. */
export function isSlipOf(name: string, other: string): boolean {
  const [a, b] = [name.toLowerCase(), other.toLowerCase()];
  // Every number is a typo away from others.
  if (/^-?\d+$/.test(a) || /^-?\d+$/.test(b)) return false;
  return isNear(a, b, a.length < 4 ? 0 : a.length < 7 ? 1 : 2);
}

/**
 * Returns names of hyphenated words that may be meant by one that does not exist: first those a typo away, then those
 * that begin with it or with which it begins, then those that share the most words with it.
 */
export function nearNames(name: string, names: Iterable<string>, most: number): string[] {
  const words = wordsOf(name);
  const rank = (other: string): number => {
    if (isSlipOf(name, other)) return 2;
    if (isBeginning(name, other) || isBeginning(other, name)) return 1;
    const others = wordsOf(other);
    const shared = words.filter((word) => others.some((each) => each === word || isSlipOf(word, each))).length;
    return shared / Math.max(words.length, others.length, 1);
  };
  return Array.from(names, (other) => [other, rank(other)] as const)
    .filter(([, place]) => place > 0)
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([other]) => other);
}

const isBeginning = (begin: string, name: string): boolean => begin.length > 2 && name.startsWith(begin);

/** Returns the words of a name that distinguish it from others. */
const wordsOf = (name: string): string[] => name.split(/[-_ ]/).filter((word) => word.length > 2 && word !== 'not');
