import type { EntityRecord } from '../model/entity.js';
import type { EntityId } from '../model/ids.js';
import type { Topology } from './Topology.js';

/**
 * Entities by the numbers of a topology's nodes. Each is looked for by its id once: an answer has hundreds of nodes, and a
 * text is found in a map of all entities in several times the time of a number.
 */
export class NodeRecords {
  private readonly found: (EntityRecord | undefined)[];

  constructor(
    private readonly topology: Topology,
    private readonly byId: (id: EntityId) => EntityRecord | undefined,
  ) {
    this.found = new Array(topology.nodeCount);
  }

  /** Undefined where the entity is not at hand. Of another topology it is looked for by its id. */
  get(topology: Topology, node: number): EntityRecord | undefined {
    if (topology !== this.topology) return this.byId(topology.nodeId(node));
    let record = this.found[node];
    if (record === undefined) {
      record = this.byId(topology.nodeId(node));
      this.found[node] = record;
    }
    return record;
  }
}
