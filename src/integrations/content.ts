/**
 * Writes what is made without Astro beside the pages: JSON, Markdown twins, permanent links, search data. In dev the
 * same files are served from memory, and a saved content file shows up at once.
 */
import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { checkContent } from '../build/check-content.ts';
import { isBuilding } from '../build/current.ts';
import { plainContext } from '../build/file-kinds.ts';
import { filePath } from '../build/written-files.ts';
import { ContentError } from '../catalog/reading/findings.ts';
import { ValuesInMemory } from '../catalog/reading/known-values.ts';
import { type Download, downloads } from '../generate/downloads.ts';
import type { GeneratedFile } from '../generate/generated-file.ts';
import { generateFiles } from '../generate/index.ts';
import { contentType } from '../hosting/headers.ts';
import { isLocale } from '../locales.ts';
import { settings } from '../settings.ts';
import { forgetAtlas, getAtlas, getChanges, readWith } from '../site/atlas.ts';

/**
 * Makes the files alongside a build, which has already checked the content; if anything is wrong, ends `astro sync`
 * with a report of all of it. In dev, serves the files from memory and shows what is wrong over the page. Throws only
 * what is not the content's fault, such as a folder that cannot be written.
 */
export function generate(): AstroIntegration {
  return {
    name: 'error-atlas:generate',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command === 'build' && !isBuilding()) {
          throw new RangeError('astro build: expected npm run build, which knows what the last one left');
        }
        if (command !== 'sync') return;
        try {
          checkContent();
        } catch (error) {
          stop(error);
        }
      },
      'astro:server:setup': ({ server, logger }) => {
        readWith(new ValuesInMemory());
        let files: ReadonlyMap<string, GeneratedFile> | undefined;
        const fileAt = (path: string): GeneratedFile | undefined => {
          files ??= new Map(
            [...generateFiles(getAtlas(), { ...plainContext(), changes: getChanges() })].map((file) => [
              filePath(file.path),
              file,
            ]),
          );
          return files.get(filePath(path));
        };
        // Astro watches the hand-written pages by itself.
        const handWritten = join(settings.contentDir, 'docs') + sep;
        const { watcher } = server;
        watcher.add(settings.contentDir);
        let pending: ReturnType<typeof setTimeout> | undefined;
        const forget = (): void => {
          forgetAtlas();
          files = undefined;
          // Astro keeps what getStaticPaths returned until it gets this message, as sent by its own content layer.
          for (const { hot } of Object.values(server.environments)) hot.send('astro:content-changed', {});
        };
        const changed = (path: string): void => {
          if (!path.startsWith(settings.contentDir + sep) || path.startsWith(handWritten)) return;
          // Immediately: Vite may reload a page with an overlay by itself, and would show the old page.
          forget();
          clearTimeout(pending);
          pending = setTimeout(() => {
            forget();
            try {
              getAtlas();
              server.ws.send({ type: 'full-reload' });
            } catch (error) {
              const { message } = error as Error;
              logger.error(message);
              server.ws.send({ type: 'error', err: { message, stack: '', plugin: 'error-atlas', ...place(error) } });
            }
          }, 50);
        };
        watcher.on('change', changed).on('add', changed).on('unlink', changed);
        server.middlewares.use((request, response, next) => {
          let file: GeneratedFile | undefined;
          let download: Download | undefined;
          try {
            const path = decodeURI((request.url ?? '/').split(/[?#]/, 1)[0] ?? '/');
            download = downloads.find((each) => each.path === path);
            // Making all files takes seconds after each change; what every page loads is not among them.
            const isStatic = existsSync(join(server.config.publicDir, path));
            if (!isMadeByAstro(path) && !isStatic) file = fileAt(download?.of ?? path);
          } catch {
            // The requested page shows what is wrong with the content or the address.
          }
          if (!file) return next();
          response.setHeader('content-type', contentType(download?.path ?? file.path));
          response.end(download ? gzipSync(file.text) : file.text);
        });
      },
    },
  };
}

/** Returns true if an address is a page in a language, or belongs to Vite. */
const isMadeByAstro = (path: string): boolean => {
  const [, first = ''] = path.split('/');
  return (isLocale(first) && path.endsWith('/')) || /^(?:@.*|src|node_modules|\.astro)$/.test(first);
};

/** Returns the file and line that Vite's overlay shows beside a message. */
function place(error: unknown): { loc?: { file: string; line: number; column: number } } {
  const first = error instanceof ContentError ? error.findings[0] : undefined;
  return first ? { loc: { file: first.file, line: first.line, column: first.column } } : {};
}

/** Reports mistakes in the content without a stack, and exits before anything is written. */
function stop(error: unknown): never {
  if (!(error instanceof ContentError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
