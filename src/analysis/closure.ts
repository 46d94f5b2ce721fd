import { DEPENDENCY_KINDS, type DependencyKind } from '../model/edge.js';
import { badInput } from '../model/errors.js';
import type { Confidence } from '../model/statement.js';
import type { Topology, TopologyView } from '../store/Topology.js';

export type ClosureDirection = 'DEPENDENCIES' | 'DEPENDENTS';

export interface ClosureOptions {
  /** 1..10; 1 is direct. */
  readonly maxDepth: number;
  /** How many edges may be visited. */
  readonly budget?: number;
}

/** A route from the start outwards: `edges[i]` joins `nodes[i]` and `nodes[i + 1]`. */
export interface Witness {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

export interface Closure {
  /** By depth, then id; the start itself is never among them. */
  readonly reached: ReachedList;
  /** The budget ran out: the layer that was not finished is left out, unless it is the first. */
  readonly truncated: boolean;
  readonly edgesVisited: number;
}

/** Budget of edges visited, where the caller names none. */
export const DEFAULT_EDGE_BUDGET = 2_000_000;
export const MAX_DEPTH = 10;

/** What is kept of each node that a search has found: a row each, in the order of discovery; row 0 is the start. */
class Rows {
  readonly node: number[] = [];
  readonly depth: number[] = [];
  /** Last hop of the smallest shortest route, whatever its confidence: the row before and the edge; -1 at the start. */
  readonly parent: number[] = [];
  readonly edge: number[] = [];
  /** Last hop of the smallest shortest route on which every hop is confirmed; -1 without one. */
  readonly sureParent: number[] = [];
  readonly sureEdge: number[] = [];
  /** Place of the confirmed route among those of its layer, by id sequence; -1 without one. */
  readonly sureRank: number[] = [];
  readonly kindBits: number[] = [];
  /** By row, of depth 1 alone: every edge from the start, best first, so that each can be listed with its deal. */
  readonly links = new Map<number, number[]>();

  constructor(
    private readonly topology: Topology,
    start: number,
  ) {
    this.add(start, 0, -1, -1);
    this.sureRank[0] = 0;
  }

  get count(): number {
    return this.node.length;
  }

  add(node: number, depth: number, parent: number, edge: number): number {
    const row = this.node.push(node) - 1;
    this.depth.push(depth);
    this.parent.push(parent);
    this.edge.push(edge);
    this.sureParent.push(-1);
    this.sureEdge.push(-1);
    this.sureRank.push(-1);
    this.kindBits.push(0);
    if (depth === 1) this.links.set(row, []);
    return row;
  }

  /** A hop on a shortest route to a row. Parallel edges come best first, so the first of a parent stays. */
  addHop(row: number, parent: number, edge: number): void {
    const { topology, sureParent, sureRank } = this;
    this.kindBits[row] = (this.kindBits[row] ?? 0) | (1 << DEPENDENCY_KINDS.indexOf(topology.kind(edge)));
    this.links.get(row)?.push(edge);
    const rank = sureRank[parent] ?? -1;
    if (rank < 0 || topology.confidence(edge) !== 'confirmed') return;
    const known = sureParent[row] ?? -1;
    if (known >= 0 && rank >= (sureRank[known] ?? -1)) return;
    sureParent[row] = parent;
    this.sureEdge[row] = edge;
  }

  /** Ranks the confirmed routes to a layer's rows, given the place of each node: by their parents' routes, then by the node. */
  rankSure(first: number, rowOf: (node: number) => number): void {
    const { nodeCount } = this.topology;
    const keys: number[] = [];
    for (let row = first; row < this.count; row++) {
      const parent = this.sureParent[row] ?? -1;
      if (parent >= 0) keys.push((this.sureRank[parent] ?? 0) * nodeCount + (this.node[row] ?? 0));
    }
    for (const [rank, key] of Float64Array.from(keys).sort().entries()) this.sureRank[rowOf(key % nodeCount)] = rank;
  }
}

/** A node that was reached, and how. */
export class Reached {
  constructor(
    private readonly rows: Rows,
    private readonly row: number,
  ) {}

  get node(): number {
    return this.rows.node[this.row] ?? -1;
  }

  get depth(): number {
    return this.rows.depth[this.row] ?? 0;
  }

  /** At depth 1 every edge from the start, best first; deeper none. */
  get links(): readonly number[] {
    return this.rows.links.get(this.row) ?? [];
  }

  /** Kinds of the last hops on all shortest routes, in the order of `DEPENDENCY_KINDS`. */
  get kinds(): readonly DependencyKind[] {
    const bits = this.rows.kindBits[this.row] ?? 0;
    return DEPENDENCY_KINDS.filter((_, bit) => bits & (1 << bit));
  }

  /** Confidence of the witness' weakest hop. */
  get confidence(): Confidence {
    return this.isSure ? 'confirmed' : 'recalled';
  }

