/** Checks whether an answer is what a labelled query expects. */
import type { Answer, Hit } from '../../src/search/types.ts';
import type { Query } from './query.ts';

/** Writes a hit as a query does: with its meaning if the query asks for one. */
const named = ({ catalog, code, meaning }: Hit, asked: readonly string[]): string => {
  const entry = `${catalog.id}/${code}`;
  return asked.includes(entry) || meaning === undefined ? entry : `${entry}#${meaning}`;
};

/**
 * Returns undefined if the answer is right, otherwise what came instead. An entry shown as exact without being asked
 * for is wrong, and so is a code reported as missing: both claim what cannot be known.
 */
export function wrong(query: Query, { exact, similar, unknown }: Answer): string | undefined {
  const hits = [...exact, ...similar];
  const got = (list: readonly Hit[], asked: readonly string[]) => list.map((hit) => named(hit, asked));
  const { first, among } = query;
  if (first) {
    const found = got(hits.slice(0, first.length), first);
    if (!first.every((entry) => found.includes(entry)))
      return `expected ${first.join(', ')} first, got ${got(hits.slice(0, 4), first).join(', ') || 'nothing'}`;
  }
  if (among) {
    const found = got(hits.slice(0, 3), among);
    if (!found.some((entry) => among.includes(entry)))
      return `expected ${among.join(' or ')}, got ${found.join(', ') || 'nothing'}`;
  }
  const asked = first ?? among;
  if (asked) {
    const more = got(exact, asked).filter((entry) => !asked.includes(entry));
    if (more.length > 0) return `expected only ${asked.join(', ')} as exact, got ${more.join(', ')} as well`;
  }
  if (query.nothingExact && exact.length > 0) return `expected nothing exact, got ${got(exact, []).join(', ')}`;
  const said = unknown.map(({ catalog, code }) => (catalog ? `${catalog.id}/${code}` : code));
  if (query.unknown !== undefined && !said.includes(query.unknown))
    return `expected ${query.unknown} to be unknown, got ${said.join(', ') || 'nothing'}`;
  if (asked && query.unknown === undefined && said.length > 0)
    return `expected no code to be unknown, got ${said.join(', ')}`;
  return undefined;
}
