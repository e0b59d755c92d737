/**
 * Weighs the evidence for one API against all others. A code in a short query is asked for directly: all entries with
 * it are meant. In a paste it may belong to any API, and an entry is certain only from `sure` on.
 */

import { tellingWeight } from './text.ts';
import type { CodeSeen, Manifest, Meant, RecordData, Token } from './types.ts';

export const sure = 100;

export const weights = {
  /**
   * The text names the API, or contains one of its hosts, paths, headers, packages or exceptions: whoever writes that
   * knows. Nothing overrules it.
   */
  named: 100,
  /** The answer has keys, or the line has words, that only this API uses, and a place for a code and a message. */
  ownShape: 100,
  /** The answer has a form shared by several APIs, such as code and msg: enough only with nearly all other evidence. */
  sharedShape: 20,
  /**
   * Only this API has the code; indexed by its length, a minus included: up to three characters are common statuses and
   * counts, four are widespread, five are one API's own choice.
   */
  ownCode: [0, 0, 0, 0, 50, 100],
  /** A telling word of a literal beside its code: two and a half such words are enough to be sure. */
  word: 40,
} as const;

/** Lowest fit at which an answer counts as the catalog's: below it, too many of its keys are unknown there. */
const leastFit = 20;

/**
 * Returns how much a code says by belonging to only one API; a name in capitals of several words counts like a long
 * number.
 */
const codeWeight = (code: string): number =>
  weights.ownCode[/^-?\d+/.test(code) ? Math.min(code.length, 5) : /[_-]/.test(code) ? 5 : 0] ?? 0;

/** Returns what a literal beside its code adds. */
export const literalWeight = (tokens: readonly Token[]): number => weights.word * tellingWeight(tokens);

/** Returns the provider of a catalog; an id that the manifest does not have is its own provider. */
export const providerOf = (id: string, manifest: Manifest): string =>
  manifest.catalogs.find((catalog) => catalog.id === id)?.provider ?? id;

/** Returns, for each provider, the catalogs that `worth` rates highest. */
function bestSurfaces(ids: readonly string[], worth: (id: string) => number, manifest: Manifest): string[] {
  return [...Map.groupBy(ids, (id) => providerOf(id, manifest)).values()].flatMap((surfaces) => {
    const most = Math.max(...surfaces.map(worth));
    return surfaces.filter((id) => worth(id) === most);
  });
}

/** Returns the catalogs that the text names or points to; for each provider, only those it points to most closely. */
export const pointedTo = ({ catalogs, surfaces }: Meant, manifest: Manifest): string[] =>
  bestSurfaces(
    catalogs.filter(({ by }) => by !== 'shape').map(({ id }) => id),
    (id) => (surfaces.has(id) ? 1 : 0),
    manifest,
  );

/**
 * Returns how well an answer fits a catalog: by its shape, otherwise by how many of its keys appear in the catalog's
 * answers.
 */
function fitOf(id: string, { fits, keys }: CodeSeen, manifest: Manifest): number {
  const fit = fits.get(id);
  if (fit !== undefined) return 100 + fit;
  const shapes = manifest.catalogs.find((catalog) => catalog.id === id)?.shapes ?? [];
  const known = new Set(shapes.flatMap((shape) => ('text' in shape ? [] : shape.known)));
  return keys.filter((key) => known.has(key)).length;
}

/** Returns the catalogs whose shape the answer fits best. */
export function bestFits(fits: ReadonlyMap<string, number>): string[] {
  const best = Math.max(...fits.values());
  return [...fits].filter(([, fit]) => fit === best).map(([id]) => id);
}

/**
 * Returns the catalogs that a code is said to belong to: by name, by a clue, otherwise by a form that only they have.
 */
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
 * Returns how certain it is that a code in a paste is this entry's; undefined if it belongs to another API.
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
