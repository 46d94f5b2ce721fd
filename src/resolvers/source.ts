import type { Resolvers } from '../generated/schema.js';
import { oneOfKind } from './entities.js';
import { entityFields } from './entityFields.js';
import { SOURCE_READS } from './enums.js';
import { listOf } from './list.js';

export const source: Resolvers = {
  Query: {
    source: (_parent, { id }, ctx, info) => oneOfKind(ctx, 'source', id, info),
    sources: (_parent, args, ctx) => listOf(ctx, 'source', args),
  },
  SourceRead: SOURCE_READS,
  Source: {
    ...entityFields,
    title: (record) => record.name,
  },
};
