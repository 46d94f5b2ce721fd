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
  readonly reached: readonly Reached[];
  /** The budget ran out: the layer that was not finished is left out, unless it is the first. */
  readonly truncated: boolean;
  readonly edgesVisited: number;
}

/** Budget of edges visited, where the caller names none. */
export const DEFAULT_EDGE_BUDGET = 2_000_000;
export const MAX_DEPTH = 10;

/** A step of the search: the best known way to a node of the layer. */
interface Step {
  readonly parent: Reached;
  readonly edge: number;
}

/** A node that was reached, and how. */
export class Reached {
  readonly node: number;
  readonly depth: number;
  /** At depth 1 every edge from the start, best first, so that each can be listed with its deal; deeper none. */
  readonly links: number[] = [];
  /** Last hop of the smallest shortest route, whatever its confidence; null at the start. */
  readonly step: Step | null;
  /** Last hop of the smallest shortest route on which every hop is confirmed. */
  confirmedStep: Step | null = null;
  /** Place of the confirmed route among those of its layer, by id sequence; -1 without one. */
  confirmedRank = -1;
  kindBits = 0;

  constructor(node: number, depth: number, step: Step | null) {
    this.node = node;
    this.depth = depth;
    this.step = step;
  }

  /** Kinds of the last hops on all shortest routes, in the order of `DEPENDENCY_KINDS`. */
  get kinds(): readonly DependencyKind[] {
    return DEPENDENCY_KINDS.filter((_, bit) => this.kindBits & (1 << bit));
  }

  /** Confidence of the witness' weakest hop. */
  get confidence(): Confidence {
    return this.confirmedRank >= 0 ? 'confirmed' : 'recalled';
  }

  /** The witness: fewest hops, then the highest weakest-hop confidence, then the smallest id sequence. */
  get path(): Witness {
    const confirmed = this.confirmedRank >= 0;
    const nodes = [this.node];
    const edges: number[] = [];
    let at: Step | null = confirmed ? this.confirmedStep : this.step;
    while (at) {
      nodes.push(at.parent.node);
      edges.push(at.edge);
      at = confirmed ? at.parent.confirmedStep : at.parent.step;
    }
    return { nodes: nodes.reverse(), edges: edges.reverse() };
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
  if (start < 0) return { reached: [], truncated: false, edgesVisited: 0 };

  const root = new Reached(start, 0, null);
  root.confirmedRank = 0;
  const found = new Map<number, Reached>([[start, root]]);
  const reached: Reached[] = [];
  let edgesVisited = 0;
  let truncated = false;

  for (let depth = 1, layer = [root]; depth <= maxDepth && layer.length > 0 && !truncated; depth++) {
    const next: Reached[] = [];
    for (const parent of layer) {
      const visit = (edge: number, node: number): void => {
        if (edgesVisited >= budget) {
          truncated = true;
          return;
        }
        edgesVisited++;
        let target = found.get(node);
        if (!target) {
          target = new Reached(node, depth, { parent, edge });
          found.set(node, target);
          next.push(target);
        }
        if (target.depth === depth) addHop(topology, target, parent, edge);
      };
      if (direction === 'DEPENDENCIES') view.out(parent.node, visit);
      else view.in(parent.node, visit);
      if (truncated) break;
    }
    // Unvisited edges could change the witnesses of a later layer, but a first layer's have only one route.
    if (truncated && depth > 1) break;
    rankConfirmed(next);
    for (const r of [...next].sort((a, b) => a.node - b.node)) reached.push(r);
    layer = next;
  }
  return { reached, truncated, edgesVisited };
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
  const root = new Reached(start, 0, null);
  root.confirmedRank = 0;
  const reached: Reached[] = [];
  let last: Reached | null = null;
  const visit = (edge: number, node: number): boolean => {
    if (last?.node !== node) {
      // A node that depends on itself is not reached.
      if (node === start || !isWanted(node)) return true;
      if (reached.length === limit) return false;
      last = new Reached(node, 1, { parent: root, edge });
      reached.push(last);
    }
    addHop(topology, last, root, edge);
    return true;
  };
  if (start >= 0 && direction === 'DEPENDENCIES') view.out(start, visit);
  else if (start >= 0) view.in(start, visit);
  // They come in the order of their nodes, and all have one parent.
  let rank = 0;
  for (const one of reached) if (one.confirmedStep !== null) one.confirmedRank = rank++;
  return reached;
}

function addHop(topology: Topology, target: Reached, parent: Reached, edge: number): void {
  target.kindBits |= 1 << DEPENDENCY_KINDS.indexOf(topology.kind(edge));
  if (target.depth === 1) target.links.push(edge);
  if (parent.confirmedRank < 0 || topology.confidence(edge) !== 'confirmed') return;
  // Parallel edges come best first, so the first of a parent stays.
  if (!target.confirmedStep || parent.confirmedRank < target.confirmedStep.parent.confirmedRank) {
    target.confirmedStep = { parent, edge };
  }
}

/** Routes of one length compare by their parents' routes, then by the node. */
function rankConfirmed(layer: readonly Reached[]): void {
  const rankOfParent = (r: Reached): number => r.confirmedStep?.parent.confirmedRank ?? -1;
  layer
    .filter((r) => r.confirmedStep !== null)
    .sort((a, b) => rankOfParent(a) - rankOfParent(b) || a.node - b.node)
    .forEach((r, rank) => {
      r.confirmedRank = rank;
    });
}
