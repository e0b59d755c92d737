/** Editorial findings for the tiny fixture with changes. */
import { loadContent } from '../../../src/catalog/load.ts';
import { formatFinding } from '../../../src/catalog/reading/findings.ts';
import { editorialFindings } from '../../../src/editorial/index.ts';
import { type Change, withChanges } from '../../support/broken.ts';

export const zhCn = 'catalogs/acme/text.zh-cn.yaml';

/**
 * @param about selects findings: the fixture is small, and breaks rules that other tests cover
 * @returns the selected findings, one line each
 */
export const judge = (about: RegExp, ...changes: readonly Change[]): readonly string[] =>
  withChanges(changes, (folder, known) =>
    editorialFindings(loadContent(folder, folder, [], known), { contentDir: folder, root: folder })
      .map(formatFinding)
      .filter((line) => about.test(line)),
  );
