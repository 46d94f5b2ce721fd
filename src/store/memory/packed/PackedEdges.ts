import type { Edge } from '../../../model/edge.js';
import { compareIncoming, compareOutgoing } from '../../../model/edgeOrder.js';
import type { EntityId } from '../../../model/ids.js';
import { ArrayTopology, PROSPECTIVE } from '../../ArrayTopology.js';
import type { EdgeQuery, ReadAt } from '../../GraphStore.js';
import type { TopologyView } from '../../Topology.js';
import { readEdge } from './edgeBytes.js';
import { ByteReader } from './GrowingBytes.js';
import { HashedIds } from './HashedIds.js';
import { type IdPool, NO_ID } from './IdPool.js';
import type { Merges } from './Merges.js';
import type { Sections } from './Sections.js';
import { TextPool } from './TextPool.js';

/** Edges by their numbers in the topology, whose columns decide which of them hold. */
export class PackedEdges {
  readonly topology: ArrayTopology;
  private readonly hashed: HashedIds;
  private readonly reader: ByteReader;
  private readonly texts: TextPool;
  private readonly offset: Uint32Array;
  private readonly nodeOf: Uint32Array;

  constructor(
    sections: Sections,
    private readonly ids: IdPool,
    private readonly merges: Merges,
  ) {
    this.hashed = new HashedIds('edges', 'edge:', sections);
    this.reader = new ByteReader(sections.uint8('edges.bytes'));
    this.texts = new TextPool('edges.texts', sections);
    this.offset = sections.uint32('edges.offset');
    this.nodeOf = sections.uint32('edges.nodeOf');
    const uint32 = (name: string) => sections.uint32(`edges.${name}`);
    this.topology = new ArrayTopology({
      nodeIds: Array.from(uint32('nodes'), (number) => ids.id(number)),
      instants: sections.float64('edges.instants'),
      outStart: uint32('outStart'),
      inStart: uint32('inStart'),
      inEdges: uint32('inEdges'),
      from: uint32('from'),
      to: uint32('to'),
      validFrom: sections.int32('edges.validFrom'),
      validTo: sections.int32('edges.validTo'),
      knownFrom: uint32('knownFrom'),
      knownTo: uint32('knownTo'),
      flags: sections.uint8('edges.flags'),
      idHigh: uint32('idHigh'),
      idLow: uint32('idLow'),
      oddIds: this.hashed.odd,
    });
  }

  get(id: string): Edge | null {
    const row = this.hashed.row(id);
    return row < 0 ? null : this.record(row);
  }

  edgesOf(id: EntityId, query: EdgeQuery, at: ReadAt, limit: number): readonly Edge[] {
    const { kinds, prospective } = query;
    const view = this.topology.view({ ...at, kinds, prospective, cloudOperators: false });
    const nodes = this.merges.allOf(this.merges.canonical(id)).flatMap((one) => {
      const node = this.nodeOf[this.ids.number(one)];
      return node === undefined || node === NO_ID ? [] : [node];
    });
    const compare = query.direction === 'out' ? compareOutgoing : compareIncoming;
    const found = nodes.flatMap((node) => this.firstOf(view, node, query, limit));
    return found.sort(compare).slice(0, limit);
  }

  /** At least the first of one node: it goes on to the end of a neighbour, whose edges the topology has in another order. */
  private firstOf(view: TopologyView, node: number, { direction }: EdgeQuery, limit: number): readonly Edge[] {
    const rows: number[] = [];
    let last = -1;
    view[direction](node, (edge, other) => {
      if (rows.length >= limit && other !== last) return false;
      last = other;
      rows.push(edge);
      return true;
    });
    return rows.map((row) => this.record(row));
  }

  private record(row: number): Edge {
    const { data } = this.topology;
    this.reader.at = this.offset[row] ?? 0;
    return {
      id: this.hashed.id(row),
      kind: this.topology.kind(row),
      from: this.topology.nodeId(data.from[row] ?? 0),
      to: this.topology.nodeId(data.to[row] ?? 0),
      prospective: ((data.flags[row] ?? 0) & PROSPECTIVE) !== 0,
      confidence: this.topology.confidence(row),
      ...readEdge(this.reader, this.ids, this.texts),
    };
  }
}
