import { defineConfig } from 'vitest/config';

/** Tests that change the environment before anything reads it, and so need modules of their own. */
const apart = ['tests/unit/settings.test.ts', 'tests/unit/build/make-files.test.ts'];

/** Time-outs: a test that hangs should be noticed; a busy machine is not a reason to fail. */
const patience = { testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    globalSetup: 'tests/support/temporary.ts',
    // Of two cores, Vitest would leave one unused.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...patience,
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          exclude: apart,
          // Otherwise most of a file's time would go into loading the same modules and reading the content again.
          pool: 'threads',
          isolate: false,
          setupFiles: ['tests/support/runs.ts'],
        },
      },
      { test: { ...patience, name: 'unit-apart', include: apart } },
      {
        test: {
          ...patience,
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          fileParallelism: false,
        },
      },
    ],
  },
});
