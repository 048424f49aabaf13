/** Two projects: unit tests of rules, and tests of the two built sites in a browser. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    maxConcurrency: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**'],
          environment: 'node',
          // One core is kept free else, which on a machine of two is half of them.
          maxWorkers: '100%',
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/browser/setup.ts'],
          // So long that only what hangs is stopped: how fast a machine is decides no test.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 15_000 } },
          // Only where the link to the browser failed, not the site: what a test found out is never asked twice.
          retry: { count: 2, condition: /^\w+\.\w+: Protocol error \(/ },
          maxWorkers: 2,
        },
      },
    ],
  },
});
