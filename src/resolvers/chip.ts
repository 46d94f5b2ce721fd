import type { Resolvers } from '../generated/schema.js';
import { dependenciesOf } from './dependencies.js';
import { ofKind, oneOfKind, refOf, requiredOf } from './entities.js';
import { entityFields } from './entityFields.js';
import { listOf } from './list.js';
import { referrers } from './referrers.js';
import { timeOf } from './timeSlice.js';

export const chip: Resolvers = {
  Query: {
    chip: (_parent, { id }, ctx, info) => oneOfKind(ctx, 'chip', id, info),
    chips: (_parent, args, ctx) => listOf(ctx, 'chip', args),
  },
  Chip: {
    ...entityFields,
    designer: (record, _args, ctx, info) => refOf(ctx, 'company', timeOf(ctx, record), record.designer, info),
    foundries: (record, _args, ctx) =>
      record.foundries.map(({ company, node }) => ({
        company: requiredOf(ctx, 'company', timeOf(ctx, record), company),
        node,
      })),
    memorySuppliers: (record, _args, ctx) => ofKind(ctx, 'company', timeOf(ctx, record), record.memorySuppliers),
    components: (record, _args, ctx) => ofKind(ctx, 'chip', timeOf(ctx, record), record.components),
    users: (record, args, ctx) =>
      dependenciesOf(ctx, 'DEPENDENTS', record, timeOf(ctx, record, args), { ...args, kinds: ['USES'] }),
    exportControl: async (record, _args, ctx) => {
      const at = timeOf(ctx, record);
      const rules = await referrers(ctx, 'policy', at, record.id, ['targets'], (rule) => rule.target === record.id);
      if (record.exportStatus === null && rules.length === 0) return null;
      return { status: record.exportStatus, since: record.exportStatusSince, policyEvents: rules };
    },
  },
};
