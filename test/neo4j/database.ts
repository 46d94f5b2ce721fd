import type { Dataset } from '../../src/model/dataset.js';
import type { GraphStore } from '../../src/store/GraphStore.js';
import { MemoryStore } from '../../src/store/memory/MemoryStore.js';
import { INDEXES } from '../../src/store/neo4j/cypher/schema.js';
import { ANY_READER, Database } from '../../src/store/neo4j/Database.js';
import { Neo4jWriter } from '../../src/store/neo4j/Neo4jWriter.js';
import { type OpenedNeo4j, openNeo4j } from '../../src/store/neo4j/openNeo4j.js';
import { neo4jForTests } from '../support/neo4j/inject.js';

export const RULES_VERSION = 'test';

export const IMPORT = {
  author: 'test',
  reason: 'test',
  rulesVersion: RULES_VERSION,
  now: () => new Date(),
  step: () => {},
} as const;

/** The Neo4j of the test run, and how to write a dataset to it as if it were the first. */
export function openDatabase() {
  const database = new Database({ ...neo4jForTests(), database: 'neo4j' });
  const write = async (dataset: Dataset): Promise<GraphStore> => {
    await wipe(database);
    return new Neo4jWriter(database, IMPORT).write(dataset);
  };
  return { database, write };
}

/** Removes everything but indexes. */
export async function wipe(database: Database): Promise<void> {
  await database.execute({
    text: 'MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS',
    parameters: {},
  });
}

/** The names of the indexes on which reads rely and that are not there, or not filled yet. */
export async function unfilledIndexes(database: Database): Promise<readonly string[]> {
  const query = { text: 'SHOW INDEXES YIELD name, state, populationPercent', parameters: {} };
  const found = await database.read(query, ANY_READER);
  const filled = found.filter((row) => row.get('state') === 'ONLINE' && row.get('populationPercent') === 100);
  const names = new Set(filled.map((row) => row.get('name')));
  return INDEXES.map(({ name }) => name).filter((name) => !names.has(name));
}

/**
 * Opens the graph as it is now, to be read in one way; it hardly looks for later revisions. `keptRecords`: none by default, since
 * counted are the statements of whoever reads something for the first time.
 */
export function openReads(
  database: Database,
  reads: 'database' | 'projection',
  projectionMemoryMb = 512,
  keptRecords = 0,
): Promise<OpenedNeo4j> {
  return openNeo4j(database, {
    reads,
    keptRecords,
    project: async (dataset, before: MemoryStore | null) => new MemoryStore(dataset, before),
    projectionMemoryMb,
    rulesVersion: RULES_VERSION,
    refreshMs: 600_000,
    now: () => new Date(),
    report: (error) => {
      throw error;
    },
    problems: () => [],
  });
}
