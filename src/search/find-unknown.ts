/** Finds codes that a catalog, or every catalog, lacks, with similar codes and the catalogs that do have them. */

import { nearCodes } from '../edit-distance.ts';
import { catalogName, type Draft, hitFor } from './candidates.ts';
import { readCodes, readRecord } from './data.ts';
import { providerOf } from './evidence.ts';
import type { CodesFound } from './find-codes.ts';
import type { FinderData, Hit, Manifest, Meant, RecordData, Token, UnknownCode } from './types.ts';

const mostUnknown = 3;
const mostNeighbours = 4;
const mostElsewhere = 6;

/**
 * Finds codes in the query that a catalog does not have, be it named or recognised by the answer's shape; in a short
 * query, also codes that no catalog has.
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
  const named = meant.catalogs.some(({ by }) => by === 'name');
  const unknown: Promise<UnknownCode>[] = [];
  for (const { seen, records, meant: focus, asked } of codes) {
    const { from, code } = seen;
    if (focus.length > 0 || !(isNumber(code) || (from === 'shape' && isLabel(code)))) continue;
    const answered = from === 'shape' || from === 'field';
    const bare = meant.plain && (from === 'bare' || from === 'http') && (rest.length === 0 || named);
    // A field called code may contain anything, unless a message accompanies it.
    const plainly = from === 'phrase' || (answered && (asked.length > 0 || seen.message !== undefined));
    if (!plainly && !bare) continue;
    // A message of the named API may be found beside a code that the API does not have.
    const beside = asked.length > 0 && (from === 'shape' || (byMessage && isLong(code)));
    if (exact.length > 0 && !beside) continue;
    if (asked.length === 0 ? records.length > 0 : records.some(([id]) => asked.includes(id))) continue;
    const elsewhere = others(records, asked, meant, manifest).map((record) => hitFor(record, 'same-code', manifest));
    for (const id of asked.length > 0 ? asked : [undefined]) {
      if (unknown.length < mostUnknown) unknown.push(describe(seen.code, id, elsewhere, manifest, data));
    }
  }
  return Promise.all(unknown);
}

const isNumber = (code: string): boolean => /^-?\d+$/.test(code);
const isLabel = (code: string): boolean => /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(code);
/** Whether a code has at least four digits; shorter numbers beside a message are counts. */
const isLong = (code: string): boolean => /^-?\d{4,}$/.test(code);

/**
 * Returns other entries with the code, those of the provider's other catalogs first. For a paste, successes are left
 * out: they say nothing about it.
 */
function others(
  records: readonly RecordData[],
  asked: readonly string[],
  { plain }: Meant,
  manifest: Manifest,
): readonly RecordData[] {
  const providers = new Set(asked.map((id) => providerOf(id, manifest)));
  const isNear = ([id]: RecordData): number => (providers.has(providerOf(id, manifest)) ? 0 : 1);
  return records
    .filter(([, , , success]) => plain || success === 0)
    .sort((a, b) => isNear(a) - isNear(b))
    .slice(0, mostElsewhere);
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

/** Finds entries whose codes are similar to a code, in one catalog or in all. */
export async function neighbours(
  code: string,
  catalog: string | undefined,
  manifest: Manifest,
  data: FinderData,
): Promise<Hit[]> {
  const lists = (await readCodes(data)).filter(([id]) => catalog === undefined || id === catalog);
  const codes = nearCodes(code, [...new Set(lists.flatMap(([, list]) => list))], mostNeighbours);
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
