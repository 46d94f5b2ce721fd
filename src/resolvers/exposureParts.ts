import { contractParts } from '../analysis/contractParts.js';
import { dealSums } from '../analysis/dealSums.js';
import type { ExposurePart } from '../analysis/exposure.js';
import { type ChainedInterval, hull, restingByChips } from '../analysis/hull.js';
import { edgesReached, restsOn } from '../analysis/restsOn.js';
import type { SiteChips } from '../analysis/siteChips.js';
import type { ExposureBasis } from '../generated/schema.js';
import { DEPENDENCY_KINDS, type DependencyKind } from '../model/edge.js';
import type { DatacenterRecord, EntityRecord } from '../model/entity.js';
import { GraphError } from '../model/errors.js';
import { type EntityId, kindOf } from '../model/ids.js';
import type { TimeSlice } from '../model/time.js';
import type { Topology } from '../store/Topology.js';
import type { Context } from './context.js';
import { dealsOfAll, withTheirClouds } from './dealInputs.js';
import { dependenciesByEdge, walk } from './dependencies.js';
import { chipsAt, isRunning, sizeOf } from './siteChips.js';
import { sitesOf } from './usedSites.js';

/** Dependencies whose shares are read at most. */
const MOST_EDGES = 20_000;

export interface ExposureQuestion {
  readonly of: EntityRecord;
  readonly to: EntityRecord;
  readonly via: readonly DependencyKind[];
  readonly basis: ExposureBasis;
  readonly prospective: boolean;
}

/** What an entity uses, part by part, and how much of each rests on the other. */
export async function exposureParts(
  ctx: Context,
  at: TimeSlice,
  question: ExposureQuestion,
): Promise<readonly ExposurePart[]> {
  const topology = await ctx.loaders.topology();
  const bySites = question.basis === 'CHIP_COUNT' || question.basis === 'MEGAWATT';
  return bySites ? siteParts(ctx, at, topology, question) : contractedParts(ctx, at, topology, question);
}

async function contractedParts(
  ctx: Context,
  at: TimeSlice,
  topology: Topology,
  { of, to, via, basis, prospective }: ExposureQuestion,
): Promise<readonly ExposurePart[]> {
  const group = await withTheirClouds(ctx, at, [of]);
  const deals = await dealsOfAll(ctx, at, false, group);
  const types = new Set([
    ...(via.includes('COMPUTE') ? (['COMPUTE'] as const) : []),
    ...(via.includes('CHIPS') ? (['SUPPLY'] as const) : []),
  ]);
  const sums = dealSums(deals, {
    of: group,
    role: 'CUSTOMER',
    types,
    includeCeilings: false,
    includeNonBinding: prospective,
    rates: ctx.meta.rates,
  });
  // Of a programme its suppliers and sites are what it uses.
  const first = of.kind === 'initiative' ? [...via, 'PROGRAMME' as const] : via;
  const ties = new Map<EntityId, DependencyKind>();
  const view = walk(topology, at, { kinds: first, prospective });
  for (const node of [...group].map((id) => topology.node(id)).filter((one) => one >= 0)) {
    view.out(node, (edge, provider) => {
      const id = topology.nodeId(provider);
      ties.set(id, topology.kind(edge) === 'PROGRAMME' ? deliveredBy(id) : topology.kind(edge));
    });
  }
  for (const id of group) ties.delete(id);
  const parts = contractParts(sums, deals, ties);
  const starts = parts.flatMap(({ providers, capability, chips }) => [
    ...providers.map((id) => ({ id, capability })),
    ...chips.map(chipStart),
  ]);
  const resting = await restingOn(ctx, at, topology, starts, { to, via, prospective });
  return parts.map(({ deal, cents, providers, capability, chips }) => {
    const rests = hull(providers.map((provider) => restingOf({ id: provider, capability }, chips, resting)));
    const chain = rests.chain.length === 0 ? [] : [of.id, ...rests.chain];
    return { item: deal, weight: basis === 'COUNT' ? 1 : cents, rests, chain };
  });
}

/** A named chip says what a contract rests on; without one, what its provider has. */
function restingOf(provider: Start, chips: readonly EntityId[], resting: RestingOn): ChainedInterval {
  const its = resting(provider);
  if (chips.length === 0 || (its.low === 1 && its.high === 1)) return its;
  const named = hull(chips.map((chip) => resting(chipStart(chip))));
  return { ...named, chain: named.chain.length === 0 ? [] : [provider.id, ...named.chain] };
}

