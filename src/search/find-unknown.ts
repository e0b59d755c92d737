/** Codes that do not exist, with what comes near to them and where else they do. */

import { catalogName, type Draft, hitFor } from './candidates.ts';
import { readCodes, readRecord } from './data.ts';
import { nearCodes } from './edit-distance.ts';
import type { CodesFound } from './find-codes.ts';
import type { FinderData, Hit, Manifest, Meant, Token, UnknownCode } from './types.ts';

const mostUnknown = 3;
const mostNeighbours = 4;
const mostElsewhere = 6;

/**
 * Codes of the query that a catalog named, or told by the answer's shape, does not have; in a short query
 * also codes that no catalog has.
 */
export async function findUnknown(
  meant: Meant,
  codes: CodesFound,
  rest: readonly Token[],
  exact: readonly Draft[],
  manifest: Manifest,
  data: FinderData,
): Promise<UnknownCode[]> {
  const byMessage = exact.some(({ why }) => why.has('message') || why.has('title'));
  const named = meant.catalogs.filter(({ by }) => by === 'name').map(({ id }) => id);
  const unknown: Promise<UnknownCode>[] = [];
  for (const { seen, records, meant: focus } of codes) {
    if (focus.length > 0 || byMessage || !/^-?\d+$/.test(seen.code)) continue;
    const asked = seen.from === 'shape' ? bestFits(seen.fits) : named;
    const plainly = seen.from === 'phrase' || seen.from === 'shape';
    const bare = meant.plain && (seen.from === 'bare' || seen.from === 'http');
    if (!plainly && !(bare && (rest.length === 0 || named.length > 0))) continue;
    if (asked.length === 0 && (records.length > 0 || exact.length > 0)) continue;
    const elsewhere = records.slice(0, mostElsewhere).map((record) => hitFor(record, 'same-code', manifest));
    for (const id of asked.length > 0 ? asked : [undefined]) {
      if (unknown.length < mostUnknown) unknown.push(describe(seen.code, id, elsewhere, manifest, data));
    }
  }
  return Promise.all(unknown);
}

/** The catalogs that the shape fits best. */
function bestFits(fits: ReadonlyMap<string, number>): string[] {
  const best = Math.max(...fits.values());
  return [...fits].filter(([, fit]) => fit === best).map(([id]) => id);
}

async function describe(
  code: string,
  catalog: string | undefined,
  elsewhere: readonly Hit[],
  manifest: Manifest,
  data: FinderData,
): Promise<UnknownCode> {
  return {
    code,
    catalog: catalog === undefined ? undefined : catalogName(catalog, manifest),
    neighbours: await neighbours(code, catalog, manifest, data),
    elsewhere,
  };
}

/** Entries whose codes come near to a code, in one catalog or in all. */
export async function neighbours(
  code: string,
  catalog: string | undefined,
  manifest: Manifest,
  data: FinderData,
): Promise<Hit[]> {
  const lists = (await readCodes(data)).filter(([id]) => catalog === undefined || id === catalog);
  const codes = nearCodes(
    code,
    [...new Set(lists.flatMap(([, list]) => list))],
    mostNeighbours,
    catalog === undefined ? 0 : 2,
  );
  const wanted = codes.flatMap((near) =>
    lists.filter(([, list]) => list.includes(near)).map(([id]) => [id, near] as const),
  );
  const records = await Promise.all(
    wanted.slice(0, mostNeighbours + 2).map(([id, near]) => readRecord(id, near, manifest, data)),
  );
  const opposite = code.startsWith('-') ? code.slice(1) : `-${code}`;
  return records
    .filter((record) => record !== undefined)
    .map((record) => hitFor(record, record[1] === opposite ? 'sign' : 'neighbour', manifest));
}
