import type { Resolvers } from '../generated/schema.js';
import { customersOf } from './customers.js';
import { ofKind, oneOfKind, refOf, required } from './entities.js';
import { entityFields } from './entityFields.js';
import { listOf } from './list.js';
import { sizeOf } from './page.js';
import { dealsOf } from './partyDeals.js';
import { sitesOf } from './sites.js';
import { claimsOf } from './statement.js';
import { timeOf } from './timeSlice.js';

const DEFAULT_EVIDENCE = 5;

export const cloudProvider: Resolvers = {
  Query: {
    cloudProvider: (_parent, { id }, ctx, info) => oneOfKind(ctx, 'cloud', id, info),
    cloudProviders: (_parent, args, ctx) => listOf(ctx, 'cloud', args),
  },
  CloudProvider: {
    ...entityFields,
    operatedBy: (record, _args, ctx, info) => refOf(ctx, 'company', timeOf(ctx, record), record.operator, info),
    customers: (record, args, ctx) => customersOf(ctx, record, timeOf(ctx, record, args), args),
    datacenters: (record, args, ctx) => sitesOf(ctx, record, args),
    deals: (record, args, ctx) => dealsOf(ctx, record, args),
  },
  CustomerEdge: {
    node: ({ at, node }, _args, ctx, info) => required(ctx, at, node, info),
    deals: ({ at, deals }, _args, ctx) => ofKind(ctx, 'deal', at, deals),
    evidence: ({ at, statementIds }, { first }, ctx) =>
      claimsOf(ctx, at, statementIds, sizeOf(first, DEFAULT_EVIDENCE)),
    evidenceCount: ({ statementIds }) => statementIds.length,
  },
};
