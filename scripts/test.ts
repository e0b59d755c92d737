/**
 * Checks everything: types and style, the model, the built site, and a real browser.
 *
 *   npm test                        all of it
 *   npm test -- --catalog tickdb    only what is about one catalog, in seconds: its content, pages, JSON and links
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../src/settings.ts';
import { ensureChromium } from './lib/chromium.ts';
import { optionsOf, runCommand } from './lib/command.ts';

const bin = (name: string): string => join(root, 'node_modules', '.bin', name);
const reports = join(root, '.cache', 'tests');

interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** The file in which vitest writes its counts; without it the step itself counts as one test. */
  readonly report?: string;
  /** True if the following steps are pointless when this one fails. */
  readonly isNeeded?: boolean;
}

/** @param only files and names of tests, if not all tests of the project are wanted */
const vitest = (project: string, ...only: readonly string[]): Step => {
  const report = join(reports, `${project.replace('*', '')}.json`);
  return {
    name: `${project.replace('*', '')} tests`,
    command: [
      bin('vitest'),
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...only,
    ],
    report,
  };
};

const steps: readonly Step[] = [
  { name: 'types of pages', command: [bin('astro'), 'check'] },
  { name: 'types', command: [bin('tsc'), '--noEmit'] },
  { name: 'lint and format', command: [bin('biome'), 'check', '--error-on-warnings'] },
  { name: 'content', command: [process.execPath, 'scripts/check-content.ts'] },
  vitest('unit*'),
  { name: 'build', command: [process.execPath, 'scripts/build.ts', '--silent'], isNeeded: true },
  vitest('site'),
];

/** Unit tests that check pages and files of the real content: for one catalog they take seconds. */
const perCatalog = ['documents/document', 'generate/api/json', 'generate/permanent-links'].map(
  (name) => `tests/unit/${name}.test.ts`,
);
/** Runs the tests in one process, which reads the content once. */
const together = ['--no-isolate', '--maxWorkers=1'];

const stepsFor = (catalog: string): readonly Step[] => [
  { name: 'content', command: [process.execPath, 'scripts/check-content.ts', '--catalog', catalog], isNeeded: true },
  vitest('unit', ...perCatalog, ...together, '-t', 'the real content'),
];

runCommand(() => {
  const { catalog } = optionsOf({ catalog: { type: 'string' } }, 'catalog');
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Steps run with the Node that runs this script, no matter which the shell would find first.
  process.env['PATH'] = `${join(root, 'node_modules', '.bin')}:${process.env['PATH']}`;
  if (catalog === undefined) {
    process.env['CHROMIUM'] = ensureChromium();
    // Properties are tried more often than in the quick commands.
    process.env['ATLAS_THOROUGH'] = '1';
    run(steps);
  } else {
    process.env['ATLAS_TEST_CATALOG'] = catalog;
    run(stepsFor(catalog));
  }
});

/** Runs the steps in order, and prints how many tests passed and failed. Stops after a needed step that fails. */
function run(all: readonly Step[]): void {
  let passed = 0;
  let failed = 0;
  for (const { name, command, report, isNeeded } of all) {
    console.log(`\n— ${name}`);
    const [program, ...args] = command;
    const { status } = spawnSync(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    const counts = report === undefined ? undefined : readCounts(report);
    passed += counts?.passed ?? (status === 0 ? 1 : 0);
    failed += counts ? Math.max(counts.failed, status === 0 ? 0 : 1) : status === 0 ? 0 : 1;
    if (isNeeded && status !== 0) break;
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function readCounts(path: string): { passed: number; failed: number } | undefined {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(path, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return undefined;
  }
}
