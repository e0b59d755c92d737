/** The full-text index. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { AstroIntegration } from 'astro';
import { besidePages, type NewlyMade } from '../build/beside-pages.ts';
import { writeFullText } from '../build/full-text.ts';
import { inThread } from '../build/threads.ts';

/**
 * Writes Pagefind's index of the catalogs' entries, the problems and the hand-written pages into the built site; there
 * is none in dev. Throws if Pagefind does not start or rejects a record.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'error-atlas:search-index',
    hooks: besidePages({
      name: 'search-index',
      label: 'full-text index',
      make: (dir) => inThread<NewlyMade>(new URL('../build/full-text-worker.ts', import.meta.url), dir),
      // Not in a thread, which would need another copy of the model.
      makeLate: (dir) => {
        giveMemoryBack();
        return writeFullText(dir);
      },
      update: writeFullText,
    }),
  };
}

/**
 * Frees memory. Rendering many pages leaves this process with three times the memory that it still needs. Pagefind, in
 * a process of its own, may need more than all the rest, and Node gives nothing back by itself.
 */
function giveMemoryBack(): void {
  setFlagsFromString('--expose-gc');
  const gc: NodeJS.GCFunction = runInNewContext('gc');
  gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
