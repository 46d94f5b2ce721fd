import { badInput } from '../model/errors.js';
import { firstPlace } from '../model/firstPlace.js';
import type { Confidence } from '../model/statement.js';
import type { NumberedGraph, TopologyView } from '../store/Topology.js';
import { Corridor } from './Corridor.js';
import { DEFAULT_EDGE_BUDGET } from './closure.js';
import { BudgetSpent, type Neighbour, Neighbours, type PathDirection, type Ways } from './neighbours.js';

export interface PathOptions {
  /** `DEPENDENCIES` walks from dependents to providers, `DEPENDENTS` back, `ANY` both ways. */
  readonly direction: PathDirection;
  /** 1..10. */
  readonly maxHops: number;
  /** How many paths, at least 1. */
  readonly first: number;
  /** How many edges may be visited. */
  readonly budget?: number;
}

/** A path without repeated nodes: `edges[i]` joins `nodes[i]` and `nodes[i + 1]`. */
export interface Path {
  readonly nodes: readonly number[];
  /** The best of the parallel edges of each hop. */
  readonly edges: readonly number[];
  /** Of the weakest hop. */
  readonly confidence: Confidence;
}

export interface Paths {
  /** By length, then confidence (confirmed first), then id sequence. */
  readonly paths: readonly Path[];
  /** The budget ran out before the search was complete; what is there are still the first ones. */
  readonly truncated: boolean;
}

export const MAX_HOPS = 10;

/** All paths that begin with `nodes` and do not go on to a banned node. */
interface Family {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly confirmed: boolean;
  readonly banned: ReadonlySet<number>;
}

/** A family whose best path is not known yet (`found` null) or is. `length` is that path's, or a lower bound of it. */
interface Entry {
  readonly family: Family;
  readonly length: number;
  readonly found: Family | null;
}

/**
 * The first loopless paths between two nodes in the order of {@link Paths}.
 *
 * Lawler's form of Yen's algorithm (Lawler 1972, Management Science 18:401–405): the best path of a family of paths is
 * found by breadth-first search backwards from the target, given out, and the rest of the family split at each of its
 * nodes. A family is searched only when its lower bound comes up. All of that happens in a {@link Corridor}, first that of
 * the shortest paths, then of those a hop longer, until there are enough: at most maxHops searches of it for each path given
 * out, so no dense or dead-ended part of the graph makes it explode. Empty where the nodes are the same or have no edges (-1).
 * Throws BAD_USER_INPUT.
 */
export function shortestPaths(
  graph: NumberedGraph,
  view: TopologyView,
  from: number,
  to: number,
  options: PathOptions,
): Paths {
  const { direction, maxHops, first, budget = DEFAULT_EDGE_BUDGET } = options;
  if (!Number.isInteger(maxHops) || maxHops < 1 || maxHops > MAX_HOPS) {
    throw badInput(`maxHops in 1..${MAX_HOPS}`, maxHops);
  }
  if (!Number.isInteger(first) || first < 1) throw badInput('first of at least 1', first);
  if (from < 0 || to < 0 || from === to) return { paths: [], truncated: false };

  const neighbours = new Neighbours(graph, view, direction, budget);
  const corridor = new Corridor(neighbours, from, to);
  let paths: Path[] = [];
  try {
    // Short paths come first, so nothing longer is looked at before all that are shorter were found.
    for (let hops = 1; hops <= maxHops && paths.length < first; hops++) {
      corridor.grow();
      const ways = corridor.within(hops);
      if (!ways) continue;
      const found: Path[] = [];
      for (const path of firstPaths(ways, from, to, hops)) {
        found.push(path);
        // What was found before is found again, in the same order.
        if (found.length > paths.length) paths = found;
        if (found.length === first) break;
      }
    }
    return { paths, truncated: false };
  } catch (error) {
    if (error instanceof BudgetSpent) return { paths, truncated: true };
    throw error;
  }
}

/** The paths of at most `maxHops` hops, in their order, each looked for when it is asked for. */
function* firstPaths(neighbours: Ways, from: number, to: number, maxHops: number): Generator<Path> {
  const distance = lowerBounds(neighbours, from, to, maxHops);
  const queue: Entry[] = [];
  const add = (family: Family): void => {
    const length = bound(neighbours, family, distance);
    if (length <= maxHops) insert(queue, { family, length, found: null });
  };
  add({ nodes: [from], edges: [], confirmed: true, banned: new Set() });
  for (let entry = queue.shift(); entry; entry = queue.shift()) {
    const { family, found } = entry;
    if (found) {
      yield { nodes: found.nodes, edges: found.edges, confidence: found.confirmed ? 'confirmed' : 'recalled' };
      for (const rest of split(family, found, neighbours)) add(rest);
      continue;
    }
    const best = bestOf(neighbours, family, to, maxHops);
    if (best) insert(queue, { family, length: best.edges.length, found: best });
  }
}

