/** Addresses are a promise: each leads to one entry, and no published address is ever lost. */

import type { ContentFiles } from '../load.ts';
import { permanentPath, reservedSegments } from '../paths.ts';
import { stateLineExpected, stateLines } from '../published/state.ts';
import type { Place } from '../reading/findings.ts';
import { quoted } from '../schema/text.ts';
import { type Report, unique } from './names.ts';

/** Checks that codes do not share addresses, that what was published exists, and that redirects lead somewhere. */
export function checkAddresses(files: ContentFiles, report: Report): void {
  checkAnchors(files, report);
  const addresses = addressesOf(files, report);
  const { permalinks, redirects } = files;
  const moves = redirects.usable;
  unique(moves?.map((move) => move?.from) ?? [], 'redirect from', (index) => redirects.at([index, 'from']), report);
  moves?.forEach((move, index) => {
    const from = move?.from;
    if (from === undefined) return;
    const [, first = '', second, ...rest] = from.split('/');
    if (!second || rest.length !== 1 || reservedSegments.has(first)) {
      report(
        redirects.at([index, 'from']),
        `${shown(from)} cannot move, expected a permanent link, as /mexc-futures/1002/`,
      );
    } else if (addresses.has(from)) {
      report(
        redirects.at([index, 'from']),
        `the address ${shown(from)} is that of an entry, expected one that is gone`,
      );
    }
  });

  // If codes.yaml or one of its codes cannot be used, some addresses of its catalog are unknown.
  const unknown = new Set(
    files.catalogs
      .filter(({ codes }) => codes.usable === undefined || codes.usable.some((entry) => entry?.code === undefined))
      .map(({ id }) => id),
  );
  const isGone = (path: string) => !addresses.has(path) && !unknown.has(path.split('/')[1] ?? '');
  if (files.catalogs.length === 0) return;
  moves?.forEach((move, index) => {
    if (move?.to === undefined || !isGone(move.to)) return;
    report(
      redirects.at([index, 'to']),
      `the address ${shown(move.to)} does not exist, expected the permanent link of an entry`,
    );
  });
  if (moves === undefined || moves.some((move) => move?.from === undefined)) return;
  const moved = new Set(moves.map((move) => move?.from));
  permalinks.lines.forEach((line, index) => {
    const path = line.trim();
    if (path === '' || path.startsWith('#') || !isGone(path) || moved.has(path)) return;
    report(
      { file: permalinks.file, line: index + 1, column: line.indexOf(path) + 1 },
      `the address ${shown(path)} was published and no longer exists, expected its entry with status: retired, or a redirect in ${redirects.file}`,
    );
  });
}

/** Checks that published meanings exist: a link to one is promised, like the page's, as long as the entry exists. */
function checkAnchors({ catalogs, published }: ContentFiles, report: Report): void {
  const slugsOf = new Map<string, ReadonlySet<string | undefined>>();
  for (const { id, codes } of catalogs) {
    for (const entry of codes.usable ?? []) {
      const slugs = new Set(entry?.meanings?.map((meaning) => meaning?.slug) ?? [undefined]);
      if (entry?.code !== undefined) slugsOf.set(`${id} ${entry.code}`, slugs);
    }
  }
  for (const [line, meaning] of stateLines(published.lines)) {
    const place: Place = { file: published.file, line, column: 1 };
    if (!meaning) {
      report(place, stateLineExpected);
      continue;
    }
    const { catalog, code, slug } = meaning;
    const slugs = slugsOf.get(`${catalog} ${code}`);
    // A slug of the entry that is invalid may be this one.
    if (!slugs || slugs.has(slug) || slugs.has(undefined)) continue;
    report(
      place,
      `the meaning ${quoted(slug)} of ${catalog} ${code} was published and no longer exists, expected its slug as it was, since links end with it; where the provider has dropped the meaning, take this line out`,
    );
  }
}

/** Returns the permanent links of all entries; reports two codes that share one. */
function addressesOf({ catalogs }: ContentFiles, report: Report): ReadonlySet<string> {
  const addresses = new Map<string, { readonly code: string; readonly place: () => Place }>();
  for (const { id, codes } of catalogs) {
    codes.usable?.forEach((entry, index) => {
      if (entry?.code === undefined) return;
      const path = permanentPath(id, entry.code);
      const place = (): Place => codes.at([index, 'code']);
      const twin = addresses.get(path);
      if (!twin) addresses.set(path, { code: entry.code, place });
      else if (twin.code !== entry.code) {
        report(
          place(),
          `the code ${quoted(entry.code)} has the same address as ${quoted(twin.code)} on line ${twin.place().line} (${path}), expected one entry for an address`,
        );
      }
    });
  }
  return new Set(addresses.keys());
}

/** Shows an address in a finding, in quotes only if it contains unusual characters. */
const shown = (path: string): string => (/^[a-z0-9_/-]+$/.test(path) ? path : quoted(path));
