/** Searches to try on the home page, picked from the catalogs so that they always find something. */
import type { Atlas } from '../catalog/model.ts';

/** Returns a code that several catalogs have, a code with its catalog, a symbol, and a message. */
export function homeExamples(atlas: Atlas): string[] {
  const entries = atlas.catalogs
    .flatMap((catalog) => catalog.entries)
    .filter(({ meanings: [first] }) => first.retry !== 'none');
  const shared = [...entries].sort((a, b) => b.sameCode.length - a.sameCode.length)[0];
  const other = shared?.sameCode.at(-1) ?? shared;
  const symbol = entries.find((entry) => entry.symbol !== undefined)?.symbol;
  const message = entries
    .flatMap(({ meanings }) => meanings)
    .flatMap((meaning) => (meaning.problem.category === 'symbol' ? meaning.messages : []))
    .find(({ seen, text }) => seen === 'observed' && text.length < 60)?.text;
  return [
    shared?.code,
    other && `${other.catalog.aliases[0] ?? other.catalog.id} ${other.code}`,
    symbol,
    message,
  ].filter((example) => example !== undefined);
}
