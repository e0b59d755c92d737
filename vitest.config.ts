import { defineConfig } from 'vitest/config';

/** They change the environment before anything reads it, so that they need modules of their own. */
const apart = ['tests/unit/settings.test.ts', 'tests/unit/build/make-files.test.ts'];

/** A test that hangs is to be noticed; a busy machine is no reason to fail. */
const patience = { testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    // Of two cores Vitest would leave one alone.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...patience,
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          exclude: apart,
          // Most of a file's time would be loading the same modules again, and reading the content.
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