  /** The witness: fewest hops, then the highest weakest-hop confidence, then the smallest id sequence. */
  get path(): Witness {
    const { rows, isSure } = this;
    const [parents, steps] = isSure ? [rows.sureParent, rows.sureEdge] : [rows.parent, rows.edge];
    const nodes = [this.node];
    const edges: number[] = [];
    for (let row = this.row; row > 0; ) {
      edges.push(steps[row] ?? -1);
      row = parents[row] ?? 0;
      nodes.push(rows.node[row] ?? -1);
    }
    return { nodes: nodes.reverse(), edges: edges.reverse() };
  }

  private get isSure(): boolean {
    return (this.rows.sureRank[this.row] ?? -1) >= 0;
  }
}

/** Nodes that were reached, in order; each is made when it is asked for, because there may be a million. */
export class ReachedList {
  constructor(
    private readonly rows: Rows,
    private readonly order: readonly number[],
  ) {}

  get length(): number {
    return this.order.length;
  }

  at(place: number): Reached | undefined {
    const row = this.order[place];
    return row === undefined ? undefined : new Reached(this.rows, row);
  }

  *[Symbol.iterator](): Generator<Reached> {
    for (const row of this.order) yield new Reached(this.rows, row);
  }
}

/**
 * Everything that a node depends on, or that depends on it, within `maxDepth` hops.
 *
 * Breadth first; each layer is walked in the order of its nodes' smallest routes, so the first to find a node gives its
 * smallest route, and a second order of the same kind is kept for routes on which every hop is confirmed. With two levels
 * of confidence that gives the witness of {@link Reached.path} in one pass. Every edge is visited once:
 * O(edges + nodes · log nodes) of what is reached. A start of -1 (no edges) reaches nothing. Throws BAD_USER_INPUT.
 */
export function closure(
  topology: Topology,
  view: TopologyView,
  start: number,
  direction: ClosureDirection,
  options: ClosureOptions,
): Closure {
  const { maxDepth, budget = DEFAULT_EDGE_BUDGET } = options;
  if (!Number.isInteger(maxDepth) || maxDepth < 1 || maxDepth > MAX_DEPTH) {
    throw badInput(`maxDepth in 1..${MAX_DEPTH}`, maxDepth);
  }
  const rows = new Rows(topology, start);
  const order: number[] = [];
  if (start < 0) return { reached: new ReachedList(rows, order), truncated: false, edgesVisited: 0 };

  // A row's place, counted from 1, by its node.
  const places = new Int32Array(topology.nodeCount);
  places[start] = 1;
  const rowOf = (node: number): number => (places[node] ?? 0) - 1;
  let edgesVisited = 0;
  let truncated = false;

  for (let depth = 1, layer = 0; depth <= maxDepth && layer < rows.count && !truncated; depth++) {
    const next = rows.count;
    for (let parent = layer; parent < next && !truncated; parent++) {
      const visit = (edge: number, node: number): boolean => {
        if (edgesVisited >= budget) {
          truncated = true;
          return false;
        }
        edgesVisited++;
        let row = rowOf(node);
        if (row < 0) {
          row = rows.add(node, depth, parent, edge);
          places[node] = row + 1;
        }
        if (row >= next) rows.addHop(row, parent, edge);
        return true;
      };
      if (direction === 'DEPENDENCIES') view.out(rows.node[parent] ?? -1, visit);
      else view.in(rows.node[parent] ?? -1, visit);
    }
    // Unvisited edges could change the witnesses of a later layer, but a first layer's have only one route.
    if (truncated && depth > 1) break;
    rows.rankSure(next, rowOf);
    for (const node of Uint32Array.from(rows.node.slice(next)).sort()) order.push(rowOf(node));
    layer = next;
  }
  return { reached: new ReachedList(rows, order), truncated, edgesVisited };
}

/**
 * The first `limit` neighbours of a node that `isWanted`, in the order of their ids: the same as the first of
 * {@link closure} with `maxDepth` 1, but the edges behind them are not visited. O(edges up to the last of them).
 */
export function firstNeighbours(
  topology: Topology,
  view: TopologyView,
  start: number,
  direction: ClosureDirection,
  limit: number,
  isWanted: (node: number) => boolean,
): readonly Reached[] {
  const rows = new Rows(topology, start);
  let last = -1;
  const visit = (edge: number, node: number): boolean => {
    if (last !== node) {
      // A node that depends on itself is not reached.
      if (node === start || !isWanted(node)) return true;
      if (rows.count > limit) return false;
      last = node;
      rows.add(node, 1, 0, edge);
    }
    rows.addHop(rows.count - 1, 0, edge);
    return true;
  };
  if (start >= 0 && direction === 'DEPENDENCIES') view.out(start, visit);
  else if (start >= 0) view.in(start, visit);
  // They come in the order of their nodes, and all have one parent.
  let rank = 0;
  for (let row = 1; row < rows.count; row++) if ((rows.sureParent[row] ?? -1) >= 0) rows.sureRank[row] = rank++;
  return Array.from({ length: rows.count - 1 }, (_, i) => new Reached(rows, i + 1));
}
