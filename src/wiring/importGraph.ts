import { SHIPPED_SEEDS } from '../config.js';
import { deriveDataset } from '../derive/deriveDataset.js';
import { RULES_VERSION } from '../derive/rules.js';
import { readFacts } from '../seeding/readFacts.js';
import type { Database } from '../store/neo4j/Database.js';
import { Importer, type ImportResult } from '../store/neo4j/Importer.js';

/** What an import did, for whoever ran it. */
export interface ImportReport extends ImportResult {
  readonly release: string;
}

/**
 * Makes a graph in Neo4j hold the shipped facts and, over them, those of the folders. Throws SeedProblems, and then
 * nothing was written; CONFLICT, UNAVAILABLE.
 */
export async function importGraph(
  database: Database,
  data: readonly string[],
  step: (what: string) => void,
): Promise<ImportReport> {
  const facts = await readFacts([SHIPPED_SEEDS, ...data], step);
  step('Deriving dependencies');
  const dataset = deriveDataset(facts);
  const { release } = dataset.meta;
  const options = {
    author: 'aigraph import',
    reason: `Import of release ${release}`,
    rulesVersion: RULES_VERSION,
    step,
  };
  const result = await new Importer(database, { ...options, now: () => new Date() }).run(dataset);
  return { ...result, release };
}
