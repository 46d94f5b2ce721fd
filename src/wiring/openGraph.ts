import { ConfigError, type GraphConfig } from '../config.js';
import type { OpenedGraph } from './OpenedGraph.js';
import { openEmbedded } from './openEmbedded.js';

/**
 * Opens the graph that the settings name: the one place where an adapter is chosen. `data`: folders of own facts; `step`
 * is told what takes long. Throws ConfigError, SeedProblems.
 */
export async function openGraph(
  { neo4j }: GraphConfig,
  data: readonly string[],
  step: (what: string) => void,
): Promise<OpenedGraph> {
  if (neo4j === null) return openEmbedded(data, step);
  if (data.length > 0) {
    const message =
      'A graph in Neo4j is read as it was imported: lay own facts over it with "aigraph import --data DIR".';
    throw new ConfigError([message]);
  }
  // `openNeo4j` belongs here; without it nothing must pretend to read the database.
  throw new ConfigError(['NEO4J_URI is set, but this build reads only the embedded store: leave it out.']);
}