/** Hops to the target, exact up to the distance of `from`; every other node is at least one hop further. */
function lowerBounds(neighbours: Ways, from: number, to: number, maxHops: number): (node: number) => number {
  const distance = new Map([[to, 0]]);
  let depth = 0;
  for (let layer = [to]; layer.length > 0 && depth < maxHops && !distance.has(from); depth++) {
    const next: number[] = [];
    for (const node of layer) {
      for (const { node: behind } of neighbours.behind(node)) {
        if (distance.has(behind)) continue;
        distance.set(behind, depth + 1);
        next.push(behind);
      }
    }
    layer = next;
  }
  return (node) => distance.get(node) ?? depth + 1;
}

function bound(neighbours: Ways, family: Family, distance: (node: number) => number): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (const { node } of exits(neighbours, family)) shortest = Math.min(shortest, distance(node));
  return family.nodes.length + shortest;
}

/** Where a family's paths may go next. */
function exits(neighbours: Ways, family: Family): readonly Neighbour[] {
  const spur = family.nodes[family.nodes.length - 1];
  if (spur === undefined) return [];
  return neighbours.ahead(spur).filter(({ node }) => !family.banned.has(node) && !family.nodes.includes(node));
}

/** The first path of a family in the order of {@link Paths}; null where it has none within `maxHops`. */
function bestOf(neighbours: Ways, family: Family, to: number, maxHops: number): Family | null {
  const start = exits(neighbours, family);
  const wanted = new Set(start.map((n) => n.node));
  const blocked = new Set(family.nodes);
  const distance = new Map([[to, 0]]);
  // Nodes with a shortest way to the target on which every hop is confirmed.
  const confirmed = new Set([to]);
  let met = wanted.has(to);
  for (let layer = [to], left = maxHops - family.nodes.length; !met && left > 0 && layer.length > 0; left--) {
    const next: number[] = [];
    for (const node of layer) {
      const hops = (distance.get(node) ?? 0) + 1;
      for (const behind of neighbours.behind(node)) {
        if (blocked.has(behind.node)) continue;
        const known = distance.get(behind.node);
        if (known === undefined) {
          distance.set(behind.node, hops);
          next.push(behind.node);
          if (wanted.has(behind.node)) met = true;
        }
        if ((known ?? hops) === hops && behind.confirmed && confirmed.has(node)) confirmed.add(behind.node);
      }
    }
    layer = next;
  }
  return met ? walk(neighbours, family, start, distance, confirmed) : null;
}

/** Follows the distances down to the target, always to the smallest node that keeps the path as short and as sure. */
function walk(
  neighbours: Ways,
  family: Family,
  start: readonly Neighbour[],
  distance: ReadonlyMap<number, number>,
  confirmed: ReadonlySet<number>,
): Family {
  const nodes = [...family.nodes];
  const edges = [...family.edges];
  const near = Math.min(...start.map((n) => distance.get(n.node) ?? Number.POSITIVE_INFINITY));
  const isSure = (n: Neighbour): boolean => n.confirmed && confirmed.has(n.node);
  const sure = family.confirmed && start.some((n) => distance.get(n.node) === near && isSure(n));
  let choices = start;
  for (let left = near; left >= 0; left--) {
    const hop = choices.find((n) => distance.get(n.node) === left && (!sure || isSure(n)));
    if (!hop) break;
    nodes.push(hop.node);
    edges.push(hop.edge);
    if (left > 0) choices = neighbours.ahead(hop.node);
  }
  return { nodes, edges, confirmed: sure, banned: new Set() };
}

/** The family without its first path, as families that share nothing: they leave that path at different nodes. */
function split(family: Family, path: Family, neighbours: Ways): readonly Family[] {
  const families: Family[] = [];
  let confirmed = family.confirmed;
  for (let i = family.nodes.length - 1; i < path.edges.length; i++) {
    const node = path.nodes[i];
    const next = path.nodes[i + 1];
    if (node === undefined || next === undefined) break;
    const banned = new Set(i === family.nodes.length - 1 ? family.banned : []).add(next);
    families.push({ nodes: path.nodes.slice(0, i + 1), edges: path.edges.slice(0, i), confirmed, banned });
    confirmed = confirmed && (neighbours.ahead(node).find((n) => n.node === next)?.confirmed ?? false);
  }
  return families;
}

/** Keeps the queue in order; families not searched yet come before found paths of the same length. */
function insert(queue: Entry[], entry: Entry): void {
  const place = firstPlace(0, queue.length, (at) => {
    const other = queue[at];
    return other !== undefined && compareEntries(other, entry) <= 0;
  });
  queue.splice(place, 0, entry);
}

function compareEntries(a: Entry, b: Entry): number {
  if (a.length !== b.length) return a.length - b.length;
  if (!a.found || !b.found) return Number(a.found !== null) - Number(b.found !== null);
  if (a.found.confirmed !== b.found.confirmed) return a.found.confirmed ? -1 : 1;
  for (let i = 0; i < a.found.nodes.length; i++) {
    const difference = (a.found.nodes[i] ?? -1) - (b.found.nodes[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
