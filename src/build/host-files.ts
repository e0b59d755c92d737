/**
 * What hosts need besides the pages: `_headers` and `_redirects`. Before they are written, pages are checked for inline
 * code that no content security policy allows, because a page with such code would work in dev and not here.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { headersFile, redirectsFile } from '../hosting/netlify.ts';
import { policyFaults } from '../policy/check-page.ts';
import { settings } from '../settings.ts';
import { getAtlas } from '../site/atlas.ts';
import { currentBuild, isAsBefore } from './current.ts';
import { siteFiles } from './site-files.ts';
import { writeFiles } from './written-files.ts';

/**
 * Checks pages' inline code, then writes `_headers` and `_redirects`.
 * @param dir the site's root
 * @param pages pathnames of all pages, as Astro reports them
 * @returns the line for the build's log
 * @throws Error that names pages and code, if a policy would block any; stops checking after about twenty faults
 */
export function writeHostFiles(dir: string, pages: Iterable<string>): string {
  const started = performance.now();
  const files = siteFiles(dir, pages).filter((name) => name.endsWith('.html'));
  const faults: string[] = [];
  const looked = pagesOfEachKind(files).filter((name) => !isAsBefore(name));
  for (const path of looked) {
    for (const fault of policyFaults(readFileSync(join(dir, path), 'utf8'))) faults.push(`${path}: ${fault}`);
    if (faults.length > 20) break;
  }
  if (faults.length > 0) {
    throw new Error(`Code that the content security policy (src/policy/policy.ts) blocks:\n${faults.join('\n')}`);
  }
  const addresses = files.map((name) => `/${name.replace(/(^|\/)index\.html$/, '$1')}`);
  const { written } = writeFiles(
    [
      { path: '/_headers', content: headersFile(settings.base, addresses) },
      { path: '/_redirects', content: redirectsFile(settings.base, getAtlas().redirects) },
    ],
    dir,
  );
  for (const name of written) currentBuild().written?.add(name);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  return `${looked.length} pages, some of each kind and new, keep to their security policy (${seconds} s)`;
}

/** Number of pages of a folder that are checked: they come from one template. */
const mostOfFolder = 3;

/** Picks pages that differ in their frame: some from each folder, and so from each language, catalog and list. */
function pagesOfEachKind(files: readonly string[]): readonly string[] {
  const folders = Map.groupBy(files.toSorted(), (path) => dirname(dirname(path)));
  return [...folders.values()].flatMap((pages) => [...pages.slice(0, mostOfFolder - 1), ...pages.slice(-1)]);
}
