import neo4j, { type Plan } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Query } from '../../src/store/neo4j/cypher/Query.js';
import { withRevision } from '../../src/store/neo4j/cypher/revisions.js';
import { generateBenchDataset } from '../bench/neo4j/generate.js';
import { neo4jForTests } from '../support/neo4j/inject.js';
import { openDatabase } from './database.js';
import { listQueries, type NamedQuery, recordQueries, revisionQueries, writeQueries } from './plannedQueries.js';
import { problemsOf, readsGraphLast } from './planRules.js';

const { database, write } = openDatabase();
const { uri, user, password } = neo4jForTests();
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
const session = driver.session({ database: 'neo4j' });

beforeAll(async () => {
  await write(generateBenchDataset({ entities: 4_000, relations: 15_000, seed: 1 }));
});
afterAll(async () => {
  await session.close();
  await driver.close();
  await database.close();
});

async function explain({ text, parameters }: Query): Promise<Plan> {
  const { summary } = await session.run(`EXPLAIN ${text}`, parameters);
  if (!summary.plan) throw new Error(`Expected a plan of: ${text}`);
  return summary.plan;
}

/** The queries with what is wrong with their plans; each text once. */
async function badPlans(
  queries: Iterable<NamedQuery>,
  problemsOf: (plan: Plan) => readonly string[],
): Promise<readonly (readonly [string, readonly string[]])[]> {
  const seen = new Set<string>();
  const bad: (readonly [string, readonly string[]])[] = [];
  for (const [name, query] of queries) {
    if (seen.has(query.text)) continue;
    seen.add(query.text);
    const problems = problemsOf(await explain(query));
    if (problems.length > 0) bad.push([name, problems]);
  }
  return bad;
}

/** As the store sends them. */
function* asRead(queries: Iterable<NamedQuery>): Generator<NamedQuery> {
  for (const [name, query] of queries) yield [name, withRevision(query)];
}

function problemsOfRead(plan: Plan): readonly string[] {
  return [...problemsOf(plan), ...(readsGraphLast(plan) ? [] : ['the revision is not read last'])];
}

describe('the plans on a generated graph, with its statistics, scan nothing and hold only few rows', () => {
  it('of lists and counts', async () => {
    expect(await badPlans(asRead(listQueries()), problemsOfRead)).toEqual([]);
  });

  it('of all other reads', async () => {
    expect(await badPlans(asRead(recordQueries()), problemsOfRead)).toEqual([]);
  });

  it('of revisions', async () => {
    expect(await badPlans(revisionQueries(), problemsOf)).toEqual([]);
  });

  it('of writes', async () => {
    expect(await badPlans(writeQueries(), problemsOf)).toEqual([]);
  });
});

describe('the rules refuse', () => {
  for (const [what, text] of [
    ['a scan of all nodes', 'MATCH (n) RETURN n LIMIT 1'],
    ['a scan of a label', 'MATCH (n:Company) RETURN n LIMIT 1'],
    ['a scan of a type', 'MATCH ()-[r:DEPENDS_ON]->() RETURN r LIMIT 1'],
    ['a scan of an index', "MATCH (n:Entity) WHERE n.id CONTAINS 'a' RETURN n LIMIT 1"],
    ['all pairs', 'MATCH (a:Company {orderIdAsc: "a"}), (b:Company {orderIdAsc: "b"}) RETURN a, b'],
    ['a sort of a kind', "MATCH (n:Company) WHERE n.orderIdAsc > '' RETURN n ORDER BY n.kind"],
    ['the first of a sorted kind', "MATCH (n:Company) WHERE n.orderIdAsc > '' RETURN n ORDER BY n.kind LIMIT 3"],
    ['a write that reads all first', "MATCH (n:Company)-[r:HAS_FACET]->() WHERE n.orderIdAsc > '' DELETE r"],
  ] as const) {
    it(what, async () => {
      expect(problemsOf(await explain({ text, parameters: {} }))).not.toEqual([]);
    });
  }
});
