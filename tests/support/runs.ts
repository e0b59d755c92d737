/** How often properties are tried: `npm test` tries them often, the quick commands a tenth of that. */
import fc from 'fast-check';

export const isThorough = process.env['ATLAS_THOROUGH'] === '1';

/** @param most number of tries in `npm test` */
export const runs = (most: number): number => (isThorough ? most : Math.ceil(most / 10));

/**
 * Returns all items in `npm test`, every tenth in the quick commands: for long lists whose items pass or fail alike.
 */
export const some = <T>(all: readonly T[]): readonly T[] => (isThorough ? all : all.filter((_, i) => i % 10 === 0));

fc.configureGlobal({ numRuns: runs(100) });
