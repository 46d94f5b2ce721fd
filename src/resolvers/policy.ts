import type { Resolvers } from '../generated/schema.js';
import { anyRef } from './entities.js';
import { entityFields } from './entityFields.js';
import { timeOf } from './timeSlice.js';

export const policy: Resolvers = {
  PolicyEvent: {
    ...entityFields,
    issuer: (record, _args, ctx, info) => anyRef(ctx, timeOf(ctx, record), record.issuer, info),
    target: (record, _args, ctx, info) => anyRef(ctx, timeOf(ctx, record), record.target, info),
  },
};
