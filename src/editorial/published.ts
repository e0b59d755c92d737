/** What is published is on record: addresses in permalinks.txt, entries in changes.yaml. */
import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Report } from '../catalog/checks/names.ts';
import type { CatalogFiles, ContentFiles } from '../catalog/load.ts';
import { permanentPath } from '../catalog/paths.ts';
import { changesFile, changesFileName } from '../catalog/published/changes.ts';
import type { Finding } from '../catalog/reading/findings.ts';
import { readYaml } from '../catalog/reading/yaml.ts';

/** A list of what was published, and the command that brings it up to date. */
interface PublishedList {
  readonly file: string;
  readonly command: string;
  readonly addresses: ReadonlySet<string>;
}

/** Reads both lists. What is wrong with them themselves is told by the build, which reads them too. */
export function publishedRecords(
  { permalinks, redirects }: ContentFiles,
  contentDir: string,
  root: string,
): readonly PublishedList[] {
  const path = join(contentDir, changesFileName);
  const shown = relative(root, path).split(sep).join('/');
  const unread: Finding[] = [];
  const sets = existsSync(path) ? readYaml(path, shown, changesFile, unread).data : [];
  const moved = new Map(redirects.data?.map(({ from, to }) => [from, to]));
  const listed = (sets ?? [])
    .flatMap(({ added }) => Object.entries(added ?? {}))
    .flatMap(([catalog, codes]) => codes.map((code) => permanentPath(catalog, code)))
    .flatMap((address) => [address, moved.get(address) ?? address]);
  const promised = permalinks.lines.map((line) => line.trim());
  const records = [{ file: permalinks.file, command: 'npm run permalinks', addresses: new Set(promised) }];
  if (sets) records.push({ file: shown, command: 'npm run changes', addresses: new Set(listed) });
  return records;
}

/** Reports, once for a catalog and a list, entries that the list lacks. */
export function checkPublished({ id, codes }: CatalogFiles, records: readonly PublishedList[], report: Report): void {
  for (const { file, command, addresses } of records) {
    const isMissing = ({ code }: { readonly code: string }) => !addresses.has(permanentPath(id, code));
    const missing = codes.data?.filter(isMissing) ?? [];
    const [first] = missing;
    if (!first) continue;
    const more = missing.length === 1 ? 'is' : `and ${missing.length - 1} more of this catalog are`;
    report(
      codes.at([codes.data?.indexOf(first) ?? 0, 'code']),
      `${permanentPath(id, first.code)} ${more} not in ${file}, expected every entry there before it is published: run ${command}`,
    );
  }
}
