import type { DatasetMeta } from '../../model/dataset.js';
import type { EntityRecord } from '../../model/entity.js';
import type { EntityId } from '../../model/ids.js';
import type { ShardedMap } from '../../model/ShardedMap.js';
import type { ArrayTopology } from '../ArrayTopology.js';
import { NodeRecords } from '../NodeRecords.js';
import type { Topology } from '../Topology.js';
import type { RecordCache } from './RecordCache.js';

/** What a process reads of the graph at one revision before it answers. */
export interface SnapshotParts {
  /** With its revision. */
  readonly meta: DatasetMeta;
  readonly topology: ArrayTopology;
  /** What entities are called; see `namedRecord`. */
  readonly names: ShardedMap<string, EntityRecord>;
  /** Entities that were read at this revision. */
  readonly records: RecordCache;
  /** The id itself, or that of the entity that it was merged into. */
  readonly canonical: (id: EntityId) => EntityId;
}

/** What a process keeps in memory of the graph at one revision, whichever way it reads records. */
export class Snapshot {
  readonly meta: DatasetMeta;
  readonly topology: ArrayTopology;
  readonly records: RecordCache;
  readonly canonical: (id: EntityId) => EntityId;
  private readonly names: ShardedMap<string, EntityRecord>;
  private readonly nodes: NodeRecords;

  constructor({ meta, topology, names, records, canonical }: SnapshotParts) {
    this.meta = meta;
    this.topology = topology;
    this.names = names;
    this.records = records;
    this.canonical = canonical;
    this.nodes = new NodeRecords(topology, (id) => this.named(id));
  }

  /** What an entity is called; see `namedRecord`. */
  named(id: EntityId): EntityRecord | undefined {
    return this.names.get(this.canonical(id));
  }

  namedAtNode(topology: Topology, node: number): EntityRecord | undefined {
    return this.nodes.get(topology, node);
  }
}

/** Follows redirects in one step; those of a dataset may lead from one to the next. */
export function followRedirects(redirects: ReadonlyMap<EntityId, EntityId>): (id: EntityId) => EntityId {
  const final = new Map<EntityId, EntityId>();
  for (const from of redirects.keys()) {
    let to = from;
    // Bounded, so that redirects in a circle end.
    for (let hops = 0; hops <= redirects.size; hops++) to = redirects.get(to) ?? to;
    final.set(from, redirects.has(to) ? from : to);
  }
  return (id) => final.get(id) ?? id;
}
