import { type GraphConfig, SHIPPED_SEEDS } from '../config.js';
import { deriveDataset } from '../derive/deriveDataset.js';
import { type ExportFormat, exportDataset } from '../seeding/exportDataset.js';
import { readFacts } from '../seeding/readFacts.js';
import { Database } from '../store/neo4j/Database.js';
import { Follower } from '../store/neo4j/Follower.js';

/**
 * All facts as text, piece by piece: of the graph in Neo4j, or where none is set the shipped facts and, over them, those of the
 * folders. Throws SeedProblems, UNAVAILABLE.
 */
export async function exportGraph(
  { neo4j }: GraphConfig,
  data: readonly string[],
  format: ExportFormat,
  step: (what: string) => void,
): Promise<Iterable<string>> {
  if (neo4j === null) return exportDataset(deriveDataset(await readFacts([SHIPPED_SEEDS, ...data], step)), format);
  step('Reading the graph from the database');
  const database = new Database(neo4j);
  try {
    return exportDataset((await new Follower(database).advance()).rows(), format);
  } finally {
    await database.close();
  }
}
