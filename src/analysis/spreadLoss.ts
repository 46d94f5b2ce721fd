import { DEPENDENCY_KINDS } from '../model/edge.js';
import type { Topology, TopologyView } from '../store/Topology.js';
import { FED, type Horizon, IS_OPERATING } from './capability.js';

/** What is taken away. */
export interface Removal {
  /** Entities that are gone with all that they deliver. */
  readonly nodes: ReadonlySet<number>;
  /** Capabilities that entities deliver no more: places in DEPENDENCY_KINDS by node. */
  readonly cuts: ReadonlyMap<number, readonly number[]>;
}

/** What an entity needs of one kind, and how much of it is gone. */
export interface Need {
  /** The dependent. */
  readonly node: number;
  /** The kind's place in DEPENDENCY_KINDS. */
  readonly kind: number;
  /** Every documented provider. */
  readonly providers: readonly number[];
  /** Those that deliver no more, in the order of their loss. */
  readonly gone: ReadonlySet<number>;
  /** The round in which the first, or for what breaks the last, was lost; 1 is the removal's own. */
  readonly depth: number;
}

export interface Loss {
  /** Needs of which every provider is gone, in the order in which they broke. */
  readonly breaks: readonly Need[];
  /** Needs of which some are. */
  readonly stresses: readonly Need[];
  /** The budget of visited edges ran out: more may break. */
  readonly truncated: boolean;
  readonly edgesVisited: number;
}

/** Of a need, while the loss spreads. */
interface OpenNeed extends Need {
  readonly gone: Set<number>;
  depth: number;
}

const KINDS = DEPENDENCY_KINDS.length;

/**
 * What breaks and what is stressed when something is removed, to a fixpoint over pairs (entity, capability). An entity that
 * lost a capability hits only those that get just this from it; whose every documented provider of a kind is gone has
 * broken there, and delivers no more what that kind feeds. Whatever is removed itself is told nothing of. For horizon OPERATION
 * only what running needs goes on; NEW_SUPPLY takes all kinds. Monotone, so the order does not matter: rounds give the depth.
 * O(edges into what is lost, and out of whom it hits).
 */
export function spreadLoss(
  topology: Topology,
  view: TopologyView,
  { nodes, cuts }: Removal,
  horizon: Horizon,
  budget: number,
): Loss {
  const feeds = FED[horizon];
  const isOpen = (kind: number) => horizon === 'NEW_SUPPLY' || IS_OPERATING[kind] === true;
  const needs = new Map<number, OpenNeed>();
  const lost = new Set<number>();
  const breaks: OpenNeed[] = [];
  let edgesVisited = 0;

  /** Pairs whose loss is still to be told: node · KINDS + kind; a removed node has all. */
  let round: number[] = [];
  const lose = (node: number, kind: number, next: number[]) => {
    const pair = node * KINDS + kind;
    if (lost.has(pair) || nodes.has(node)) return;
    lost.add(pair);
    next.push(pair);
  };
  const needOf = (node: number, kind: number): OpenNeed => {
    const known = needs.get(node * KINDS + kind);
    if (known) return known;
    const providers: number[] = [];
    view.out(node, (edge, provider) => {
      edgesVisited++;
      // Parallel edges come one after the other.
      if (provider !== node && kindOf(topology, edge) === kind && providers.at(-1) !== provider)
        providers.push(provider);
    });
    const need: OpenNeed = { node, kind, providers, gone: new Set(), depth: 0 };
    needs.set(node * KINDS + kind, need);
    return need;
  };
  const hit = (node: number, kind: number, provider: number, depth: number, next: number[]) => {
    const need = needOf(node, kind);
    if (need.gone.has(provider)) return;
    need.gone.add(provider);
    if (need.gone.size === 1 || need.gone.size === need.providers.length) need.depth = depth;
    if (need.gone.size < need.providers.length) return;
    breaks.push(need);
    for (const fed of feeds[kind] ?? []) lose(node, fed, next);
  };
  const tell = (provider: number, capability: number | null, depth: number, next: number[]) => {
    view.in(provider, (edge, dependent) => {
      if (edgesVisited++ >= budget) return false;
      const kind = kindOf(topology, edge);
      if ((capability !== null && capability !== kind) || !isOpen(kind)) return true;
      if (dependent !== provider && !nodes.has(dependent)) hit(dependent, kind, provider, depth, next);
      return true;
    });
  };

  for (const node of nodes) tell(node, null, 1, round);
  for (const [node, kinds] of cuts) for (const kind of kinds) if (!nodes.has(node)) tell(node, kind, 1, round);
  for (let depth = 2; round.length > 0 && edgesVisited < budget; depth++) {
    const next: number[] = [];
    for (const pair of round) tell(Math.floor(pair / KINDS), pair % KINDS, depth, next);
    round = next;
  }
  const stresses = [...needs.values()].filter(({ gone, providers }) => gone.size > 0 && gone.size < providers.length);
  return { breaks, stresses, truncated: edgesVisited >= budget, edgesVisited };
}

function kindOf(topology: Topology, edge: number): number {
  return DEPENDENCY_KINDS.indexOf(topology.kind(edge));
}
