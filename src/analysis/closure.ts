import { badInput } from '../model/errors.js';
import type { NumberedGraph, TopologyView } from '../store/Topology.js';
import { DirectlyReached, type Reached, ReachedList } from './ReachedList.js';
import { ReachedRows } from './ReachedRows.js';

export type ClosureDirection = 'DEPENDENCIES' | 'DEPENDENTS';

export interface ClosureOptions {
  /** 1..10; 1 is direct. */
  readonly maxDepth: number;
  /** How many edges may be visited. */
  readonly budget?: number;
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

/**
 * Everything that a node depends on, or that depends on it, within `maxDepth` hops.
 *
 * Breadth first; each layer is walked in the order of its nodes' smallest routes, so the first to find a node gives its
 * smallest route, and a second order of the same kind is kept for routes on which every hop is confirmed. With two levels
 * of confidence that gives the witness of {@link Reached.path} in one pass. Every edge is visited once:
 * O(edges + nodes · log nodes) of what is reached. A start of -1 (no edges) reaches nothing. Throws BAD_USER_INPUT.
 */
export function closure(
  graph: NumberedGraph,
  view: TopologyView,
  start: number,
  direction: ClosureDirection,
  options: ClosureOptions,
): Closure {
  const { maxDepth, budget = DEFAULT_EDGE_BUDGET } = options;
  if (!Number.isInteger(maxDepth) || maxDepth < 1 || maxDepth > MAX_DEPTH) {
    throw badInput(`maxDepth in 1..${MAX_DEPTH}`, maxDepth);
  }
  const rows = new ReachedRows(graph, start);
  if (start < 0)
    return { reached: new ReachedList(rows.columns(new Int32Array(0))), truncated: false, edgesVisited: 0 };

  // A row's place, counted from 1, by its node.
  const places = placesIn(graph);
  places[start] = 1;
  let edgesVisited = 0;
  let truncated = false;
  let complete = 1;
  const order: Int32Array[] = [];
  let [depth, parent, next] = [1, 0, 1];
  const visit = (edge: number, node: number): boolean => {
    if (edgesVisited >= budget) {
      truncated = true;
      return false;
    }
    edgesVisited++;
    let row = (places[node] ?? 0) - 1;
    if (row < 0) {
      row = rows.count;
      rows.add(node, depth, parent, edge);
      places[node] = row + 1;
    }
    if (row >= next) rows.addHop(row, parent, edge);
    return true;
  };

  try {
    for (let layer = 0; depth <= maxDepth && layer < rows.count && !truncated; depth++) {
      next = rows.count;
      for (parent = layer; parent < next && !truncated; parent++) {
        if (direction === 'DEPENDENCIES') view.out(rows.nodeAt(parent), visit);
        else view.in(rows.nodeAt(parent), visit);
      }
      // Unvisited edges could change the witnesses of a later layer, but a first layer's have only one route.
      if (truncated && depth > 1) break;
      const ordered = byNode(rows, next, places);
      rows.rankSure(ordered, layer, next);
      order.push(ordered);
      complete = rows.count;
      layer = next;
    }
  } finally {
    for (let row = 0; row < rows.count; row++) places[rows.nodeAt(row)] = 0;
  }
  const reached = new ReachedList(rows.columns(joined(order, complete - 1)));
  return { reached, truncated, edgesVisited };
}

/** Kept with the graph, all 0 between searches: making it anew would cost a small search more than the search. */
const PLACES = new WeakMap<NumberedGraph, Int32Array>();

function placesIn(graph: NumberedGraph): Int32Array {
  let places = PLACES.get(graph);
  if (places === undefined) {
    places = new Int32Array(graph.nodeCount);
    PLACES.set(graph, places);
  }
  return places;
}

/** Of how many nodes in one row, looking through all is faster than sorting those. */
const SPARSE = 16;

/** The rows from `first` on, in the order of their nodes. */
function byNode(rows: ReachedRows, first: number, places: Int32Array): Int32Array {
  const ordered = new Int32Array(rows.count - first);
  if (ordered.length * SPARSE > places.length) {
    let found = 0;
    for (let node = 0; node < places.length; node++) {
      const place = places[node] ?? 0;
      if (place > first) ordered[found++] = place - 1;
    }
    return ordered;
  }
  for (let i = 0; i < ordered.length; i++) ordered[i] = rows.nodeAt(first + i);
  ordered.sort();
  for (let i = 0; i < ordered.length; i++) ordered[i] = (places[ordered[i] ?? 0] ?? 0) - 1;
  return ordered;
}

function joined(parts: readonly Int32Array[], length: number): Int32Array<ArrayBuffer> {
  const whole = new Int32Array(length);
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}

/**
 * The first `limit` neighbours of a node that `isWanted`, in the order of their ids: the same as the first of
 * {@link closure} with `maxDepth` 1, but the edges behind them are not visited. O(edges up to the last of them).
 */
export function firstNeighbours(
  graph: NumberedGraph,
  view: TopologyView,
  start: number,
  direction: ClosureDirection,
  limit: number,
  isWanted: (node: number) => boolean,
): readonly Reached[] {
  const reached: DirectlyReached[] = [];
  let last: DirectlyReached | undefined;
  const visit = (edge: number, node: number): boolean => {
    // Parallel edges come one after the other, best first.
    if (last?.node === node) {
      last.links.push(edge);
      return true;
    }
    // A node that depends on itself is not reached.
    if (node === start || !isWanted(node)) return true;
    if (reached.length >= limit) return false;
    last = new DirectlyReached(graph, start, node, edge);
    reached.push(last);
    return true;
  };
  if (start >= 0 && direction === 'DEPENDENCIES') view.out(start, visit);
  else if (start >= 0) view.in(start, visit);
  return reached;
}
