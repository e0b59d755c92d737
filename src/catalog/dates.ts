/** Days given in the content. */
import type { Source } from './schema/files.ts';

/** Returns the latest day on which any of the sources was read: when what rests on them was last checked. */
export const lastRead = (sources: Iterable<Source>): string =>
  [...sources].reduce((last, { read }) => (read > last ? read : last), '');
