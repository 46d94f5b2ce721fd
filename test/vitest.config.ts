import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

/** Everyone must get the same copy of graphql; Vite would give the sources its ES modules and packages the CommonJS ones. */
export const ONE_GRAPHQL = { find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') };

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  resolve: { alias: [ONE_GRAPHQL] },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
