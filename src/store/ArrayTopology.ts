import { DEPENDENCY_KINDS, type DependencyKind } from '../model/edge.js';
import { firstPlace } from '../model/firstPlace.js';
import type { EntityId } from '../model/ids.js';
import type { Confidence } from '../model/statement.js';
import { epochDay } from '../model/time.js';
import type { Topology, TopologyView, ViewRequest } from './Topology.js';

/**
 * A topology's data. The typed arrays lie on shared memory, so a worker thread that is sent this object reads them
 * without a copy: `new ArrayTopology(data)`. Edges are numbered in the order in which {@link TopologyView.out} gives them.
 */
export interface TopologyData {
  /** In ascending order; a node's number is its place. */
  readonly nodeIds: readonly EntityId[];
  /** The distinct knowledge times in milliseconds, ascending; edges hold places in it. */
  readonly instants: Float64Array;
  /** Edges out of node n are outStart[n] … outStart[n + 1] - 1. */
  readonly outStart: Uint32Array;
  /** Edges into node n are inEdges[inStart[n]] … inEdges[inStart[n + 1] - 1]. */
  readonly inStart: Uint32Array;
  readonly inEdges: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Days since 1970, both inclusive. */
  readonly validFrom: Int32Array;
  readonly validTo: Int32Array;
  /** Places in `instants`: known from, and until (exclusive). */
  readonly knownFrom: Uint32Array;
  readonly knownTo: Uint32Array;
  /** The kind's place in DEPENDENCY_KINDS, {@link CONFIRMED} and {@link PROSPECTIVE}. */
  readonly flags: Uint8Array;
  /** The hash in the edge's id. */
  readonly idHigh: Uint32Array;
  readonly idLow: Uint32Array;
  /** Ids that are not `edge:` and 16 hex digits. */
  readonly oddIds: ReadonlyMap<number, string>;
}

export const KIND_BITS = 0b1111;
export const CONFIRMED = 1 << 4;
export const PROSPECTIVE = 1 << 5;
export const NO_START = -0x80000000;
export const NO_END = 0x7fffffff;
export const NEVER_FORGOTTEN = 0xffffffff;

/** Reads {@link TopologyData}. */
export class ArrayTopology implements Topology {
  readonly nodeCount: number;
  readonly edgeCount: number;
  private readonly clouds: NodeRange;
  private readonly companies: NodeRange;

  constructor(readonly data: TopologyData) {
    this.nodeCount = data.nodeIds.length;
    this.edgeCount = data.to.length;
    this.clouds = rangeOf(data.nodeIds, 'cloud:');
    this.companies = rangeOf(data.nodeIds, 'company:');
  }

  node(id: EntityId): number {
    const place = firstFrom(this.data.nodeIds, id);
    return this.data.nodeIds[place] === id ? place : -1;
  }

  nodeId(node: number): EntityId {
    const id = this.data.nodeIds[node];
    if (id === undefined) throw new RangeError(`Expected a node in 0..${this.nodeCount - 1} but got: ${node}.`);
    return id;
  }

  edgeId(edge: number): string {
    this.checkEdge(edge);
    return this.data.oddIds.get(edge) ?? `edge:${hex(this.data.idHigh[edge])}${hex(this.data.idLow[edge])}`;
  }

  kind(edge: number): DependencyKind {
    this.checkEdge(edge);
    return DEPENDENCY_KINDS[(this.data.flags[edge] ?? 0) & KIND_BITS] ?? DEPENDENCY_KINDS[0];
  }

  confidence(edge: number): Confidence {
    this.checkEdge(edge);
    return ((this.data.flags[edge] ?? 0) & CONFIRMED) === 0 ? 'recalled' : 'confirmed';
  }

  /** Makes the tests of a question once; visiting an edge then costs comparisons of integers and allocates nothing. */
  view(request: ViewRequest): TopologyView {
    const { data } = this;
    const { outStart, inStart, inEdges, from, to } = data;
    const passes = this.edgeTest(request);
    return {
      out(node, visit) {
        const end = outStart[node + 1] ?? 0;
        for (let edge = outStart[node] ?? 0; edge < end; edge++) {
          if (passes(edge) && visit(edge, to[edge] ?? 0) === false) return;
        }
      },
      in(node, visit) {
        const end = inStart[node + 1] ?? 0;
        for (let i = inStart[node] ?? 0; i < end; i++) {
          const edge = inEdges[i] ?? 0;
          if (passes(edge) && visit(edge, from[edge] ?? 0) === false) return;
        }
      },
      degree: (node, way) => degreeIn(way === 'out' ? outStart : inStart, node),
    };
  }

  private edgeTest(request: ViewRequest): (edge: number) => boolean {
    const { from, to, validFrom, validTo, knownFrom, knownTo, flags, instants } = this.data;
    const { clouds, companies } = this;
    let mask = 0;
    for (const kind of request.kinds) mask |= 1 << DEPENDENCY_KINDS.indexOf(kind);
    const onlyConfirmed = request.minConfidence === 'confirmed';
    const day = epochDay(request.asOf);
    const known = countUpTo(instants, Date.parse(request.knownAt));
    const isOperator = (edge: number) => isWithin(clouds, from[edge] ?? 0) && isWithin(companies, to[edge] ?? 0);
    return (edge) => {
      const flag = flags[edge] ?? 0;
      if ((mask & (1 << (flag & KIND_BITS))) === 0) {
        if (!request.cloudOperators || (flag & KIND_BITS) !== OWNERSHIP || !isOperator(edge)) return false;
      }
      if (onlyConfirmed && (flag & CONFIRMED) === 0) return false;
      if (!request.prospective && (flag & PROSPECTIVE) !== 0) return false;
      if ((validFrom[edge] ?? 0) > day || (validTo[edge] ?? 0) < day) return false;
      return (knownFrom[edge] ?? 0) < known && (knownTo[edge] ?? 0) >= known;
    };
  }

  private checkEdge(edge: number): void {
    if (!(edge >= 0 && edge < this.edgeCount)) {
      throw new RangeError(`Expected an edge in 0..${this.edgeCount - 1} but got: ${edge}.`);
    }
  }
}

function degreeIn(starts: Uint32Array, node: number): number {
  return (starts[node + 1] ?? 0) - (starts[node] ?? 0);
}

const OWNERSHIP = DEPENDENCY_KINDS.indexOf('OWNERSHIP');

/** Nodes of one kind are neighbours, because nodes are in the order of their ids. */
interface NodeRange {
  readonly first: number;
  readonly end: number;
}

function rangeOf(ids: readonly EntityId[], prefix: string): NodeRange {
  return { first: firstFrom(ids, prefix), end: firstFrom(ids, `${prefix}\uffff`) };
}

/** The first place of an id that is not before the text. */
export function firstFrom(ids: readonly EntityId[], text: string): number {
  return firstPlace(0, ids.length, (place) => (ids[place] ?? '') < text);
}

function isWithin(range: NodeRange, node: number): boolean {
  return node >= range.first && node < range.end;
}

/** How many of the ascending instants are not after `at`. */
function countUpTo(instants: Float64Array, at: number): number {
  let count = 0;
  while (count < instants.length && (instants[count] ?? 0) <= at) count++;
  return count;
}

function hex(word: number | undefined): string {
  return (word ?? 0).toString(16).padStart(8, '0');
}
