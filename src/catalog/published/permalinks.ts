/** `content/permalinks.txt`: every permanent address ever published. The list only grows. */
import type { Atlas } from '../model.ts';
import { permanentPath } from '../paths.ts';
import { byCode } from './state.ts';

const heading = '# Every permanent address ever published. npm run permalinks adds to it; nothing is ever taken out.';

/**
 * Returns the file's text with today's addresses added, sorted by catalog and code, and what was added.
 * @param published the addresses in the file
 */
export function extendPermalinks(
  published: readonly string[],
  atlas: Atlas,
): { readonly text: string; readonly added: readonly string[] } {
  const known = new Set(published);
  const added = atlas.catalogs
    .flatMap(({ id, entries }) => entries.map(({ code }) => permanentPath(id, code)))
    .filter((path) => !known.has(path));
  const all = [...known, ...added].sort(byPath);
  return { text: `${[heading, ...all].join('\n')}\n`, added: added.sort(byPath) };
}

/** Compares by catalog, then by code. */
function byPath(a: string, b: string): number {
  const [, catalogA = '', codeA = ''] = a.split('/');
  const [, catalogB = '', codeB = ''] = b.split('/');
  return catalogA === catalogB ? byCode(codeA, codeB) : catalogA < catalogB ? -1 : 1;
}
