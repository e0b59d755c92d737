/**
 * Checks that what is published is on record: addresses in permalinks.txt, entries in changes.yaml, their content in
 * published.txt.
 */
import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Report } from '../catalog/checks/names.ts';
import type { CatalogFiles, ContentFiles } from '../catalog/load.ts';
import { permanentPath } from '../catalog/paths.ts';
import { changesFile, changesFileName } from '../catalog/published/changes.ts';
import { type StateLine, stateLines, stateOf } from '../catalog/published/state.ts';
import type { Finding, Place } from '../catalog/reading/findings.ts';
import { readYaml } from '../catalog/reading/yaml.ts';
import { resolve } from '../catalog/resolve.ts';
import { meaningsOf } from './meanings.ts';

/** A list of what was published, and the command that updates it for a catalog. */
interface PublishedList {
  readonly file: string;
  readonly command: (catalog: string) => string;
  readonly addresses: ReadonlySet<string>;
}

/** Returns the command for one catalog, so that changes to others stay out of an unrelated commit. */
const writeChanges = (catalog: string): string => `npm run changes -- --catalog ${catalog}`;

/** Reads both lists. Errors in the lists themselves are reported by the build, which reads them too. */
export function publishedRecords(
  { permalinks, redirects }: ContentFiles,
  contentDir: string,
  root: string,
): readonly PublishedList[] {
  const { file, addresses } = listedEntries(redirects, contentDir, root);
  const promised = permalinks.lines.map((line) => line.trim());
  const records: PublishedList[] = [
    { file: permalinks.file, command: () => 'npm run permalinks', addresses: new Set(promised) },
  ];
  if (addresses) records.push({ file, command: writeChanges, addresses });
  return records;
}

/** Returns the addresses of all entries in the change list; undefined if it cannot be read. */
function listedEntries(
  redirects: ContentFiles['redirects'],
  contentDir: string,
  root: string,
): { readonly file: string; readonly addresses: ReadonlySet<string> | undefined } {
  const path = join(contentDir, changesFileName);
  const file = relative(root, path).split(sep).join('/');
  const unread: Finding[] = [];
  const sets = existsSync(path) ? readYaml(path, file, changesFile, unread).data : [];
  const moved = new Map(redirects.data?.map(({ from, to }) => [from, to]));
  const addresses = sets
    ?.flatMap(({ added }) => Object.entries(added ?? {}))
    .flatMap(([catalog, codes]) => codes.map((code) => permanentPath(catalog, code)))
    .flatMap((address) => [address, moved.get(address) ?? address]);
  return { file, addresses: addresses && new Set(addresses) };
}

/** Reports entries missing from a list, once per catalog and list. */
export function checkPublished({ id, codes }: CatalogFiles, records: readonly PublishedList[], report: Report): void {
  for (const { file, command, addresses } of records) {
    const isMissing = ({ code }: { readonly code: string }) => !addresses.has(permanentPath(id, code));
    const missing = codes.data?.filter(isMissing) ?? [];
    const [first] = missing;
    if (!first) continue;
    const more = missing.length === 1 ? 'is' : `and ${missing.length - 1} more of this catalog are`;
    report(
      codes.at([codes.data?.indexOf(first) ?? 0, 'code']),
      `${permanentPath(id, first.code)} ${more} not in ${file}, expected every entry there before it is published: run ${command(id)}`,
    );
  }
}

/**
 * Reports, once per catalog, meanings that have changed since the change list was last written: the next person to
 * write it would publish them under the wrong date and in the wrong commit. Entries that the list lacks altogether are
 * reported elsewhere.
 * @param catalogs catalogs of `files` for which nothing stops a build, neither in them nor around them
 */
export function checkState(
  files: ContentFiles,
  catalogs: readonly CatalogFiles[],
  { contentDir, root }: { readonly contentDir: string; readonly root: string },
  report: Report,
): void {
  const { addresses } = listedEntries(files.redirects, contentDir, root);
  if (!addresses) return;
  const { file } = files.published;
  const now = Map.groupBy(stateOf(resolve({ ...files, catalogs })), ({ catalog }) => catalog);
  const before = Map.groupBy(stateLines(files.published.lines), ([, line]) => line?.catalog);
  for (const catalog of catalogs) {
    const { id } = catalog;
    const known = new Map(
      (before.get(id) ?? []).flatMap(([number, line]) => (line ? [[keyOf(line), { number, line }]] : [])),
    );
    const lines = now.get(id) ?? [];
    const stale = lines.filter((line) => {
      const old = known.get(keyOf(line))?.line;
      return old ? old.hash !== line.hash || old.status !== line.status : addresses.has(permanentPath(id, line.code));
    });
    const kept = new Set(lines.map(keyOf));
    const gone = [...known.values()].filter(({ line }) => !kept.has(keyOf(line)));
    const [first] = [...stale, ...gone.map(({ line }) => line)];
    if (!first) continue;
    const others = stale.length + gone.length - 1;
    const more =
      others === 0 ? 'has' : `and ${others} more ${others === 1 ? 'meaning' : 'meanings'} of this catalog have`;
    const line = known.get(keyOf(first))?.number;
    report(
      line === undefined ? placeOf(catalog, first) : { file, line, column: 1 },
      `${keyOf(first)} ${more} changed since ${file} was written, expected every change on record before it is published: run ${writeChanges(id)}`,
    );
  }
}

/** Returns a meaning as findings name it. */
const keyOf = ({ catalog, code, slug }: StateLine): string => `${catalog} ${code} ${slug}`;

function placeOf(files: CatalogFiles, { code, slug }: StateLine): Place {
  const placed = meaningsOf(files).find(({ entry, meaning }) => entry.code === code && meaning.slug === slug);
  return files.codes.at(placed ? [...placed.path, 'slug'] : []);
}
