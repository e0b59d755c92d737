/** Editorial findings for the tiny fixture with changes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadContent } from '../../../src/catalog/load.ts';
import { formatFinding } from '../../../src/catalog/reading/findings.ts';
import { editorialFindings } from '../../../src/editorial/index.ts';
import { change, type Edit, inCopy } from '../../support/broken.ts';

/** An edit to a file, or a file that the fixture does not have. */
export type Change = Edit | readonly [file: string, text: string];

export const zhCn = 'catalogs/acme/text.zh-cn.yaml';

/** Makes changes in a copy of the fixture. */
export function apply(folder: string, changes: readonly Change[]): void {
  for (const [file, first, after] of changes) {
    if (after !== undefined) change(folder, [file, first, after]);
    else {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), first);
    }
  }
}

/**
 * @param about selects findings: the fixture is small, and breaks rules that other tests cover
 * @returns the selected findings, one line each
 */
export const judge = (about: RegExp, ...changes: readonly Change[]): readonly string[] =>
  inCopy((folder) => {
    apply(folder, changes);
    return editorialFindings(loadContent(folder, folder, []), { contentDir: folder, root: folder })
      .map(formatFinding)
      .filter((line) => about.test(line));
  });
