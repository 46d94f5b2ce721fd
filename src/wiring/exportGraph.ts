import { type GraphConfig, SHIPPED_SEEDS } from '../config.js';
import { deriveDataset } from '../derive/deriveDataset.js';
import type { Dataset } from '../model/dataset.js';
import { type ExportFormat, exportDataset } from '../seeding/exportDataset.js';
import { exportDerived } from '../seeding/exportDerived.js';
import { readFacts } from '../seeding/readFacts.js';
import { Database } from '../store/neo4j/Database.js';
import { Follower } from '../store/neo4j/Follower.js';

export interface ExportOf {
  readonly format: ExportFormat;
  /** As lines with all that is derived, which `aigraph snapshot` packs. */
  readonly derived: boolean;
}

/**
 * All facts as text, piece by piece: of the graph in Neo4j, or where none is set the shipped facts and, over them, those of the
 * folders. Throws SeedProblems, UNAVAILABLE.
 */
export async function exportGraph(
  { neo4j }: GraphConfig,
  data: readonly string[],
  { format, derived }: ExportOf,
  step: (what: string) => void,
): Promise<Iterable<string>> {
  const written = (dataset: Dataset) => (derived ? exportDerived(dataset) : exportDataset(dataset, format));
  if (neo4j === null) return written(deriveDataset(await readFacts([SHIPPED_SEEDS, ...data], step)));
  step('Reading the graph from the database');
  const database = new Database(neo4j);
  try {
    return written((await new Follower(database).advance()).rows());
  } finally {
    await database.close();
  }
}
