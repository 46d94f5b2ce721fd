import type { Resolvers } from '../generated/schema.js';
import { oneOfKind, refOf } from './entities.js';
import { entityFields } from './entityFields.js';
import { connectionOf, listOf } from './list.js';
import { dealsOf } from './partyDeals.js';
import { referrers } from './referrers.js';
import { sitesOf } from './sites.js';
import { timeOf } from './timeSlice.js';

export const company: Resolvers = {
  Query: {
    company: (_parent, { id }, ctx, info) => oneOfKind(ctx, 'company', id, info),
    companies: (_parent, args, ctx) => listOf(ctx, 'company', args),
  },
  Company: {
    ...entityFields,
    parent: (record, _args, ctx, info) => refOf(ctx, 'company', timeOf(ctx, record), record.parent, info),
    subsidiaries: async (record, args, ctx) => {
      const at = timeOf(ctx, record);
      const found = await referrers(ctx, 'company', at, record.id, ['parent'], (c) => c.parent === record.id);
      return connectionOf('Company.subsidiaries', record.id, args, found);
    },
    clouds: (record, _args, ctx) =>
      referrers(ctx, 'cloud', timeOf(ctx, record), record.id, ['operated_by'], (c) => c.operator === record.id),
    chips: async (record, args, ctx) => {
      const at = timeOf(ctx, record);
      const found = await referrers(ctx, 'chip', at, record.id, ['designed_by'], (c) => c.designer === record.id);
      return connectionOf('Company.chips', record.id, args, found);
    },
    datacenters: (record, args, ctx) => sitesOf(ctx, record, args),
    deals: (record, args, ctx) => dealsOf(ctx, record, args),
  },
};
