import type { Concentration, ConcentrationBasis } from '../analysis/concentration.js';
import { concentration as concentrationOf, siteConcentration } from '../analysis/concentration.js';
import type { QueryConcentrationArgs, Resolvers } from '../generated/schema.js';
import { badInput } from '../model/errors.js';
import type { EntityId } from '../model/ids.js';
import type { TimeSlice } from '../model/time.js';
import type { Context } from './context.js';
import { type AskedParties, askedParties, dealsOfAll } from './dealInputs.js';
import { allExisting, entitiesOf, ofKind, required } from './entities.js';
import { makersByDeal, makersOf } from './makers.js';
import { withinSize } from './page.js';
import { seatsOf } from './seats.js';
import { sensitive, sensitiveFields } from './sensitive.js';
import { siteWeights } from './siteWeights.js';
import { timed, timeOf } from './timeSlice.js';
import { scenarioOf } from './world.js';

export const concentration: Resolvers = {
  Query: {
    concentration: sensitive(
      async (ctx, at, args) => {
        const basis = args.basis ?? 'CONTRACTED_USD';
        const records = await allExisting(ctx, withinSize('ids', args.of), at);
        const other = records.find((record) => record.kind !== 'company' && record.kind !== 'cloud');
        if (other) throw badInput('ids of companies and clouds', other.id);
        const parties = await askedParties(ctx, at, records, args.group);
        const members = await entitiesOf(ctx, at, [...parties.of]);
        const bySites = basis === 'MEGAWATT' || basis === 'CHIP_COUNT';
        const answer = bySites
          ? siteConcentration(await siteWeights(ctx, at, args.group ? members : records, args.by, basis), basis)
          : await byDeals(ctx, at, parties, { ...args, basis });
        return {
          ...answer,
          ...at,
          of: records,
          members,
          by: args.by,
          basis,
          shares: answer.shares.map((share) => timed(ctx, share, at)),
          unknown: await entitiesOf(ctx, at, answer.unknown),
          excluded: bySites ? [] : answer.excluded.map((excluded) => timed(ctx, excluded, at)),
          excludedSites: bySites ? await sitesIn(ctx, at, answer) : [],
        };
      },
      ({ hhi }) => hhi.value,
    ),
  },
  Concentration: { scenario: scenarioOf, ...sensitiveFields },
  ConcentrationShare: {
    entity: (share, _args, ctx, info) => required(ctx, timeOf(ctx, share), share.entity, info),
    dealCount: (share) => share.deals,
  },
};

async function byDeals(
  ctx: Context,
  at: TimeSlice,
  { of, ...group }: AskedParties,
  args: QueryConcentrationArgs & { readonly basis: ConcentrationBasis },
): Promise<Concentration> {
  const { by, basis } = args;
  const deals = await dealsOfAll(ctx, at, args.strictAsOf ?? false, of);
  const parties = new Set(deals.flatMap(({ terms }) => terms.parties.map((party) => party.entity)));
  const seats = by === 'PROVIDER_COUNTRY' ? await seatsOf(ctx, at, [...parties]) : new Map<EntityId, EntityId>();
  const makers = by === 'CHIP_VENDOR' || by === 'FOUNDRY' ? await makersOf(ctx, at, by) : null;
  return concentrationOf({
    deals,
    of,
    ...group,
    by,
    basis,
    includeCeilings: args.includeCeilings ?? false,
    rates: ctx.meta.rates,
    countryOf: (provider) => seats.get(provider) ?? null,
    makersOf: makers ? makersByDeal(makers, deals) : () => [],
  });
}

function sitesIn(ctx: Context, at: TimeSlice, { excluded }: Concentration) {
  return ofKind(ctx, 'datacenter', at, [...new Set(excluded.map(({ deal }) => deal))]);
}
