import type { DatasetIndex } from '../../model/DatasetIndex.js';
import type { Edge } from '../../model/edge.js';
import type { ShardedMap } from '../../model/ShardedMap.js';
import type { ArrayTopology } from '../ArrayTopology.js';
import { topologySteps } from '../buildTopology.js';
import { changedRows } from '../changedRows.js';
import type { GraphFigures } from '../GraphFigures.js';
import type { GraphLedger } from '../GraphLedger.js';
import type { GraphSource } from '../GraphSource.js';
import type { GraphStore } from '../GraphStore.js';
import { inSlices } from '../inSlices.js';
import { patchTopology } from '../patchTopology.js';
import { Coalescer } from './Coalescer.js';
import type { Database } from './Database.js';
import { Follower } from './Follower.js';
import { checkMemory } from './graphSize.js';
import { Neo4jLedger } from './Neo4jLedger.js';
import { type Built, Neo4jSource, type Reading, type SourceOptions } from './Neo4jSource.js';
import { Neo4jStore } from './Neo4jStore.js';
import { type CacheTally, RecordCache } from './RecordCache.js';
import { followRedirects, Snapshot } from './Snapshot.js';
import { SettledRevision } from './settledRevision.js';

export interface OpenOptions<S extends GraphStore = GraphStore> extends SourceOptions {
  readonly reads: 'projection' | 'database';
  /** How many entities `database` reads keep as long as a revision stays. Default 10,000. */
  readonly keptRecords?: number | undefined;
  /** What a projection may take, in MiB. */
  readonly projectionMemoryMb: number;
  /** Of the rules by which this program derives. */
  readonly rulesVersion: string;
  /** Makes the store that serves a projection, from the one before it where there is one. */
  readonly project: (dataset: DatasetIndex, before: S | null) => Promise<S>;
}

export interface OpenedNeo4j {
  readonly source: GraphSource;
  readonly ledger: GraphLedger;
  /** Shared by all readers; its counts tell how many statements requests took. Unused where a projection is read. */
  readonly coalescer: Coalescer;
  readonly figures: () => GraphFigures;
}

/**
 * Opens a graph in Neo4j: records are read from a projection in memory or straight from the database, the topology from
 * memory. The database stays the caller's to close. Throws UNAVAILABLE where there is no graph that can be served, or
 * where its projection would take too much.
 */
export async function openNeo4j<S extends GraphStore>(
  database: Database,
  options: OpenOptions<S>,
): Promise<OpenedNeo4j> {
  const coalescer = new Coalescer();
  const why = options.reads === 'projection' ? 'read' : 'write';
  const follower = new Follower(database, {
    beforeReadingAll: (reader) => checkMemory(database, options.projectionMemoryMb, why, reader),
  });
  const tally: CacheTally = { hits: 0, misses: 0 };
  if (options.reads === 'projection') {
    const source = new Neo4jSource(follower, projection(options.project), options);
    await source.start();
    const ledger = ledgerOf(database, follower, source, options);
    return { source, coalescer, ledger, figures: figuresOf(database, coalescer, tally, source) };
  }
  const source = new Neo4jSource(
    new Follower(database, { keeps: 'dependencies' }),
    records(database, coalescer, tally, options.keptRecords),
    options,
  );
  await source.start();
  // Whoever writes decides by all facts: the first write reads them into memory, where they have the room.
  const ledger = ledgerOf(database, follower, source, options);
  return { source, coalescer, ledger, figures: figuresOf(database, coalescer, tally, source) };
}

function figuresOf(
  database: Database,
  coalescer: Coalescer,
  tally: CacheTally,
  source: { readonly lagMs: number },
): () => GraphFigures {
  return () => ({
    statements: database.statementCount,
    statementMs: database.statementMs,
    failedStatements: database.failedCount,
    connections: { inUse: database.inUse, most: database.poolSize },
    coalesced: { calls: coalescer.calls, statements: coalescer.statements },
    records: { ...tally },
    lagMs: source.lagMs,
  });
}

function ledgerOf(
  database: Database,
  follower: Follower,
  source: { committed(revision: number): Promise<void> },
  { rulesVersion, now }: Pick<OpenOptions, 'rulesVersion' | 'now'>,
): GraphLedger {
  return new Neo4jLedger({
    database,
    follower,
    rulesVersion,
    now,
    committed: (revision) => source.committed(revision),
  });
}

function projection<S extends GraphStore>(project: OpenOptions<S>['project']): Reading<S> {
  const build = (dataset: DatasetIndex, before: Built<S> | null) => project(dataset, before?.built ?? null);
  return { build, open: (store) => ({ store, lastRevision: () => null }), outlivesDatabase: true };
}

function records(
  database: Database,
  coalescer: Coalescer,
  tally: CacheTally,
  keptRecords: number | undefined,
): Reading<Snapshot> {
  const settled = new SettledRevision(database, coalescer);
  return {
    build: async ({ meta, entities, edges, redirects }, before) =>
      new Snapshot({
        meta,
        topology: await topologyAfter(edges, before),
        names: entities,
        records: new RecordCache(keptRecords, tally),
        canonical: followRedirects(redirects),
      }),
    open: (snapshot, reader) => {
      const store = new Neo4jStore({ database, coalescer, snapshot, reader });
      return { store, lastRevision: () => settled.after(store.lastRevision, reader) };
    },
    outlivesDatabase: false,
  };
}

async function topologyAfter(edges: ShardedMap<string, Edge>, before: Built<Snapshot> | null): Promise<ArrayTopology> {
  const changed = before && changedRows(before.dataset.edges, edges);
  const patched = before && changed && patchTopology(before.built.topology, changed);
  return patched ?? (await inSlices(topologySteps([...edges.values()])));
}
