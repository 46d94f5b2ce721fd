import type { TestProject } from 'vitest/node';
import { emptyDatabase, holds } from './emptyDatabase.js';
import { startNeo4j } from './startNeo4j.js';
import type { Login } from './waitForBolt.js';

/**
 * Before the first test that needs a Neo4j: the one of `NEO4J_URI`, or one that lives as long as the run. Where there is none, every such
 * test file fails with the reason; the others still run.
 */
export default async function provideNeo4j(project: TestProject): Promise<() => Promise<void>> {
  try {
    const { login, end } = await (process.env.NEO4J_URI ? theUsers(process.env.NEO4J_URI) : ours());
    project.provide('neo4j', { login });
    return end;
  } catch (error) {
    project.provide('neo4j', { problem: error instanceof Error ? error.message : String(error) });
    return async () => {};
  }
}

/** The graphs of the tests are small and come and go: a plan made for one does for the next, and planning is most of the work. */
const KEEP_PLANS = ['dbms.cypher.min_replan_interval=1h', 'dbms.cypher.statistics_divergence_threshold=0.99'];

interface Given {
  readonly login: Login;
  end(): Promise<void>;
}

async function ours(): Promise<Given> {
  const server = await startNeo4j({ conf: KEEP_PLANS });
  const { uri, user, password } = server;
  // Gently, for the first one that ends so makes all later starts faster.
  const end = () => server.stop().finally(() => server.remove());
  console.log(`Neo4j at ${uri} answered after ${server.startedInMs} ms; it takes ${server.rssMb()} MB`);
  return { login: { uri, user, password }, end };
}

/** The tests fill and empty it many times, so it must hold nothing that anyone could miss. */
async function theUsers(uri: string): Promise<Given> {
  const { NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env;
  const login = { uri, user, password };
  const nodes = await holds(login);
  if (nodes > 0)
    throw new Error(
      `Expected the Neo4j at NEO4J_URI (${uri}) to be empty, for the tests delete what it holds, but it has ${nodes} nodes. Empty it with: MATCH (n) DETACH DELETE n`,
    );
  return { login, end: () => emptyDatabase(login) };
}
