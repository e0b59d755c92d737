/**
 * Reports everything that is wrong with the content, one finding per line, and exits with 1 if there is any:
 * what would stop a build, and what violates the rules for texts and facts (src/editorial/).
 *
 *   npm run check:content                        all of it
 *   npm run check:content -- --catalog tickdb    one catalog only
 */
import { contentReport } from '../src/editorial/report.ts';
import { root, settings } from '../src/settings.ts';
import { optionsOf, runCommand } from './lib/command.ts';

runCommand(() => {
  const { catalog } = optionsOf({ catalog: { type: 'string' } }, 'catalog');
  const annotate = process.env['CI'] === 'true' && process.env['GITHUB_ACTIONS'] === 'true';
  const { contentDir } = settings;
  const { lines, exitCode } = contentReport({ contentDir, root, catalog, annotate });
  for (const line of lines) console.log(line);
  process.exitCode = exitCode;
});
