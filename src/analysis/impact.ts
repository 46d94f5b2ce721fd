import { DEPENDENCY_KINDS, type DependencyKind } from '../model/edge.js';
import type { EntityId } from '../model/ids.js';
import type { Confidence } from '../model/statement.js';
import type { Topology, TopologyView } from '../store/Topology.js';
import { FED, type Horizon } from './capability.js';
import { DEFAULT_EDGE_BUDGET } from './closure.js';
import { type Need, type Removal, spreadLoss } from './spreadLoss.js';

/** Providers that a reason names. */
const NAMED = 5;

/** A capability of which an entity's documented providers are gone, all (it breaks) or some (it is stressed). */
export interface Hit {
  readonly node: EntityId;
  readonly capability: DependencyKind;
  /** OPERATION where it is hit in what runs, NEW_SUPPLY where only what is still to be supplied is. */
  readonly horizon: Horizon;
  /** Rounds from the removal; 1 is hit by it directly. */
  readonly depth: number;
  /** Providers that deliver no more, ascending. */
  readonly gone: readonly EntityId[];
  /** Documented alternatives, ascending; none where it breaks. */
  readonly kept: readonly EntityId[];
  /** The edges to the providers that are gone, and to those that are left. */
  readonly lostEdges: readonly number[];
  readonly keptEdges: readonly number[];
  /** How well known the loss is: that of the surest edge to the provider of which the least is known. */
  readonly confidence: Confidence;
  /** In a sentence, for a reader. */
  readonly reason: string;
}

export interface Impact {
  /** By depth, then id, then capability. */
  readonly breaks: readonly Hit[];
  readonly stresses: readonly Hit[];
  /** The budget of visited edges ran out: more may be hit. */
  readonly truncated: boolean;
}

/**
 * What breaks, and what is stressed, when entities or capabilities are removed (`docs/methods.md`, Impact): the fixpoint of
 * {@link spreadLoss}, taken twice. What is hit by what running needs is hit in OPERATION; what is hit only when supply counts
 * too, in NEW_SUPPLY. "All" means all documented: that there is no other provider is not proven.
 * O(edges that touch what is hit).
 */
export function impact(
  topology: Topology,
  view: TopologyView,
  removal: Removal,
  budget: number = DEFAULT_EDGE_BUDGET,
): Impact {
  const all = spreadLoss(topology, view, removal, 'NEW_SUPPLY', budget);
  const running = spreadLoss(topology, view, removal, 'OPERATION', budget);
  const broken = new Set(all.breaks.map(keyOf));
  const brokenInOperation = new Set(running.breaks.map(keyOf));
  const hitInOperation = new Set([...running.breaks, ...running.stresses].map(keyOf));
  const toHit = (need: Need, inOperation: ReadonlySet<string>): Hit => {
    const gone = [...need.gone].sort((a, b) => a - b);
    const kept = need.providers.filter((provider) => !need.gone.has(provider));
    const { lost, left, sure } = linksOf(topology, view, need);
    return {
      node: topology.nodeId(need.node),
      capability: kindAt(need.kind),
      horizon: inOperation.has(keyOf(need)) ? 'OPERATION' : 'NEW_SUPPLY',
      depth: need.depth,
      gone: gone.map((node) => topology.nodeId(node)),
      kept: kept.map((node) => topology.nodeId(node)),
      lostEdges: lost,
      keptEdges: left,
      confidence: sure.size === gone.length ? 'confirmed' : 'recalled',
      reason: reasonOf(topology, need, gone, kept.length, removal, broken),
    };
  };
  return {
    breaks: [...all.breaks].sort(compare).map((need) => toHit(need, brokenInOperation)),
    stresses: [...all.stresses].sort(compare).map((need) => toHit(need, hitInOperation)),
    truncated: all.truncated || running.truncated,
  };
}

/** The edges of a need, and those of its lost providers to which one is confirmed. */
function linksOf(topology: Topology, view: TopologyView, need: Need) {
  const lost: number[] = [];
  const left: number[] = [];
  const sure = new Set<number>();
  view.out(need.node, (edge, provider) => {
    if (provider === need.node || topology.kind(edge) !== kindAt(need.kind)) return;
    if (!need.gone.has(provider)) left.push(edge);
    else {
      lost.push(edge);
      if (topology.confidence(edge) === 'confirmed') sure.add(provider);
    }
  });
  return { lost, left, sure };
}

function reasonOf(
  topology: Topology,
  { kind, providers }: Need,
  gone: readonly number[],
  kept: number,
  removal: Removal,
  broken: ReadonlySet<string>,
): string {
  const why = (provider: number): string => {
    const id = topology.nodeId(provider);
    if (removal.nodes.has(provider)) return `${id} is removed`;
    if (removal.cuts.get(provider)?.includes(kind)) return `${id} is cut off`;
    const lacking = DEPENDENCY_KINDS.filter((_, input) => {
      return FED.NEW_SUPPLY[input]?.includes(kind) && broken.has(`${provider} ${input}`);
    });
    return `${id} has lost ${lacking.join(', ')}`;
  };
  const named = gone.slice(0, NAMED).map(why).join('; ');
  const more = gone.length > NAMED ? `; and ${gone.length - NAMED} more` : '';
  const which =
    kept === 0
      ? `No documented provider of ${kindAt(kind)} is left`
      : `${gone.length} of ${providers.length} documented providers of ${kindAt(kind)} are gone`;
  return `${which}: ${named}${more}.`;
}

/** The dependency kind at a place, which the topology has given. */
function kindAt(place: number): DependencyKind {
  return DEPENDENCY_KINDS[place] ?? DEPENDENCY_KINDS[0];
}

function keyOf({ node, kind }: Need): string {
  return `${node} ${kind}`;
}

function compare(a: Need, b: Need): number {
  return a.depth - b.depth || a.node - b.node || a.kind - b.kind;
}
