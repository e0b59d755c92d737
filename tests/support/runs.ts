/** How often properties are tried: `npm test` tries them often, the quick commands a fifth of that. */
import fc from 'fast-check';

const isThorough = process.env['ATLAS_THOROUGH'] === '1';

/** @param most as often as `npm test` tries */
export const runs = (most: number): number => (isThorough ? most : Math.ceil(most / 5));

fc.configureGlobal({ numRuns: runs(100) });
