import type { Resolvers } from '../generated/schema.js';
import type { InitiativeRecord } from '../model/entity.js';
import { announcedDeals } from './announcedDeals.js';
import type { Context } from './context.js';
import { entitiesOf, ofKind, oneOfKind, refOf, required } from './entities.js';
import { entityFields } from './entityFields.js';
import { listOf } from './list.js';
import { referrers } from './referrers.js';
import { timed, timeOf } from './timeSlice.js';

export const initiative: Resolvers = {
  Query: {
    initiative: (_parent, { id }, ctx, info) => oneOfKind(ctx, 'initiative', id, info),
    initiatives: (_parent, args, ctx) => listOf(ctx, 'initiative', args),
  },
  Initiative: {
    ...entityFields,
    government: (record, _args, ctx, info) => refOf(ctx, 'country', timeOf(ctx, record), record.country, info),
    budget: (record, _args, ctx) => record.budget && timed(ctx, record.budget, timeOf(ctx, record)),
    leadBodies: (record, _args, ctx, info) => entitiesOf(ctx, timeOf(ctx, record), record.leadBodies, info),
    suppliers: (record, _args, ctx) => parties(ctx, record, record.suppliers),
    participants: (record, _args, ctx) => parties(ctx, record, record.participants),
    datacenters: (record, _args, ctx) => ofKind(ctx, 'datacenter', timeOf(ctx, record), record.datacenters),
    nestedIn: (record, _args, ctx) => ofKind(ctx, 'initiative', timeOf(ctx, record), record.nestedIn),
    contains: (record, _args, ctx) =>
      referrers(ctx, 'initiative', timeOf(ctx, record), record.id, ['nested_in'], (i) =>
        i.nestedIn.includes(record.id),
      ),
    sameAs: (record, _args, ctx) => announcedDeals(ctx, timeOf(ctx, record), record.sameAs),
  },
};

function parties(ctx: Context, record: InitiativeRecord, named: InitiativeRecord['suppliers']) {
  return named.map(({ entity, role }) => ({ entity: required(ctx, timeOf(ctx, record), entity), role }));
}
