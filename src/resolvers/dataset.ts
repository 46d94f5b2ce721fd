import type { Resolvers } from '../generated/schema.js';
import { ENTITY_KINDS } from '../model/ids.js';
import { ANY_STATEMENT } from '../store/GraphStore.js';
import { refOf } from './entities.js';
import { ENTITY_KINDS as KIND_NAMES } from './enums.js';
import { readAt } from './timeSlice.js';

export const dataset: Resolvers = {
  EntityKind: KIND_NAMES,
  Query: {
    dataset: (_parent, _args, ctx) => ctx.meta,
  },
  Dataset: {
    counts: async (_meta, _args, ctx) => {
      const counts = await ctx.loaders.counts();
      return ENTITY_KINDS.map((kind) => ({ kind, count: counts.get(kind) ?? 0 }));
    },
    statementCount: (_meta, _args, ctx) => ctx.loaders.countStatements(ANY_STATEMENT, readAt(ctx.standard)),
    dependencyCount: async (_meta, _args, ctx) => (await ctx.loaders.topology()).edgeCount,
    licences: (meta) => [...new Set(meta.licences.map(({ licence }) => licence))],
    licenceTerms: (meta) => meta.licences,
  },
  CurrencyRate: {
    date: (rate) => String(rate.year),
    source: (rate, _args, ctx, info) => refOf(ctx, 'source', ctx.standard, rate.source, info),
  },
};
