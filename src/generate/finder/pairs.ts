/**
 * Assigns numbers to pairs of Chinese characters. Most keys of the finder are such pairs, and most are seen hundreds of
 * times.
 */

/**
 * Returns a function that makes the number of each pair only once.
 *
 * The pairs and their numbers are in one array, each at a position computed from the pair or after it: one memory
 * access, where a `Map` takes several, and no string has to be made of the pair.
 * @param make receives two characters of the Basic Multilingual Plane, and returns a non-negative number
 */
export function pairsRemembered(
  make: (first: string, second: string) => number,
): (first: string, second: string) => number {
  // Pairs and their numbers alternate; a pair is never zero.
  let table = new Int32Array(2 << 12);
  let count = 0;
  const placeOf = (pair: number): number => {
    const mask = table.length - 1;
    let place = (Math.imul(pair ^ (pair >>> 15), 0x9e3779b1) >>> 7) << 1;
    for (place &= mask; table[place] !== 0 && table[place] !== pair; place = (place + 2) & mask);
    return place;
  };
  const set = (pair: number, value: number): void => {
    const place = placeOf(pair);
    table[place] = pair;
    table[place + 1] = value;
  };
  return (first, second) => {
    const pair = (first.charCodeAt(0) << 16) | second.charCodeAt(0);
    const place = placeOf(pair);
    if (table[place] === pair) return table[place + 1] ?? 0;
    const value = make(first, second);
    if (++count * 4 > table.length) {
      const before = table;
      table = new Int32Array(before.length * 2);
      for (let at = 0; at < before.length; at += 2) if (before[at] !== 0) set(before[at] ?? 0, before[at + 1] ?? 0);
    }
    set(pair, value);
    return value;
  };
}
