import { startWithJava } from './startWithJava.js';
import type { StartOptions, TestNeo4j } from './TestNeo4j.js';

/** Starts a Neo4j of the caller's own, empty unless `dataDir` says otherwise. The caller ends it with `remove`. */
export function startNeo4j(options: StartOptions = {}): Promise<TestNeo4j> {
  return startWithJava(options);
}
