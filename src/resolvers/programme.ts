import type { Resolvers } from '../generated/schema.js';
import { dealFields } from './dealFields.js';
import { referrers } from './referrers.js';
import { timeOf } from './timeSlice.js';

export const programme: Resolvers = {
  Programme: {
    ...dealFields,
    initiatives: (deal, _args, ctx) =>
      referrers(ctx, 'initiative', timeOf(ctx, deal), deal.id, ['same_as'], (i) => i.sameAs.includes(deal.id)),
  },
};
