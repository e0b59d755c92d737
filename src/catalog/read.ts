/** Content files -> model: loads, checks and resolves. */
import { checkContent } from './checks/content.ts';
import { loadContent } from './load.ts';
import type { Atlas } from './model.ts';
import { ContentError, type Finding } from './reading/findings.ts';
import { resolve } from './resolve.ts';

/**
 * Loads, checks and resolves the content.
 * @param contentDir absolute path of the content folder
 * @param root findings name files relative to this folder
 * @throws ContentError with everything that is wrong
 */
export function readAtlas(contentDir: string, root: string): Atlas {
  const findings: Finding[] = [];
  const files = loadContent(contentDir, root, findings);
  checkContent(files, findings);
  if (findings.length > 0) throw new ContentError(findings);
  return resolve(files);
}
