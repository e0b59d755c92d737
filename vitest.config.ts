import { defineConfig } from 'vitest/config';

/** They change the environment before anything reads it, so that they need modules of their own. */
const apart = ['tests/unit/settings.test.ts', 'tests/unit/build/make-files.test.ts'];

export default defineConfig({
  test: {
    // Of two cores Vitest would leave one alone.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          exclude: apart,
          // Most of a file's time would be loading the same modules again, and reading the content.
          pool: 'threads',
          isolate: false,
          setupFiles: ['tests/support/runs.ts'],
        },
      },
      { test: { name: 'unit-apart', include: apart } },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
