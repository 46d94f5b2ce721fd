import { IMPACT_KINDS } from '../analysis/capability.js';
import { BY_BREAKS } from '../analysis/chokepoints.js';
import type { Removal } from '../analysis/Loss.js';
import { lostShare } from '../analysis/lostShare.js';
import type { ImpactBreakResolvers, Resolvers } from '../generated/schema.js';
import { DEPENDENCY_KINDS, type DependencyKind } from '../model/edge.js';
import type { EntityRecord } from '../model/entity.js';
import { badInput } from '../model/errors.js';
import { compareIds } from '../model/ids.js';
import type { TimeSlice } from '../model/time.js';
import type { Topology } from '../store/Topology.js';
import { affectedBy, amountsOf } from './affected.js';
import { breakWeights } from './breakWeights.js';
import type { Context } from './context.js';
import { withTheirClouds } from './dealInputs.js';
import { dependenciesByEdge, walkOf } from './dependencies.js';
import { allExisting, entitiesOf, required } from './entities.js';
import { inRange, sizeOf, withinSize } from './page.js';
import { seatedIn } from './seatedIn.js';
import { timed, timeOf } from './timeSlice.js';
import { asked, scenarioOf } from './world.js';

const MOST_HITS = 1_000;
const DEFAULT_HITS = 500;
const REMOVABLE: ReadonlySet<string> = new Set(['company', 'cloud', 'chip', 'datacenter', 'country']);

/** What breaks and stresses have in common. */
const hitFields: ImpactBreakResolvers = {
  node: ({ node, at }, _args, ctx, info) => required(ctx, at, node, info),
  lost: ({ lostEdges, topology, at }, { first }, ctx) =>
    dependenciesByEdge(ctx, at, topology, lostEdges.slice(0, sizeOf(first))),
  lostCount: ({ lostEdges }) => lostEdges.length,
};

export const impact: Resolvers = {
  Query: {
    impact: asked(async (ctx, at, args) => {
      const named = await allExisting(ctx, withinSize('ids', args.remove), at);
      const removed = await removedBy(ctx, at, named);
      const topology = await ctx.loaders.topology();
      const view = walkOf(at, { ...args, kinds: kindsOf(args.kinds) });
      const found = await ctx.traversals.impact(topology, view, removalOf(topology, removed, args.only ?? []));
      return { ...found, ...at, at, topology, removed };
    }),
    chokepoints: asked(async (ctx, at, args) => {
      const first = sizeOf(args.first);
      const topology = await ctx.loaders.topology();
      const kinds = kindsOf(args.kinds);
      const view = walkOf(at, { ...args, kinds });
      const by = args.by ?? 'BREAKS';
      const weights = by === 'BREAKS' ? BY_BREAKS : await breakWeights(ctx, at, topology, topology.view(view), by);
      const ownership = walkOf(at, { kinds: ['OWNERSHIP'] });
      const found = await ctx.traversals.chokepoints(topology, view, ownership, first, weights);
      const ranked = found.ranked.map((one) => timed(ctx, { ...one, entity: topology.nodeId(one.node) }, at));
      return { ...found, ...at, ranked };
    }),
  },
  Chokepoints: { scenario: scenarioOf },
  Impact: {
    scenario: scenarioOf,
    removed: ({ removed }, { first }) => removed.slice(0, hitsShown(first, 100)),
    removedCount: ({ removed }) => removed.length,
    breaks: ({ breaks, topology, at }, { first }) =>
      breaks.slice(0, hitsShown(first, DEFAULT_HITS)).map((hit) => ({ ...hit, topology, at })),
    breakCount: ({ breaks }) => breaks.length,
    stresses: ({ stresses, topology, at }, { first }) =>
      stresses.slice(0, hitsShown(first, DEFAULT_HITS)).map((hit) => ({ ...hit, topology, at })),
    stressCount: ({ stresses }) => stresses.length,
    coverage: ({ breaks, stresses, known }) => ({ total: breaks.length + stresses.length, known }),
    affected: (found, _args, ctx) => affectedBy(ctx, found.at, found),
  },
  ImpactBreak: {
    ...hitFields,
  },
  ImpactStress: {
    ...hitFields,
    alternatives: ({ kept, at }, { first }, ctx, info) => entitiesOf(ctx, at, kept.slice(0, sizeOf(first)), info),
    alternativeCount: ({ kept }) => kept.length,
    lostShare: async ({ lostEdges, keptEdges, topology, at }, _args, ctx) => {
      const [lost, kept] = await Promise.all(
        [lostEdges, keptEdges].map((edges) => dependenciesByEdge(ctx, at, topology, edges)),
      );
      const amounts = await amountsOf(ctx, at, [...(lost ?? []), ...(kept ?? [])]);
      const byProvider = (edges: typeof lost, isGone: boolean) => {
        const providers = [...new Set((edges ?? []).map((edge) => edge.to))];
        return providers.map((provider) => {
          const its = (edges ?? []).filter((edge) => edge.to === provider);
          return {
            isGone,
            sharePercent: its.find((edge) => edge.sharePercent !== null)?.sharePercent ?? null,
            amount: amounts.get(provider) ?? null,
          };
        });
      };
      return lostShare([...byProvider(lost, true), ...byProvider(kept, false)]);
    },
  },
  Chokepoint: {
    entity: (one, _args, ctx, info) => required(ctx, timeOf(ctx, one), one.entity, info),
    coverage: ({ breaks, known }) => ({ total: breaks, known }),
  },
};

/** Kinds that pass a loss on. Throws BAD_USER_INPUT for the others. */
function kindsOf(kinds: readonly DependencyKind[] | null | undefined): readonly DependencyKind[] {
  const other = kinds?.find((kind) => !IMPACT_KINDS.includes(kind));
  if (other) throw badInput(`kinds of ${IMPACT_KINDS.join(', ')}`, other);
  return kinds && kinds.length > 0 ? kinds : IMPACT_KINDS;
}

/** What goes with what was named: a country's companies and clouds, a company's clouds. Ascending by id. */
async function removedBy(
  ctx: Context,
  at: TimeSlice,
  named: readonly EntityRecord[],
): Promise<readonly EntityRecord[]> {
  const other = named.find(({ kind }) => !REMOVABLE.has(kind));
  if (other) throw badInput('ids of companies, clouds, chips, datacenters and countries', other.id);
  const seated = await Promise.all(
    named.map((record) => (record.kind === 'country' ? seatedIn(ctx, at, record.id) : [record])),
  );
  const ids = await withTheirClouds(ctx, at, seated.flat());
  return entitiesOf(ctx, at, [...ids].sort(compareIds));
}

function removalOf(topology: Topology, removed: readonly EntityRecord[], only: readonly DependencyKind[]): Removal {
  const nodes = removed.map(({ id }) => topology.node(id)).filter((node) => node >= 0);
  if (only.length === 0) return { nodes: new Set(nodes), cuts: new Map() };
  const kinds = only.map((kind) => DEPENDENCY_KINDS.indexOf(kind));
  return { nodes: new Set(), cuts: new Map(nodes.map((node) => [node, kinds])) };
}

function hitsShown(first: number | null | undefined, byDefault: number): number {
  return inRange('first', first ?? byDefault, 1, MOST_HITS);
}
