/**
 * Tidies up the site's files once all are made: removes what is left of an earlier build, and compresses what changed.
 * Must be the last integration: what is written later would be neither recorded nor compressed.
 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { compressFiles, endings, isCompressible } from '../build/compress.ts';
import { currentBuild } from '../build/current.ts';
import { removeLeftovers, siteFiles, statesOf } from '../build/site-files.ts';
import { settings } from '../settings.ts';

/**
 * After the build, compresses the text files in the encodings of `ATLAS_COMPRESS`, each into a file beside it; with
 * `none`, compresses nothing. Throws, and so ends the build, if a file cannot be read or written.
 */
export function finish(): AstroIntegration {
  return {
    name: 'error-atlas:finish',
    hooks: {
      'astro:build:done': async ({ dir, pages, logger }) => {
        const started = performance.now();
        const out = fileURLToPath(dir);
        const names = siteFiles(
          out,
          pages.map(({ pathname }) => pathname),
        );
        const { states, changed } = statesOf(out, names);
        const count = Object.keys(states).length;
        const isText = (name: string): boolean => isCompressible(name, states[name]?.[0] ?? 0);
        const wanted = settings.compress.length === 0 ? [] : changed.filter(isText);
        const { files, bytes, compressed } = await compressFiles(out, wanted, settings.compress);
        const forms = Object.keys(states)
          .filter(isText)
          .flatMap((name) => settings.compress.map((encoding) => `${name}${endings[encoding]}`));
        Object.assign(states, statesOf(out, forms).states);
        removeLeftovers(out, states);
        currentBuild().files = states;
        const sizes = Object.entries(compressed).map(([encoding, size]) => `, ${encoding} ${megabytes(size)}`);
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        logger.info(
          `${count} files, ${changed.length} changed; compressed ${files}, ${megabytes(bytes)}${sizes.join('')}, in ${seconds} s`,
        );
      },
    },
  };
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
