/** Days that the content carries. */
import type { Source } from './schema/files.ts';

/** The day on which the newest of some documents was read: when what rests on them was last checked. */
export const lastRead = (sources: Iterable<Source>): string =>
  [...sources].reduce((last, { read }) => (read > last ? read : last), '');
