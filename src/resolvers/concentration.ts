import { concentration as concentrationOf } from '../analysis/concentration.js';
import type { Resolvers } from '../generated/schema.js';
import { badInput } from '../model/errors.js';
import { dealsOfAll, withTheirClouds } from './dealInputs.js';
import { allExisting, entitiesOf, required } from './entities.js';
import { withinSize } from './page.js';
import { timed, timeOf } from './timeSlice.js';

export const concentration: Resolvers = {
  Query: {
    concentration: async (_parent, args, ctx) => {
      const at = timeOf(ctx, {}, args);
      const basis = args.basis ?? 'CONTRACTED_USD';
      const records = await allExisting(ctx, withinSize('ids', args.of), at);
      const other = records.find((record) => record.kind !== 'company' && record.kind !== 'cloud');
      if (other) throw badInput('ids of companies and clouds', other.id);
      const of = await withTheirClouds(ctx, at, records);
      const deals = await dealsOfAll(ctx, at, args.strictAsOf ?? false, of);
      const parties = new Set(deals.flatMap(({ terms }) => terms.parties.map((party) => party.entity)));
      const countries = new Map((await entitiesOf(ctx, at, [...parties])).map((party) => [party.id, party.country]));
      const answer = concentrationOf({
        deals,
        of,
        by: args.by,
        basis,
        includeCeilings: args.includeCeilings ?? false,
        rates: ctx.meta.rates,
        countryOf: (provider) => countries.get(provider) ?? null,
      });
      return {
        ...answer,
        ...at,
        of: records,
        by: args.by,
        basis,
        shares: answer.shares.map((share) => timed(ctx, share, at)),
        unknown: await entitiesOf(ctx, at, answer.unknown),
        excluded: answer.excluded.map((excluded) => timed(ctx, excluded, at)),
      };
    },
  },
  ConcentrationShare: {
    entity: (share, _args, ctx) => required(ctx, timeOf(ctx, share), share.entity),
    dealCount: (share) => share.deals,
  },
};
