import { defineConfig } from 'vitest/config';
import { COMMON } from '../vitest.config.js';

/** `npm run test:neo4j-next`: the conformance suite on the newest line of Neo4j. Not part of the tests. */
export default defineConfig({
  ...COMMON,
  test: {
    include: ['test/conformance/neo4j.test.ts'],
    globalSetup: ['test/support/neo4j/provideNext.ts'],
    // As of the tests on the line that is used: what is planned anew takes long.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
