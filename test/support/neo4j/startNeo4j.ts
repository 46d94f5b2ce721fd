import { dockerAnswers, startWithDocker } from './startWithDocker.js';
import { startWithJava } from './startWithJava.js';
import type { StartOptions, TestNeo4j } from './TestNeo4j.js';

/**
 * Starts a Neo4j of the caller's own: with Docker where its engine answers, else from Maven Central's jars (and so always where a
 * folder is named). Empty unless the folder holds a graph. The caller ends it with `remove`. Rejects with the three ways to get a Neo4j where
 * neither goes.
 */
export async function startNeo4j(options: StartOptions = {}): Promise<TestNeo4j> {
  const problems: string[] = [];
  for (const [name, possible, start] of [
    ['Docker', options.dataDir === undefined && dockerAnswers(), startWithDocker],
    ['Java and Maven', true, startWithJava],
  ] as const) {
    if (!possible) continue;
    try {
      return await start(options);
    } catch (error) {
      problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(
    [
      'These tests need a Neo4j, and there is none. Three ways to give them one:',
      '1. Your own, empty: NEO4J_URI=bolt://… NEO4J_USER=neo4j NEO4J_PASSWORD=… npm test (the tests that kill it still start another)',
      '2. Docker: start its engine.',
      '3. Java 17 or 21, and Maven: sudo apt-get install openjdk-17-jre-headless maven',
      'What went wrong:',
      ...problems,
    ].join('\n'),
  );
}
