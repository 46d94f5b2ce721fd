import { DEPENDENCY_KINDS, type DependencyKind } from '../model/edge.js';
import { firstPlace } from '../model/firstPlace.js';
import type { EntityId } from '../model/ids.js';
import type { Confidence } from '../model/statement.js';
import { epochDay } from '../model/time.js';
import type {
  GraphColumns,
  NodeRange,
  NumberedGraph,
  SharedGraph,
  Topology,
  TopologyView,
  ViewRequest,
} from './Topology.js';

/**
 * A topology's data. The typed arrays lie on shared memory, so a worker thread that is sent them reads them without a copy:
 * `new ArrayGraph(topology.shared())`.
 */
export interface TopologyData extends GraphColumns {
  /** In ascending order; a node's number is its place. */
  readonly nodeIds: readonly EntityId[];
}

export const KIND_BITS = 0b1111;
export const CONFIRMED = 1 << 4;
export const PROSPECTIVE = 1 << 5;
/** Neither ends nor was forgotten, as most edges: two columns less to look at, in memory that is far apart. */
export const OPEN_ENDED = 1 << 6;
export const NO_START = -0x80000000;
export const NO_END = 0x7fffffff;
export const NEVER_FORGOTTEN = 0xffffffff;

/** Reads {@link GraphColumns}. */
export class ArrayGraph implements NumberedGraph {
  readonly nodeCount: number;
  readonly edgeCount: number;
  private readonly columns: GraphColumns;
  private readonly clouds: NodeRange;
  private readonly companies: NodeRange;

  constructor(shared: SharedGraph) {
    ({ columns: this.columns, clouds: this.clouds, companies: this.companies } = shared);
    this.nodeCount = this.columns.outStart.length - 1;
    this.edgeCount = this.columns.to.length;
  }

  edgeId(edge: number): string {
    this.checkEdge(edge);
    const { oddIds, idHigh, idLow } = this.columns;
    return oddIds.get(edge) ?? `edge:${hex(idHigh[edge])}${hex(idLow[edge])}`;
  }

  kind(edge: number): DependencyKind {
    this.checkEdge(edge);
    return DEPENDENCY_KINDS[this.kindPlace(edge)] ?? DEPENDENCY_KINDS[0];
  }

  kindPlace(edge: number): number {
    return (this.columns.flags[edge] ?? 0) & KIND_BITS;
  }

  confidence(edge: number): Confidence {
    this.checkEdge(edge);
    return this.isConfirmed(edge) ? 'confirmed' : 'recalled';
  }

  isConfirmed(edge: number): boolean {
    return ((this.columns.flags[edge] ?? 0) & CONFIRMED) !== 0;
  }

  isCloud(node: number): boolean {
    return isWithin(this.clouds, node);
  }

  /** Makes the tests of a question once; visiting an edge then costs comparisons of integers and allocates nothing. */
  view(request: ViewRequest): TopologyView {
    const { outStart, inStart, inEdges, from, to } = this.columns;
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
    const { from, to, validFrom, validTo, knownFrom, knownTo, flags, instants } = this.columns;
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
      if ((validFrom[edge] ?? 0) > day || (knownFrom[edge] ?? 0) >= known) return false;
      return (flag & OPEN_ENDED) !== 0 || ((validTo[edge] ?? 0) >= day && (knownTo[edge] ?? 0) >= known);
    };
  }

  private checkEdge(edge: number): void {
    if (!(edge >= 0 && edge < this.edgeCount)) {
      throw new RangeError(`Expected an edge in 0..${this.edgeCount - 1} but got: ${edge}.`);
    }
  }
}

/** Reads {@link TopologyData}. */
export class ArrayTopology extends ArrayGraph implements Topology {
  constructor(readonly data: TopologyData) {
    super(sharedOf(data));
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

  shared(): SharedGraph {
    return sharedOf(this.data);
  }
}

function sharedOf({ nodeIds, ...columns }: TopologyData): SharedGraph {
  return { columns, clouds: rangeOf(nodeIds, 'cloud:'), companies: rangeOf(nodeIds, 'company:') };
}

function degreeIn(starts: Uint32Array, node: number): number {
  return (starts[node + 1] ?? 0) - (starts[node] ?? 0);
}

const OWNERSHIP = DEPENDENCY_KINDS.indexOf('OWNERSHIP');

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
