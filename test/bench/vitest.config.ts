import { defineConfig } from 'vitest/config';
import { ONE_GRAPHQL } from '../vitest.config.js';

/** `npm run bench`: never part of the tests, whose times would depend on the machine. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  resolve: { alias: [ONE_GRAPHQL] },
  test: {
    include: ['test/bench/*.bench.ts'],
    testTimeout: 300_000,
    fileParallelism: false,
    // As `main.ts` runs.
    env: { NODE_ENV: 'production' },
    disableConsoleIntercept: true,
    reporters: ['dot'],
  },
});
