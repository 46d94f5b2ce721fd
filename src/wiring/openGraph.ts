import { ConfigError, type GraphConfig } from '../config.js';
import type { OpenedGraph } from './OpenedGraph.js';
import { openDatabase } from './openDatabase.js';
import { openEmbedded } from './openEmbedded.js';
import { openSnapshot } from './openSnapshot.js';

export interface OpenReporter {
  /** Told what takes long. */
  readonly step: (what: string) => void;
  /** Told what goes wrong while nobody asks. */
  readonly report: (error: unknown) => void;
}

/**
 * Opens the graph that the settings name: the one place where an adapter is chosen. `data`: folders of own facts.
 * Throws ConfigError, SeedProblems, UNAVAILABLE.
 */
export async function openGraph(
  { neo4j, snapshot }: Pick<GraphConfig, 'neo4j' | 'snapshot'>,
  data: readonly string[],
  { step, report }: OpenReporter,
): Promise<OpenedGraph> {
  if (snapshot !== null) return openSnapshot(snapshot, data, step);
  if (neo4j === null) return openEmbedded(data, step);
  if (data.length > 0) {
    const message =
      'A graph in Neo4j is read as it was imported: lay own facts over it with "aigraph import --data DIR".';
    throw new ConfigError([message]);
  }
  return openDatabase(neo4j, { step, report });
}
