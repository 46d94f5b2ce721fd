import { type BreakWeights, needKey } from '../analysis/chokepoints.js';
import { toDollars } from '../analysis/schedule.js';
import { DEPENDENCY_KINDS } from '../model/edge.js';
import { GraphError } from '../model/errors.js';
import type { EntityId } from '../model/ids.js';
import type { TimeSlice } from '../model/time.js';
import type { Topology, TopologyView } from '../store/Topology.js';
import { firmAmounts, powerOf } from './affected.js';
import type { Context } from './context.js';
import { dependenciesByEdge } from './dependencies.js';
import { ofKind } from './entities.js';

/** Dependencies or sites that are weighed at most. */
const MOST_WEIGHED = 20_000;

/** What a break weighs: the contracts behind the dependencies of that kind, or the power of the datacenter that breaks. */
export async function breakWeights(
  ctx: Context,
  at: TimeSlice,
  topology: Topology,
  view: TopologyView,
  by: 'USD' | 'MEGAWATT',
): Promise<BreakWeights> {
  return by === 'USD' ? byAmount(ctx, at, topology, view) : byPower(ctx, at, topology);
}

async function byAmount(ctx: Context, at: TimeSlice, topology: Topology, view: TopologyView): Promise<BreakWeights> {
  const numbers: number[] = [];
  for (let node = 0; node < topology.nodeCount; node++) view.out(node, (edge) => numbers.push(edge));
  checkFew(numbers.length, 'dependencies');
  const edges = await dependenciesByEdge(ctx, at, topology, numbers);
  const amounts = await firmAmounts(ctx, at, edges);
  const deals = new Map<number, Set<EntityId>>();
  for (const { from, kind, deal } of edges) {
    if (deal === null || !amounts.has(deal)) continue;
    const key = needKey(topology.node(from), DEPENDENCY_KINDS.indexOf(kind));
    deals.set(key, (deals.get(key) ?? new Set()).add(deal));
  }
  const weights = [...deals].flatMap(([key, its]) => {
    const known = [...its].flatMap((deal) => amounts.get(deal) ?? []);
    return known.length === 0 ? [] : [[key, toDollars(known.reduce((sum, cents) => sum + cents, 0))] as const];
  });
  return { per: 'NEED', weights: new Map(weights) };
}

async function byPower(ctx: Context, at: TimeSlice, topology: Topology): Promise<BreakWeights> {
  const ids: EntityId[] = [];
  for (let node = 0; node < topology.nodeCount; node++) {
    const id = topology.nodeId(node);
    if (id.startsWith('datacenter:')) ids.push(id);
  }
  checkFew(ids.length, 'datacenters');
  const sites = await ofKind(ctx, 'datacenter', at, ids);
  const weights = sites.flatMap((site) => {
    const megawatts = powerOf(site);
    return megawatts === null ? [] : [[topology.node(site.id), megawatts] as const];
  });
  return { per: 'NODE', weights: new Map(weights) };
}

function checkFew(count: number, what: string): void {
  if (count <= MOST_WEIGHED) return;
  throw new GraphError(
    'QUERY_TOO_EXPENSIVE',
    `Expected at most ${MOST_WEIGHED} ${what} to weigh but the graph has ${count}. Rank by BREAKS, or name fewer kinds.`,
  );
}