async function siteParts(
  ctx: Context,
  at: TimeSlice,
  topology: Topology,
  question: ExposureQuestion,
): Promise<readonly ExposurePart[]> {
  const { of, to, via, basis, prospective } = question;
  const sites = (await sitesOf(ctx, at, of)).filter(isRunning);
  const chips = await Promise.all(sites.map((site) => chipsAt(ctx, at, site)));
  const starts = [...sites.map(siteStart), ...chips.flat().map(({ chip }) => chipStart(chip))];
  const resting = await restingOn(ctx, at, topology, starts, { to, via: [...via, 'USES'], prospective });
  return sites.map((site, i) => {
    const its = chips[i] ?? [];
    const own = resting(siteStart(site));
    const rests = to.id === site.id ? own : restingIn(its, resting, own);
    const chain = rests.chain.length === 0 ? [] : [...(of.id === site.id ? [] : [of.id]), site.id, ...rests.chain];
    // With several tenants no source says how much of it is whose.
    const isShared = of.kind !== 'datacenter' && of.kind !== 'country' && site.tenants.length > 1;
    const weight = isShared ? null : sizeOf(site, its, basis === 'MEGAWATT' ? basis : 'CHIP_COUNT');
    return { item: site.id, weight, rests, chain };
  });
}

/** What a supplier of a programme delivers: a cloud compute, a site its place, any other the chips it is named for. */
function deliveredBy(id: EntityId): DependencyKind {
  if (kindOf(id) === 'datacenter') return 'SITE';
  return kindOf(id) === 'cloud' ? 'COMPUTE' : 'CHIPS';
}

function chipStart(id: EntityId): Start {
  return { id, capability: 'CHIPS' };
}

function siteStart({ id }: DatacenterRecord): Start {
  return { id, capability: 'SITE' };
}

/** What a site rests on: by its counted chips; where none is counted, by those that it is known to use, if any. */
function restingIn(chips: readonly SiteChips[], resting: RestingOn, own: ChainedInterval): ChainedInterval {
  if (chips.length > 0) return restingByChips(chips, (chip) => resting(chipStart(chip)));
  return own.high > 0 ? { ...own, chain: own.chain.slice(1) } : hull([]);
}

/** What a start delivers. */
interface Start {
  readonly id: EntityId;
  readonly capability: DependencyKind;
}

type RestingOn = (start: Start) => ChainedInterval;

/** How much of what each of the starts delivers rests on an entity. */
async function restingOn(
  ctx: Context,
  at: TimeSlice,
  topology: Topology,
  starts: readonly Start[],
  { to, via, prospective }: Pick<ExposureQuestion, 'to' | 'via' | 'prospective'>,
): Promise<RestingOn> {
  const view = walk(topology, at, { kinds: DEPENDENCY_KINDS, prospective });
  const deliveries = starts
    .map(({ id, capability }) => ({ node: topology.node(id), capability }))
    .filter(({ node }) => node >= 0);
  const options = { to: topology.node(to.id), via, budget: MOST_EDGES };
  const edges = edgesReached(topology, view, deliveries, options);
  const stated = new Map(
    (await dependenciesByEdge(ctx, at, topology, edges)).map((edge) => [edge.id, edge.sharePercent]),
  );
  const shareOf = (edge: number) => stated.get(topology.edgeId(edge)) ?? null;
  const found = restsOn(topology, view, deliveries, { ...options, shareOf });
  if (found.truncated) {
    throw new GraphError(
      'QUERY_TOO_EXPENSIVE',
      `Expected at most ${MOST_EDGES} dependencies to follow but there are more. Name fewer kinds in via.`,
    );
  }
  return ({ id, capability }) => {
    if (id === to.id) return { low: 1, high: 1, chain: [id] };
    const node = topology.node(id);
    // Of what has no dependency at all nothing is documented.
    if (node < 0) return { low: 0, high: 1, chain: [] };
    const { low, high, chain } = found.of({ node, capability });
    return { low, high, chain: chain.map((one) => topology.nodeId(one)) };
  };
}
