import { DEPENDENCY_KINDS } from '../model/edge.js';
import type { NumberedGraph, TopologyView } from '../store/Topology.js';
import { GONE, KIND, NEED_WIDTH, NODE, PROVIDERS } from './Loss.js';
import { LossSearch } from './LossSearch.js';

/** What a break counts: one, or what it weighs by node or by {@link needKey}; nothing is known of a weight that is not there. */
export interface BreakWeights {
  readonly per: 'BREAK' | 'NODE' | 'NEED';
  readonly weights: ReadonlyMap<number, number>;
}

export const BY_BREAKS: BreakWeights = { per: 'BREAK', weights: new Map() };

/** A need as one number; `kind` is its place in DEPENDENCY_KINDS. */
export function needKey(node: number, kind: number): number {
  return node * DEPENDENCY_KINDS.length + kind;
}

export interface Chokepoint {
  readonly node: number;
  /** Needs that break for good when it alone is removed. */
  readonly breaks: number;
  readonly stresses: number;
  /** The sum of the weights of what breaks; the number of breaks where nothing else is asked for. */
  readonly weight: number;
  /** Of what breaks, how many have a known weight. */
  readonly known: number;
}

export interface Chokepoints {
  /** By weight descending, then breaks, then id. */
  readonly ranked: readonly Chokepoint[];
  /** The budget of visited edges ran out: not all were tried, or of some only a part of what they break was followed. */
  readonly truncated: boolean;
  /** How many were removed to see. */
  readonly tried: number;
  readonly candidates: number;
}

/** At least so many candidates for each that is asked for are tried, however much the largest break. */
const TRIED_PER_SHOWN = 2;

/**
 * The entities whose removal breaks most. Only what somebody depends on can break anything, and each removal follows just
 * what it hits: O(nodes + sum of the edges that each candidate's loss touches), within the budget. Candidates are tried with
 * the most dependencies first, so that a budget that runs out leaves out the least. None may take more than its part of the
 * budget; those that need more are followed to the end when all have had theirs, as far as something is left, and else count
 * what was found. `fallsWith`: what goes with an entity, as a cloud with its operator.
 */
export function chokepoints(
  graph: NumberedGraph,
  view: TopologyView,
  first: number,
  weights: BreakWeights,
  budget: number,
  fallsWith: (node: number) => readonly number[] = () => [],
): Chokepoints {
  const candidates = dependedOn(graph, view);
  const search = new LossSearch(graph, view, 'NEW_SUPPLY');
  const found = new Map<number, Chokepoint>();
  const unfinished = new Set<number>();
  let left = budget;
  const attempt = (node: number, limit: number) => {
    const { truncated, edgesVisited } = search.spread(
      { nodes: new Set([node, ...fallsWith(node)]), cuts: new Map() },
      Math.min(limit, left),
    );
    left -= edgesVisited;
    found.set(node, chokepointOf(node, search, weights));
    if (truncated) unfinished.add(node);
    else unfinished.delete(node);
  };
  const part = Math.ceil(budget / (TRIED_PER_SHOWN * first));
  for (const node of candidates) {
    if (left <= 0) break;
    attempt(node, part);
  }
  for (const node of [...unfinished]) {
    // A second try that is no longer than the first finds no more.
    if (left <= part) break;
    attempt(node, left);
  }
  const ranked = [...found.values()]
    .filter(({ breaks }) => breaks > 0)
    .sort((a, b) => b.weight - a.weight || b.breaks - a.breaks || a.node - b.node)
    .slice(0, first);
  const truncated = found.size < candidates.length || unfinished.size > 0;
  return { ranked, truncated, tried: found.size, candidates: candidates.length };
}

function chokepointOf(node: number, search: LossSearch, { per, weights }: BreakWeights): Chokepoint {
  const { cells, hits, breaks } = search;
  if (per === 'BREAK') return { node, breaks, stresses: hits - breaks, weight: breaks, known: breaks };
  let [weight, known] = [0, 0];
  for (let place = 0; place < hits * NEED_WIDTH; place += NEED_WIDTH) {
    if (cells[place + GONE] !== cells[place + PROVIDERS]) continue;
    const dependent = cells[place + NODE] ?? 0;
    const its = weights.get(per === 'NODE' ? dependent : needKey(dependent, cells[place + KIND] ?? 0));
    if (its === undefined) continue;
    weight += its;
    known++;
  }
  return { node, breaks, stresses: hits - breaks, weight, known };
}

/** Every node that others depend on, with the most dependencies first, whether or not the view has all of them. */
function dependedOn(graph: NumberedGraph, view: TopologyView): Uint32Array {
  const nodes: number[] = [];
  for (let node = 0; node < graph.nodeCount; node++) {
    let isNeeded = false;
    view.in(node, (_, dependent) => {
      isNeeded = dependent !== node;
      return !isNeeded;
    });
    if (isNeeded) nodes.push(node);
  }
  const degrees = new Map(nodes.map((node) => [node, view.degree(node, 'in')]));
  return Uint32Array.from(nodes.sort((a, b) => (degrees.get(b) ?? 0) - (degrees.get(a) ?? 0) || a - b));
}
