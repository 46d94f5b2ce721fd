import type { Dataset } from '../../model/dataset.js';
import { GraphError } from '../../model/errors.js';
import { buildTopology } from '../buildTopology.js';
import type { GraphLedger } from '../GraphLedger.js';
import type { GraphSource } from '../GraphSource.js';
import type { GraphStore } from '../GraphStore.js';
import { Coalescer } from './Coalescer.js';
import { revisionQuery } from './cypher/revisions.js';
import { SORTS } from './cypher/writes.js';
import type { Database, Reader } from './Database.js';
import { Follower } from './Follower.js';
import { checkMemory } from './graphSize.js';
import { Neo4jLedger } from './Neo4jLedger.js';
import { Neo4jSource, type Reading, type SourceOptions } from './Neo4jSource.js';
import { Neo4jStore } from './Neo4jStore.js';
import { RecordCache } from './RecordCache.js';
import { numberIn, textIn } from './rows.js';
import { followRedirects, type Snapshot } from './Snapshot.js';

export interface OpenOptions extends SourceOptions {
  readonly reads: 'projection' | 'database';
  /** How many entities `database` reads keep as long as a revision stays. Default 10,000. */
  readonly keptRecords?: number | undefined;
  /** What a projection may take, in MiB. */
  readonly projectionMemoryMb: number;
  /** Of the rules by which this program derives. */
  readonly rulesVersion: string;
  /** Makes the store that serves a projection. */
  readonly project: (dataset: Dataset) => Promise<GraphStore>;
}

export interface OpenedNeo4j {
  readonly source: GraphSource;
  readonly ledger: GraphLedger;
  /** Shared by all readers; its counts tell how many statements requests took. Unused where a projection is read. */
  readonly coalescer: Coalescer;
}

/**
 * Opens a graph in Neo4j: records are read from a projection in memory or straight from the database, the topology from
 * memory. The database stays the caller's to close. Throws UNAVAILABLE where there is no graph that can be served, or
 * where its projection would take too much.
 */
export async function openNeo4j(database: Database, options: OpenOptions): Promise<OpenedNeo4j> {
  const coalescer = new Coalescer();
  const follower = new Follower(database, SORTS);
  if (options.reads === 'projection') {
    await checkMemory(database, options.projectionMemoryMb);
    const source = new Neo4jSource(follower, projection(options.project), options);
    await source.start();
    return { source, coalescer, ledger: ledgerOf(database, follower, source, options) };
  }
  const source = new Neo4jSource(
    new Follower(database, ['edges']),
    records(database, coalescer, options.keptRecords),
    options,
  );
  await source.start();
  // Whoever writes derives from all facts: the first write reads them into memory.
  return { source, coalescer, ledger: ledgerOf(database, follower, source, options) };
}

function ledgerOf(
  database: Database,
  follower: Follower,
  source: { committed(revision: number): Promise<void> },
  { rulesVersion, now }: OpenOptions,
): GraphLedger {
  return new Neo4jLedger({
    database,
    follower,
    rulesVersion,
    now,
    committed: (revision) => source.committed(revision),
  });
}

function projection(project: OpenOptions['project']): Reading<GraphStore> {
  return { build: project, open: (store) => store, lastRevision: () => null, outlivesDatabase: true };
}

function records(database: Database, coalescer: Coalescer, keptRecords: number | undefined): Reading<Snapshot> {
  return {
    build: async ({ meta, edges, redirects }) => ({
      meta,
      topology: buildTopology(edges),
      records: new RecordCache(keptRecords),
      canonical: followRedirects(redirects),
    }),
    open: (snapshot, reader) => new Neo4jStore({ database, coalescer, snapshot, reader }),
    lastRevision: (reader) => lastRevision(database, coalescer, reader),
    outlivesDatabase: false,
  };
}

/** Requests that end in the same tick ask once. Throws UNAVAILABLE while an import is changing what they read. */
async function lastRevision(database: Database, coalescer: Coalescer, reader: Reader): Promise<number> {
  const [revision] = await coalescer.load('lastRevision', ['graph'], reader, async (keys, shared) => {
    const [row] = await database.read(revisionQuery(), shared);
    if (textIn(row, 'halfWrittenBy') !== null) {
      throw new GraphError('UNAVAILABLE', 'The graph is being imported. Ask again when that is done.');
    }
    return keys.map(() => numberIn(row, 'revision'));
  });
  return revision ?? 0;
}
