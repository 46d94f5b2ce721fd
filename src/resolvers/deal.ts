import type { Resolvers } from '../generated/schema.js';
import { dealFields } from './dealFields.js';
import { oneOfKind } from './entities.js';
import { DEAL_TYPES } from './entityFields.js';
import { listOf } from './list.js';

export const deal: Resolvers = {
  Query: {
    deal: (_parent, { id }, ctx, info) => oneOfKind(ctx, 'deal', id, info),
    deals: (_parent, args, ctx) => listOf(ctx, 'deal', args),
  },
  Deal: { __resolveType: (record) => DEAL_TYPES[record.type] },
  ComputeDeal: dealFields,
  SupplyDeal: dealFields,
  EnergyDeal: dealFields,
};
