/**
 * What tells one API from all others. A code in a short query is asked for by itself: all that have it are
 * meant. In a paste it may be anybody's, and an entry is certain only from `sure` on.
 */

import { tellingWeight } from './text.ts';
import type { CodeSeen, Manifest, Meant, RecordData, Token } from './types.ts';

export const sure = 100;

export const weights = {
  /**
   * The text names the API, or has a host, a path, a header, a package or an exception of it: whoever writes
   * that knows. Nothing overrules it.
   */
  named: 100,
  /** The answer has keys, or the line words, that only this API's have, and room for a code and a message. */
  ownShape: 100,
  /** It has the form of several APIs' answers, such as code and msg: enough only with nearly all of the rest. */
  sharedShape: 20,
  /**
   * Only this API has the code, by how many digits it has: up to three are statuses and counts of everybody,
   * four are common, five are chosen by one.
   */
  ownCode: [0, 0, 0, 0, 50, 100],
  /** A telling word of a literal that stands beside its code: two and a half words are nobody else's. */
  word: 40,
} as const;

/** An answer with as many keys that a catalog's do not have is somebody else's. */
const leastFit = 20;

/** How much a code says by being nobody else's; a name in capitals of several words as much as a long number. */
const codeWeight = (code: string): number =>
  weights.ownCode[/^-?\d+/.test(code) ? Math.min(code.length, 5) : /[_-]/.test(code) ? 5 : 0] ?? 0;

/** What a literal beside its code adds. */
export const literalWeight = (tokens: readonly Token[]): number => weights.word * tellingWeight(tokens);

/** Of whom an entry or a catalog is; one that the manifest does not have is its own. */
export const providerOf = (id: string, manifest: Manifest): string =>
  manifest.catalogs.find((catalog) => catalog.id === id)?.provider ?? id;

/** Of each provider's catalogs those that `worth` gives the most. */
function bestSurfaces(ids: readonly string[], worth: (id: string) => number, manifest: Manifest): string[] {
  return [...Map.groupBy(ids, (id) => providerOf(id, manifest)).values()].flatMap((surfaces) => {
    const most = Math.max(...surfaces.map(worth));
    return surfaces.filter((id) => worth(id) === most);
  });
}

/** Catalogs that the text names or points to; of a provider's those that it points to more closely. */
export const pointedTo = ({ catalogs, surfaces }: Meant, manifest: Manifest): string[] =>
  bestSurfaces(
    catalogs.filter(({ by }) => by !== 'shape').map(({ id }) => id),
    (id) => (surfaces.has(id) ? 1 : 0),
    manifest,
  );

/** How well an answer is a catalog's: its shape, else how many of its keys the catalog's answers have at all. */
function fitOf(id: string, { fits, keys }: CodeSeen, manifest: Manifest): number {
  const fit = fits.get(id);
  if (fit !== undefined) return 100 + fit;
  const shapes = manifest.catalogs.find((catalog) => catalog.id === id)?.shapes ?? [];
  const known = new Set(shapes.flatMap((shape) => ('text' in shape ? [] : shape.known)));
  return keys.filter((key) => known.has(key)).length;
}

/** Catalogs that an answer's shape fits best. */
export function bestFits(fits: ReadonlyMap<string, number>): string[] {
  const best = Math.max(...fits.values());
  return [...fits].filter(([, fit]) => fit === best).map(([id]) => id);
}

/** Catalogs that a code is said to be of: by name, by a clue, else by a form that only they have. */
export function askedOf(seen: CodeSeen, meant: Meant, manifest: Manifest): string[] {
  const best = seen.ownShape ? bestFits(seen.fits) : [];
  const own = new Set(best.map((id) => providerOf(id, manifest))).size === 1 ? best : [];
  const pointed = pointedTo(meant, manifest);
  const both = pointed.filter((id) => own.includes(id));
  const asked = both.length > 0 ? both : pointed.length > 0 ? pointed : own;
  return bestSurfaces(
    asked,
    (id) => fitOf(id, seen, manifest) + (pointed.length === 0 && meant.surfaces.has(id) ? 1000 : 0),
    manifest,
  );
}

/**
 * How certainly a code of a paste is this entry's; undefined where it is another API's.
 * @param records all entries with the code
 * @param asked from `askedOf`
 */
export function evidenceOf(
  record: RecordData,
  records: readonly RecordData[],
  seen: CodeSeen,
  asked: readonly string[],
  meant: Meant,
  manifest: Manifest,
): number | undefined {
  const [id, code] = record;
  if (asked.length > 0) return asked.includes(id) ? (seen.ownShape ? weights.ownShape : weights.named) : undefined;
  const fits = (other: string): boolean =>
    seen.fits.size > 0 ? seen.fits.has(other) : seen.keys.length < 2 || fitOf(other, seen, manifest) > 0;
  const ids = records.map(([other]) => other).filter(fits);
  const surfaces = bestSurfaces(ids, (other) => (meant.surfaces.has(other) ? 1 : 0), manifest);
  if (!surfaces.includes(id)) return undefined;
  const alone = new Set(surfaces.map((other) => providerOf(other, manifest))).size === 1;
  const fit = seen.fits.get(id);
  const strange = fit !== undefined && fit < leastFit;
  return (fit === undefined || strange ? 0 : weights.sharedShape) + (alone && !strange ? codeWeight(code) : 0);
}
