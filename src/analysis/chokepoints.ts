import { compareIds, type EntityId } from '../model/ids.js';
import type { Topology, TopologyView } from '../store/Topology.js';
import { spreadLoss } from './spreadLoss.js';

/** What a break of a node's need of a kind (its place in DEPENDENCY_KINDS) counts; null where that is unknown. */
export type BreakWeight = (node: number, kind: number) => number | null;

export interface Chokepoint {
  readonly entity: EntityId;
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
  /** The budget of visited edges ran out: the candidates after {@link tried} were not tried. */
  readonly truncated: boolean;
  /** How many were removed to see. */
  readonly tried: number;
  readonly candidates: number;
}

/**
 * The entities whose removal breaks most. Only what somebody depends on can break anything, and each removal follows just
 * what it hits: O(sum of the edges that each candidate's loss touches), within the budget. Candidates are tried with the
 * most dependents first, so that a budget that runs out leaves out the least. `fallsWith`: what goes with an entity, as a
 * cloud with its operator.
 */
export function chokepoints(
  topology: Topology,
  view: TopologyView,
  first: number,
  weigh: BreakWeight,
  budget: number,
  fallsWith: (node: number) => readonly number[] = () => [],
): Chokepoints {
  const candidates = dependedOn(topology, view);
  const found: Chokepoint[] = [];
  let left = budget;
  let tried = 0;
  for (const { node } of candidates) {
    if (left <= 0) break;
    const loss = spreadLoss(
      topology,
      view,
      { nodes: new Set([node, ...fallsWith(node)]), cuts: new Map() },
      'NEW_SUPPLY',
      left,
    );
    left -= loss.edgesVisited;
    if (loss.truncated) break;
    tried++;
    const weights = loss.breaks.map((need) => weigh(need.node, need.kind));
    found.push({
      entity: topology.nodeId(node),
      breaks: loss.breaks.length,
      stresses: loss.stresses.length,
      weight: weights.reduce<number>((sum, weight) => sum + (weight ?? 0), 0),
      known: weights.filter((weight) => weight !== null).length,
    });
  }
  const ranked = found
    .filter(({ breaks }) => breaks > 0)
    .sort((a, b) => b.weight - a.weight || b.breaks - a.breaks || compareIds(a.entity, b.entity))
    .slice(0, first);
  return { ranked, truncated: tried < candidates.length, tried, candidates: candidates.length };
}

/** Every node that others depend on, with the most dependencies first. */
function dependedOn(
  topology: Topology,
  view: TopologyView,
): readonly { readonly node: number; readonly edges: number }[] {
  const nodes: { node: number; edges: number }[] = [];
  for (let node = 0; node < topology.nodeCount; node++) {
    let edges = 0;
    view.in(node, (_, dependent) => {
      if (dependent !== node) edges++;
    });
    if (edges > 0) nodes.push({ node, edges });
  }
  return nodes.sort((a, b) => b.edges - a.edges || a.node - b.node);
}
