import { defineConfig } from 'vitest/config';
import { COMMON } from '../vitest.config.js';

/** `npm run test:neo4j-next`: the conformance suite on the newest line of Neo4j. Not part of the tests. */
export default defineConfig({
  ...COMMON,
  test: {
    include: ['test/conformance/neo4j.test.ts'],
    globalSetup: ['test/support/neo4j/provideNext.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
