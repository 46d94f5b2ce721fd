import { inject } from 'vitest';
import type { Login } from './waitForBolt.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's Neo4j, or why there is none. */
    neo4j: { readonly login: Login } | { readonly problem: string };
  }
}

/**
 * The run's Neo4j, which the calling test file has to itself until it ends: files that use it run one after the other. What others
 * left is still there; `emptyDatabase` clears it. Throws, with the ways to get one, where the run has none.
 */
export function neo4jForTests(): Login {
  const neo4j = inject('neo4j');
  if ('problem' in neo4j) throw new Error(neo4j.problem);
  return neo4j.login;
}
