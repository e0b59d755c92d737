/**
 * Writes what hosts need besides the pages: `_headers` and `_redirects`. Before that, checks pages for inline code that
 * no content security policy allows, because a page with such code would work in dev and not here.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isAsBefore } from '../build/current.ts';
import { siteFiles } from '../build/site-files.ts';
import { headersFile, redirectsFile } from '../hosting/netlify.ts';
import { policyFaults } from '../policy/check-page.ts';
import { settings } from '../settings.ts';
import { getAtlas } from '../site/atlas.ts';

/**
 * After the build, checks pages' inline code, then writes `_headers` and `_redirects`. Throws, naming pages and code,
 * if a policy would block any; stops checking after about twenty faults.
 */
export function hosting(): AstroIntegration {
  return {
    name: 'error-atlas:hosting',
    hooks: {
      'astro:build:done': ({ dir, pages, logger }) => {
        const started = performance.now();
        const out = fileURLToPath(dir);
        const files = siteFiles(
          out,
          pages.map(({ pathname }) => pathname),
        ).filter((name) => name.endsWith('.html'));
        const faults: string[] = [];
        const looked = pagesOfEachKind(files).filter((name) => !isAsBefore(out, name));
        for (const path of looked) {
          for (const fault of policyFaults(readFileSync(join(out, path), 'utf8'))) faults.push(`${path}: ${fault}`);
          if (faults.length > 20) break;
        }
        if (faults.length > 0) {
          throw new Error(`Code that the content security policy (src/policy/policy.ts) blocks:\n${faults.join('\n')}`);
        }
        const addresses = files.map((name) => `/${name.replace(/(^|\/)index\.html$/, '$1')}`);
        writeFileSync(join(out, '_headers'), headersFile(settings.base, addresses));
        writeFileSync(join(out, '_redirects'), redirectsFile(settings.base, getAtlas().redirects));
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        logger.info(`${looked.length} pages, some of each kind and new, keep to their security policy (${seconds} s)`);
      },
    },
  };
}

/** Number of pages of a folder that are checked: they come from one template. */
const mostOfFolder = 3;

/** Picks pages that differ in their frame: some from each folder, and so from each language, catalog and list. */
function pagesOfEachKind(files: readonly string[]): readonly string[] {
  const folders = Map.groupBy(files.toSorted(), (path) => dirname(dirname(path)));
  return [...folders.values()].flatMap((pages) => [...pages.slice(0, mostOfFolder - 1), ...pages.slice(-1)]);
}
