/** Compresses what the build wrote. The last integration: what comes later would not be in the compressed files. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { compressFolder } from '../build/compress.ts';
import { settings } from '../settings.ts';

/**
 * After the build, compresses the text files in the encodings of `ATLAS_COMPRESS`, each into a file beside it; with
 * `none` it does nothing. Throws, and so ends the build, where a file cannot be read or written.
 */
export function compress(): AstroIntegration {
  return {
    name: 'error-atlas:compress',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        if (settings.compress.length === 0) return;
        const started = performance.now();
        const { files, bytes, compressed } = await compressFolder(fileURLToPath(dir), settings.compress);
        const sizes = Object.entries(compressed)
          .map(([encoding, size]) => `${encoding} ${megabytes(size)}`)
          .join(', ');
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        logger.info(`${files} files, ${megabytes(bytes)}: ${sizes} in ${seconds} s`);
      },
    },
  };
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
