/** Checks the content that is built. */
import { join } from 'node:path';
import { checkPages } from '../catalog/checks/handwritten-pages.ts';
import { ContentError } from '../catalog/reading/findings.ts';
import { root } from '../settings.ts';
import { getAtlas } from '../site/atlas.ts';

/** @throws ContentError with everything that is wrong in catalogs or, if nothing is, in the hand-written pages */
export function checkContent(): void {
  const { catalogs } = getAtlas();
  const shown = 'content/docs';
  const findings = checkPages(
    join(root, shown),
    shown,
    catalogs.map(({ id }) => id),
  );
  if (findings.length > 0) throw new ContentError(findings);
}
