import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

/** Everyone must get the same copy of graphql; Vite would give the sources its ES modules and packages the CommonJS ones. */
export const ONE_GRAPHQL = { find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') };

/** Apollo's suite for HTTP integrations is written for Jest, but asks nothing of it that Vitest has not. */
const FOR_JEST = {
  find: '@jest/globals',
  replacement: new URL('http/apollo/jestGlobals.ts', import.meta.url).pathname,
};

const ROOT = new URL('..', import.meta.url).pathname;
const NEEDS_NEO4J = ['test/neo4j/**/*.test.ts', 'test/faults/**/*.test.ts', 'test/conformance/neo4j.test.ts'];
export const COMMON = { root: ROOT, resolve: { alias: [ONE_GRAPHQL, FOR_JEST] } };
const TIMEOUTS = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  ...COMMON,
  test: {
    globalSetup: ['test/support/build.ts'],
    projects: [
      {
        ...COMMON,
        test: {
          ...TIMEOUTS,
          name: 'unit',
          server: { deps: { inline: ['@apollo/server-integration-testsuite'] } },
          include: ['test/**/*.test.ts'],
          exclude: NEEDS_NEO4J,
        },
      },
      {
        ...COMMON,
        test: {
          ...TIMEOUTS,
          name: 'neo4j',
          include: NEEDS_NEO4J,
          // Every shape of question is planned anew, which takes the database longer than answering it.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Vitest asks for it only when files of this project run: the others need no Neo4j.
          globalSetup: ['test/support/neo4j/provide.ts'],
          // Community has one database, which each file has to itself.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
