import type { Resolvers } from '../generated/schema.js';
import { ofKind, oneOfKind } from './entities.js';
import { entityFields } from './entityFields.js';
import { connectionOf, listOf } from './list.js';
import { referrers } from './referrers.js';
import { timeOf } from './timeSlice.js';

export const country: Resolvers = {
  Query: {
    country: (_parent, { id }, ctx, info) => oneOfKind(ctx, 'country', id, info),
    countries: (_parent, args, ctx) => listOf(ctx, 'country', args),
  },
  Country: {
    ...entityFields,
    memberOf: (record, _args, ctx) => ofKind(ctx, 'country', timeOf(ctx, record), record.memberOf),
    members: (record, _args, ctx) =>
      referrers(ctx, 'country', timeOf(ctx, record), record.id, ['member_of'], (c) => c.memberOf.includes(record.id)),
    initiatives: async (record, args, ctx) => {
      const at = timeOf(ctx, record);
      const found = await referrers(ctx, 'initiative', at, record.id, ['government'], (i) => i.country === record.id);
      return connectionOf('Country.initiatives', record.id, args, found);
    },
    companies: async (record, args, ctx) => {
      const at = timeOf(ctx, record);
      const found = await referrers(ctx, 'company', at, record.id, ['hq_country'], (c) => c.country === record.id);
      return connectionOf('Country.companies', record.id, args, found);
    },
    datacenters: async (record, args, ctx) => {
      const at = timeOf(ctx, record);
      const found = await referrers(ctx, 'datacenter', at, record.id, ['located_in'], (d) => d.country === record.id);
      return connectionOf('Country.datacenters', record.id, args, found);
    },
  },
};
