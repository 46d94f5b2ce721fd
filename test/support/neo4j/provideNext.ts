import type { TestProject } from 'vitest/node';
import { NEXT } from './release.js';
import { startWithJava } from './startWithJava.js';

/** Before `npm run test:neo4j-next`: a Neo4j of the newest line, always from Maven Central's jars. Rejects where there is none. */
export default async function provideNext(project: TestProject): Promise<() => Promise<void>> {
  const server = await startWithJava({}, NEXT);
  const { uri, user, password, startedInMs } = server;
  console.log(`Neo4j ${NEXT.version} at ${uri} answered after ${startedInMs} ms; it takes ${server.rssMb()} MB`);
  project.provide('neo4j', { login: { uri, user, password } });
  return () => server.remove();
}
