/** Makes the output of `npm run check:content`, without the process around it. */
import { join, relative, sep } from 'node:path';
import { checkContent } from '../catalog/checks/content.ts';
import { checkPages } from '../catalog/checks/handwritten-pages.ts';
import { reporter } from '../catalog/checks/names.ts';
import { type CatalogFiles, type ContentFiles, loadContent } from '../catalog/load.ts';
import { readChanges } from '../catalog/published/changes.ts';
import { byPlace, ContentError, type Finding, formatFinding } from '../catalog/reading/findings.ts';
import { resolve } from '../catalog/resolve.ts';
import { editorialFindings, type Scope } from './index.ts';
import { checkState } from './published.ts';

export interface ContentReport {
  readonly lines: readonly string[];
  /** 1 if anything is wrong. */
  readonly exitCode: 0 | 1;
}

/**
 * Reports everything that is wrong with the content: what stops a build, and what makes a text bad.
 * @param annotate whether each finding is repeated in the form that GitHub shows beside the line
 * @throws RangeError for a catalog that does not exist
 */
export function contentReport(scope: Scope & { readonly annotate?: boolean }): ContentReport {
  const { contentDir, root, catalog } = scope;
  const built: Finding[] = [];
  const files = loadContent(contentDir, root, built);
  const ids = files.catalogs.map(({ id }) => id);
  if (catalog !== undefined && !ids.includes(catalog))
    throw new RangeError(`no catalog ${catalog}, expected one of ${ids.join(', ')}`);
  checkContent(files, built);
  if (catalog === undefined) built.push(...aroundCatalogs(files, built, scope));

  const folder = files.catalogs.find(({ id }) => id === catalog)?.folder;
  const stopping = built.filter(({ file }) => folder === undefined || file.startsWith(`${folder}/`));
  const editorial = [...editorialFindings(files, scope), ...recordFindings(files, built, scope)];
  const all = [...stopping, ...editorial].sort(byPlace);
  const counts = `${all.length} ${all.length === 1 ? 'finding' : 'findings'}: ${stopping.length} that ${stopping.length === 1 ? 'stops' : 'stop'} a build, ${editorial.length} of texts and facts`;
  const judged = catalog === undefined ? `${ids.length} catalogs` : `the catalog ${catalog}`;
  return {
    lines: [
      ...all.map(formatFinding),
      ...(scope.annotate ? all.map(annotation) : []),
      all.length === 0 ? `no findings in ${judged}` : `${counts}, in ${judged}`,
    ],
    exitCode: all.length === 0 ? 0 : 1,
  };
}

/** Returns changes that are not on record, for catalogs that could be built. */
function recordFindings(files: ContentFiles, told: readonly Finding[], scope: Scope): readonly Finding[] {
  const isOf = ({ folder }: CatalogFiles, { file }: Finding) => file.startsWith(`${folder}/`);
  const lists = new Set([files.permalinks.file, files.published.file]);
  const around = told.filter((finding) => !files.catalogs.some((catalog) => isOf(catalog, finding)));
  if (around.some(({ file }) => !lists.has(file))) return [];
  const findings: Finding[] = [];
  const sound = files.catalogs.filter(
    (catalog) =>
      (scope.catalog === undefined || catalog.id === scope.catalog) && !told.some((finding) => isOf(catalog, finding)),
  );
  checkState(files, sound, scope, reporter(findings));
  return findings;
}

/** Returns what a build reports about hand-written pages, and about the change list if there are no other findings. */
function aroundCatalogs(
  files: ContentFiles,
  told: readonly Finding[],
  { contentDir, root }: Scope,
): readonly Finding[] {
  const docs = join(contentDir, 'docs');
  const pages = checkPages(
    docs,
    relative(root, docs).split(sep).join('/'),
    files.catalogs.map(({ id }) => id),
  );
  if (told.length > 0) return pages;
  try {
    readChanges(contentDir, root, resolve(files));
    return pages;
  } catch (error) {
    if (error instanceof ContentError) return [...pages, ...error.findings];
    throw error;
  }
}

/** Formats a workflow command of GitHub Actions, in which a few characters have a special meaning. */
function annotation({ file, line, column, message }: Finding): string {
  const text = (value: string) => value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (value: string) => text(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::error file=${property(file)},line=${line},col=${column}::${text(message)}`;
}
