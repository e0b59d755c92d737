/** Filters a table: codes as the finder understands them, and words in any order. */
import { findNames } from './catalog-names.ts';
import { besideCode, findNumbers } from './codes.ts';
import { fold, foldingTable, isHan, normalise, tokenise } from './text.ts';
import type { Manifest, Token } from './types.ts';

export interface FilterRow {
  readonly code: string;
  readonly symbol?: string | undefined;
  /** Everything else that the row shows. */
  readonly text: string;
}

/** What the finder knows, if available: characters that are folded into others, and names of catalogs. */
export interface FilterOptions {
  readonly manifest: Manifest;
  /** The id of the table's own catalog: its names add nothing here. */
  readonly catalog: string;
}

interface Filter {
  readonly codes: readonly string[];
  readonly words: readonly string[];
}

/** A manifest without catalogs. */
const nowhere: Manifest = { locale: 'en', catalogs: [], folding: '', entries: 0, shards: { records: 1, words: 1 } };

let parsed: { typed: string; options: FilterOptions | undefined; filter: Filter } | undefined;
let table: { pairs: string; map: ReadonlyMap<string, string> } = { pairs: '', map: new Map() };

/** Whether a row contains everything that was typed; an empty filter matches all rows. */
export function matchesFilter(row: FilterRow, typed: string, options?: FilterOptions): boolean {
  const pairs = options?.manifest.folding ?? '';
  if (table.pairs !== pairs) table = { pairs, map: foldingTable(pairs) };
  // The same filter is applied to every row of a table.
  if (parsed?.typed !== typed || parsed.options !== options) {
    parsed = { typed, options, filter: parseFilter(typed, table.map, options) };
  }
  const { codes, words } = parsed.filter;
  const text = fold(normalise(`${row.code} ${row.symbol ?? ''} ${row.text}`), table.map);
  return (
    codes.every((code) => hasCode(row.code, code) || hasNumber(text, code)) &&
    words.every((word) => text.includes(word))
  );
}

function parseFilter(typed: string, map: ReadonlyMap<string, string>, options: FilterOptions | undefined): Filter {
  const text = fold(normalise(typed), map);
  const tokens = tokenise(text);
  const manifest = options?.manifest ?? nowhere;
  const own = findNames(tokens, manifest).filter(({ ids }) => ids.some((id) => id === options?.catalog));
  const numbers = findNumbers(text, tokens, own, manifest, true);
  const used = new Set(numbers.flatMap(({ tokens: places }) => places));
  for (const { first, last } of own) for (let place = first; place <= last; place++) used.add(place);
  const rest = tokens.filter((token, i) => !used.has(i) && !(numbers.length > 0 && besideCode(token)));
  return { codes: numbers.map(({ code }) => code), words: joinHan(rest) };
}

/** Joins adjacent Chinese characters into one word. */
function joinHan(tokens: readonly Token[]): string[] {
  const words: string[] = [];
  tokens.forEach(({ text, start }, i) => {
    const before = tokens[i - 1];
    if (before && before.end === start && isHan(text) && isHan(before.text)) words[words.length - 1] += text;
    else words.push(text);
  });
  return words;
}

/** Whether a code begins with what has been typed so far, with or without the sign. */
const hasCode = (code: string, typed: string): boolean =>
  code.startsWith(typed) || (code.startsWith('-') && code.slice(1).startsWith(typed));

/** Whether the row's text contains a number as a whole. */
function hasNumber(text: string, number: string): boolean {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
    if (!/\d/.test(text.charAt(at - 1)) && !/\d/.test(text.charAt(at + number.length))) return true;
  }
  return false;
}
