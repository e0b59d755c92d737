/** Content files -> model: loads, checks and resolves. */
import { checkContent } from './checks/content.ts';
import { loadContent } from './load.ts';
import type { Atlas } from './model.ts';
import { ContentError, type Finding } from './reading/findings.ts';
import type { KnownValues } from './reading/known-values.ts';
import { resolve } from './resolve.ts';

/**
 * Loads, checks and resolves the content.
 * @param contentDir absolute path of the content folder
 * @param root findings name files relative to this folder
 * @param known values of texts that were read before
 * @throws ContentError with everything that is wrong
 */
export function readAtlas(contentDir: string, root: string, known?: KnownValues): Atlas {
  const findings: Finding[] = [];
  const files = loadContent(contentDir, root, findings, known);
  checkContent(files, findings);
  if (findings.length > 0) throw new ContentError(findings);
  return resolve(files);
}
