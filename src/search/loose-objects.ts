/**
 * Finds anything that looks like an object with keys in a text: JSON, Python's repr, JSON escaped inside a log line
 * (even several times), JavaScript's console output, `key=value` lines. It does not require correct syntax, since
 * pastes are cut off, and reads every character a bounded number of times.
 */

export interface Found {
  /** Keys in lower case, with their values as text. */
  readonly keys: ReadonlyMap<string, string>;
  /** Whether this is the `key=value` pairs of a line, without braces. */
  readonly loose: boolean;
  /** Index in the results from which on the objects found before this one are nested in it. */
  readonly inner: number;
}

const limits = { depth: 64, found: 500, keys: 100, string: 10_000, nested: 3 };

interface Read {
  readonly value: string;
  readonly end: number;
}

/** Returns all objects with at least one key, inner ones before the one that contains them. */
export function findObjects(text: string): Found[] {
  const found: Found[] = [];
  // HTML source writes quotes as entities.
  scan(text.includes('&quot;') ? text.replaceAll('&quot;', '"') : text, found, 0);
  return found;
}

function scan(text: string, found: Found[], nested: number): void {
  /** Objects that are open; the first one collects quoted keys outside all braces. */
  const open: Map<string, string>[] = [new Map()];
  const inner: number[] = [found.length];
  /** The `key=value` pairs of the line. */
  let line = new Map<string, string>();
  let tooDeep = 0;
  const keep = (keys: Map<string, string> | undefined, from: number, loose = false): void => {
    if (keys && keys.size > 0 && found.length < limits.found) found.push({ keys, loose, inner: from });
  };
  const close = (): void => keep(open.pop(), inner.pop() ?? 0);
  const set = (object: Map<string, string>, key: string, value: string): void => {
    const name = key.toLowerCase();
    if (object.size < limits.keys && !object.has(name)) object.set(name, value);
    if (nested < limits.nested && value.includes('{')) scan(value, found, nested + 1);
  };
  let i = 0;
  while (i < text.length) {
    const character = text.charAt(i);
    if (character === '{') {
      if (open.length < limits.depth) {
        open.push(new Map());
        inner.push(found.length);
      } else tooDeep++;
    } else if (character === '}') {
      if (tooDeep > 0) tooDeep--;
      else if (open.length > 1) close();
    } else if (character === '\n') {
      keep(line, found.length, true);
      if (line.size > 0) line = new Map();
    } else if (character === '"' || character === "'" || character === '\\') {
      let quote = i;
      while (text.charAt(quote) === '\\') quote++;
      const key = readString(text, i);
      if (key) {
        const after = skipSpaces(text, key.end);
        const separator = /^(?::|=>)/.exec(text.slice(after, after + 2))?.[0];
        if (separator && key.value.length <= 60) {
          const value = readValue(text, skipSpaces(text, after + separator.length));
          set(open.at(-1) as Map<string, string>, key.value, value.value);
          i = value.end;
          continue;
        }
        // Inside braces a string is one value; outside, an apostrophe is more likely.
        if (open.length > 1) {
          i = key.end;
          continue;
        }
      }
      // What was read as the beginning of a string is not read again.
      i = Math.max(quote, i) + 1;
      continue;
    } else if (isLetter(character) && !isWord(text.charAt(i - 1))) {
      let end = i + 1;
      while (end < text.length && isWord(text.charAt(end))) end++;
      const after = skipSpaces(text, end);
      const inside = open.length > 1;
      const sign = text.charAt(after);
      const next = text.charAt(after + 1);
      if (end - i <= 60 && (sign === '=' || sign === ':') && !'=:/\\>'.includes(next || ' ')) {
        const value = readValue(text, skipSpaces(text, after + 1));
        set(inside ? (open.at(-1) as Map<string, string>) : line, text.slice(i, end), value.value);
        i = Math.max(value.end, after + 1);
      } else i = end;
      continue;
    }
    i++;
  }
  keep(line, found.length, true);
  while (open.length > 0) close();
}

const isLetter = (character: string): boolean => /[A-Za-z_]/.test(character);
const isWord = (character: string): boolean => /[\w-]/.test(character);

function skipSpaces(text: string, from: number): number {
  let i = from;
  while (i < text.length && i < from + 200 && /\s/.test(text.charAt(i))) i++;
  return i;
}

/**
 * Reads a string that begins at a quote, or at the backslashes before one. A string that was escaped n times ends at a
 * quote with as many backslashes before it. It must not cross the end of a line.
 */
function readString(text: string, from: number): Read | undefined {
  let start = from;
  while (text.charAt(start) === '\\') start++;
  const quote = text.charAt(start);
  if (quote !== '"' && quote !== "'") return undefined;
  const depth = start - from;
  if (quote === "'" && depth === 0 && /[A-Za-z0-9]/.test(text.charAt(from - 1))) return undefined;
  const last = Math.min(text.length, start + limits.string);
  let backslashes = 0;
  for (let i = start + 1; i < last; i++) {
    const character = text.charAt(i);
    if (character === '\\') {
      backslashes++;
      continue;
    }
    if (character === '\n') return undefined;
    if (character === quote && (depth === 0 ? backslashes % 2 === 0 : backslashes <= depth)) {
      return { value: withoutEscapes(text.slice(start + 1, i - (depth === 0 ? 0 : backslashes))), end: i + 1 };
    }
    backslashes = 0;
  }
  return undefined;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: ' ', t: ' ' };

/** Removes one layer of escaping. */
const withoutEscapes = (text: string): string =>
  text.includes('\\')
    ? text.replace(/\\(?:u([0-9a-fA-F]{4})|([^u]))/g, (_, point: string | undefined, character: string) =>
        point === undefined ? (escapes[character] ?? character) : String.fromCharCode(Number.parseInt(point, 16)),
      )
    : text;

/** Reads a string, or everything up to the next comma, bracket or space. An object or a list is left to the caller. */
function readValue(text: string, from: number): Read {
  const string = readString(text, from);
  if (string) return string;
  let end = from;
  while (end < text.length && end < from + 200 && !/[\s,;{}()[\]"'\\]/.test(text.charAt(end))) end++;
  return { value: text.slice(from, end), end };
}
