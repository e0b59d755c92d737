/** Everything that must hold: types and style, the model, the built site, and a real browser. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../src/settings.ts';
import { ensureChromium } from './lib/chromium.ts';

const bin = (name: string): string => join(root, 'node_modules', '.bin', name);
const reports = join(root, '.cache', 'tests');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Where vitest writes its counts; without it the step itself counts as one test. */
  readonly report?: string;
}

const vitest = (project: string): Step => {
  const report = join(reports, `${project}.json`);
  return {
    name: `${project} tests`,
    command: [
      bin('vitest'),
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    report,
  };
};

const steps: readonly Step[] = [
  { name: 'types of pages', command: [bin('astro'), 'check'] },
  { name: 'types', command: [bin('tsc'), '--noEmit'] },
  { name: 'lint and format', command: [bin('biome'), 'check', '--error-on-warnings'] },
  { name: 'content', command: [process.execPath, 'scripts/check-content.ts'] },
  vitest('unit'),
  { name: 'build', command: [process.execPath, 'scripts/build.ts', '--silent'] },
  vitest('site'),
];

process.env['CHROMIUM'] = ensureChromium();
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
// Steps run with the Node that runs this script, whatever the shell would find first.
process.env['PATH'] = `${join(root, 'node_modules', '.bin')}:${process.env['PATH']}`;

let passed = 0;
let failed = 0;
for (const { name, command, report } of steps) {
  console.log(`\n— ${name}`);
  const [program, ...args] = command;
  const { status } = spawnSync(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const counts = report === undefined ? undefined : readCounts(report);
  passed += counts?.passed ?? (status === 0 ? 1 : 0);
  failed += counts ? Math.max(counts.failed, status === 0 ? 0 : 1) : status === 0 ? 0 : 1;
  if (name === 'build' && status !== 0) break;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function readCounts(path: string): { passed: number; failed: number } | undefined {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(path, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return undefined;
  }
}
