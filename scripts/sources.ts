/**
 * Keeps catalogs true to the providers' pages: `npm run sources -- diff | new | import | stale`.
 * What each does is described in src/sources/command.ts.
 */
import { root, settings } from '../src/settings.ts';
import { runSources } from '../src/sources/command.ts';

const today = new Date().toISOString().slice(0, 10);
const { lines, exitCode } = runSources(process.argv.slice(2), { contentDir: settings.contentDir, root, today });
const print = exitCode === 2 ? console.error : console.log;
for (const line of lines) print(line);
process.exitCode = exitCode;
