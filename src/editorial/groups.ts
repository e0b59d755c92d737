/** Checks that codes are in sensible groups, success apart from errors, and that problems have distinct titles. */
import type { Report } from '../catalog/checks/names.ts';
import type { CatalogFiles } from '../catalog/load.ts';
import type { YamlFile } from '../catalog/reading/yaml.ts';
import type { ProblemTextFile } from '../catalog/schema/files.ts';
import { quoted } from '../catalog/schema/text.ts';
import { noErrors } from '../catalog/schema/vocabulary.ts';
import { type Categories, meaningsOf } from './meanings.ts';

/** Reports groups without codes. */
export function checkGroups({ catalog, codes }: CatalogFiles, report: Report): void {
  if (!catalog.data || !codes.data) return;
  const used = new Set(codes.data.map(({ group }) => group));
  for (const [index, group] of catalog.data.groups.entries()) {
    if (used.has(group)) continue;
    report(
      catalog.at(['groups', index]),
      `the group ${quoted(group)} has no codes, expected one at least: take it out here and in the texts, or put codes into it`,
    );
  }
}

/** Reports meanings that are a success in one respect but not in another, and successes in a group with errors. */
export function checkSuccess(files: CatalogFiles, categories: Categories, report: Report): void {
  const { codes } = files;
  const mixed = new Set<string>();
  for (const { entry, meaning, path } of meaningsOf(files)) {
    const category = categories.get(meaning.problem);
    if (category === undefined) continue;
    if (category !== 'success') mixed.add(entry.group);
    const isHarmless = noErrors.has(category);
    if (isHarmless === (meaning.retry === 'none')) continue;
    const why = isHarmless
      ? `a ${category}, expected none: there is nothing to send again`
      : 'no success, expected what a program may do (never, after-fix, backoff, automatic or check-first), or a problem of the category success or notice';
    report(
      codes.at([...path, 'retry']),
      `retry: ${meaning.retry}, while the problem ${quoted(meaning.problem)} is ${why}`,
    );
  }
  for (const [index, { code, group, meanings }] of (codes.data ?? []).entries()) {
    const succeeds = meanings.some(({ problem }) => categories.get(problem) === 'success');
    if (!succeeds || !mixed.has(group)) continue;
    report(
      codes.at([index, 'group']),
      `the success ${quoted(code)} stands in the group ${quoted(group)} with errors, expected a group of its own: add one to groups in catalog.yaml, and its name to the texts`,
    );
  }
}

/** Reports problems that a reader could not distinguish. */
export function checkProblemTitles({ data, at }: YamlFile<ProblemTextFile>, report: Report): void {
  const first = new Map<string, string>();
  for (const [id, { title }] of Object.entries(data ?? {})) {
    const other = first.get(title);
    if (other === undefined) first.set(title, id);
    else {
      report(
        at([id, 'title']),
        `the title ${quoted(title)} is that of the problem ${quoted(other)} too, expected one of its own`,
      );
    }
  }
}
