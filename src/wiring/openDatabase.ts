import type { Neo4jConfig } from '../config.js';
import { RULES_VERSION } from '../derive/rules.js';
import type { DatasetIndex } from '../model/DatasetIndex.js';
import { Editor } from '../seeding/Editor.js';
import { Reviewer } from '../seeding/Reviewer.js';
import { tracedStatement } from '../server/observe/traces.js';
import { MemoryStore } from '../store/memory/MemoryStore.js';
import { Database } from '../store/neo4j/Database.js';
import { DriftWatch } from '../store/neo4j/DriftWatch.js';
import { Neo4jReviews } from '../store/neo4j/Neo4jReviews.js';
import { openNeo4j } from '../store/neo4j/openNeo4j.js';
import type { OpenedGraph } from './OpenedGraph.js';
import type { OpenReporter } from './openGraph.js';

/** The graph in a Neo4j, read as the settings say. Throws UNAVAILABLE. */
export async function openDatabase(config: Neo4jConfig, { step, report }: OpenReporter): Promise<OpenedGraph> {
  const database = new Database({ ...config, observe: tracedStatement });
  const now = () => new Date();
  const watch = new DriftWatch(database, { intervalMs: config.digestCheckMs, report });
  const close = async () => {
    await watch.close();
    await database.close();
  };
  try {
    step(`Reading the graph from ${config.uri}`);
    const { source, ledger, figures } = await openNeo4j(database, {
      reads: config.reads,
      refreshMs: config.projectionRefreshMs,
      projectionMemoryMb: config.projectionMemoryMb,
      rulesVersion: RULES_VERSION,
      now,
      report,
      project: (dataset: DatasetIndex, before: MemoryStore | null) => project(dataset, before, report),
      problems: () => watch.problems(),
    });
    return {
      source: {
        pin: (request) => source.pin(request),
        health: () => source.health(),
        close: () => source.close().finally(close),
      },
      editor: new Editor(ledger),
      figures,
      reviewer: new Reviewer({ ledger, reviews: new Neo4jReviews(database, now), now }),
      notes: [`Read from ${config.uri}, ${READ[config.reads]}.`],
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const READ = { projection: 'by way of a projection in memory', database: 'record by record' } as const;

/** The first store serves at once and makes the rest of its indexes meanwhile; a later one has what the one before it had. */
async function project(
  dataset: DatasetIndex,
  before: MemoryStore | null,
  report: (error: unknown) => void,
): Promise<MemoryStore> {
  const store = new MemoryStore(dataset, before);
  if (before?.isPrepared) await store.prepare();
  else store.prepare().catch(report);
  return store;
}
