/**
 * What hosts need besides the pages: `_headers` and `_redirects`. Before that pages are looked through for inline
 * code that no content security policy allows, because a page with such code would work in dev and not here.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headersFile, redirectsFile } from '../hosting/netlify.ts';
import { policyFaults } from '../policy/check-page.ts';
import { settings } from '../settings.ts';
import { getAtlas } from '../site/atlas.ts';

/**
 * After the build, checks pages' inline code, then writes `_headers` and `_redirects`. Throws, naming pages and
 * code, where a policy would block any; it stops looking after some twenty.
 */
export function hosting(): AstroIntegration {
  return {
    name: 'error-atlas:hosting',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const started = performance.now();
        const out = fileURLToPath(dir);
        const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
        const faults: string[] = [];
        const looked = pagesOfEachKind(files);
        for (const path of looked) {
          for (const fault of policyFaults(readFileSync(join(out, path), 'utf8'))) faults.push(`${path}: ${fault}`);
          if (faults.length > 20) break;
        }
        if (faults.length > 0) {
          throw new Error(`Code that the content security policy (src/policy/policy.ts) blocks:\n${faults.join('\n')}`);
        }
        const pages = files.map((path) => `/${path.replaceAll(sep, '/').replace(/(^|\/)index\.html$/, '$1')}`);
        writeFileSync(join(out, '_headers'), headersFile(settings.base, pages));
        writeFileSync(join(out, '_redirects'), redirectsFile(settings.base, getAtlas().redirects));
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        logger.info(`${looked.length} pages, some of each kind, keep to their security policy (${seconds} s)`);
      },
    },
  };
}

/** So many pages of a folder are looked at: they come from one template. */
const mostOfFolder = 3;

/** Pages that differ in their frame: some of each folder, and so of each language, catalog and list. */
function pagesOfEachKind(files: readonly string[]): readonly string[] {
  const folders = Map.groupBy(files.toSorted(), (path) => dirname(dirname(path)));
  return [...folders.values()].flatMap((pages) => [...pages.slice(0, mostOfFolder - 1), ...pages.slice(-1)]);
}
