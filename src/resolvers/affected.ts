import type { Coverage } from '../analysis/dealSums.js';
import type { HitList } from '../analysis/HitList.js';
import type { Impact } from '../analysis/impact.js';
import { RateBook } from '../analysis/RateBook.js';
import { toDollars } from '../analysis/schedule.js';
import type { Edge } from '../model/edge.js';
import type { EntityRecord, RecordOf } from '../model/entity.js';
import type { EntityId } from '../model/ids.js';
import type { TimeSlice } from '../model/time.js';
import type { Topology } from '../store/Topology.js';
import type { Context } from './context.js';
import { dealInputs } from './dealInputs.js';
import { dependenciesByEdge } from './dependencies.js';
import { ofKind } from './entities.js';

/** Lost dependencies whose deals are read at most. */
const MOST_EDGES = 5_000;
/** Sites whose power is read at most; the others count as not known. */
const MOST_SITES = 5_000;

export interface Affected {
  readonly amountUsd: number;
  readonly deals: Coverage;
  readonly megawatts: number;
  readonly sites: Coverage;
}

/** The contracts and the sites behind what an impact hits. */
export async function affectedBy(
  ctx: Context,
  at: TimeSlice,
  found: Impact & { readonly topology: Topology; readonly removed: readonly EntityRecord[] },
): Promise<Affected> {
  const edges = firstLost([found.breaks, found.stresses]);
  const lost = await dependenciesByEdge(ctx, at, found.topology, edges);
  const amounts = await firmAmounts(ctx, at, lost);
  const known = [...amounts.values()].filter((amount) => amount !== null);
  const ids = sitesAmong([found.removed.map(({ id }) => id), found.breaks.nodes(), found.stresses.nodes()]);
  const sites = await ofKind(ctx, 'datacenter', at, ids.slice(0, MOST_SITES));
  const power = sites.map(powerOf).filter((megawatts) => megawatts !== null);
  return {
    amountUsd: toDollars(known.reduce((sum, cents) => sum + cents, 0)),
    deals: { known: known.length, total: amounts.size },
    megawatts: power.reduce((sum, megawatts) => sum + megawatts, 0),
    sites: { known: power.length, total: ids.length },
  };
}

function sitesAmong(lists: readonly Iterable<EntityId>[]): readonly EntityId[] {
  const ids = new Set<EntityId>();
  for (const list of lists) for (const id of list) if (id.startsWith('datacenter:')) ids.add(id);
  return [...ids];
}

function firstLost(lists: readonly HitList[]): readonly number[] {
  const edges: number[] = [];
  for (const hits of lists) {
    for (const { lostEdges } of hits) {
      edges.push(...lostEdges);
      if (edges.length >= MOST_EDGES) return edges.slice(0, MOST_EDGES);
    }
  }
  return edges;
}

/** What is contracted with each provider of the edges, in cents; none for a provider of which a deal's amount is unknown. */
export async function amountsOf(
  ctx: Context,
  at: TimeSlice,
  edges: readonly Edge[],
): Promise<ReadonlyMap<EntityId, number>> {
  const amounts = await firmAmounts(ctx, at, edges);
  const byProvider = new Map<EntityId, number | null>();
  for (const provider of new Set(edges.map(({ to }) => to))) {
    const deals = new Set(edges.flatMap((edge) => (edge.to === provider && edge.deal !== null ? [edge.deal] : [])));
    const its = [...deals].flatMap((deal) => (amounts.has(deal) ? [amounts.get(deal) ?? null] : []));
    const isKnown = its.length > 0 && its.every((amount) => amount !== null);
    byProvider.set(provider, isKnown ? its.reduce<number>((sum, cents) => sum + (cents ?? 0), 0) : null);
  }
  return new Map([...byProvider].flatMap(([id, cents]) => (cents === null ? [] : [[id, cents] as const])));
}

/** Firm amounts in cents of the binding deals in force behind edges; of nested deals only the outer one. */
export async function firmAmounts(
  ctx: Context,
  at: TimeSlice,
  edges: readonly Edge[],
): Promise<ReadonlyMap<EntityId, number | null>> {
  const ids = new Set(edges.flatMap(({ deal }) => (deal === null ? [] : [deal])));
  const deals = await dealInputs(ctx, at, false, [...ids]);
  const counted = deals.filter(({ terms }) => terms.inForce && terms.binding);
  const inForce = new Set(counted.map(({ id }) => id));
  const rates = new RateBook(ctx.meta.rates);
  const outer = counted.filter(({ terms }) => !terms.nestedIn.some((container) => inForce.has(container)));
  return new Map(outer.map(({ id, terms }) => [id, terms.firm && rates.cents(terms.firm)]));
}

/** Megawatts of IT load, else of the site; null where neither is known. They are never added to each other. */
export function powerOf({ itPowerMw, sitePowerMw }: RecordOf<'datacenter'>): number | null {
  return itPowerMw ?? sitePowerMw;
}
