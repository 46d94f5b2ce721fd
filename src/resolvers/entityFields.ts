import type { EntityResolvers } from '../generated/schema.js';
import { holdsOn } from '../model/claims.js';
import type { EntityRecord } from '../model/entity.js';
import { dependenciesOf } from './dependencies.js';
import { ofKind, refOf } from './entities.js';
import { sizeOf } from './page.js';
import { eventsOf } from './timeline.js';
import { readAt, timed, timeOf } from './timeSlice.js';

const MAX_FACTS = 200;

/** The fields that every entity has; each type's resolvers begin with them. */
export const entityFields = {
  country: (record, _args, ctx) => refOf(ctx, 'country', timeOf(ctx, record), record.country),

  facts: async (record, args, ctx) => {
    const at = timeOf(ctx, record, args);
    const first = sizeOf(args.first, MAX_FACTS);
    const claims = await ctx.loaders.statementsBySubject(args.property ?? null, readAt(at)).load(record.id);
    // Without a day of its own or of its answer it lists all that is known, past and planned as well.
    const isOfDay = Boolean(args.asOf) || at !== ctx.standard;
    const holding = isOfDay ? claims.filter((claim) => holdsOn(claim, at.asOf)) : claims;
    return holding.slice(0, first).map((claim) => timed(ctx, claim, at));
  },

  sources: (record, _args, ctx) => ofKind(ctx, 'source', ctx.standard, record.sources),

  dependencies: (record, args, ctx) => dependenciesOf(ctx, 'DEPENDENCIES', record, timeOf(ctx, record, args), args),
  dependents: (record, args, ctx) => dependenciesOf(ctx, 'DEPENDENTS', record, timeOf(ctx, record, args), args),

  timeline: (record, args, ctx) => eventsOf(ctx, [record.id], timeOf(ctx, record, args), args),
} satisfies Omit<EntityResolvers, '__resolveType'>;

/** The GraphQL type of a record. */
export function typeNameOf(record: EntityRecord) {
  return record.kind === 'deal' ? DEAL_TYPES[record.type] : TYPES[record.kind];
}

/** The GraphQL type of each type of deal. */
export const DEAL_TYPES = {
  COMPUTE: 'ComputeDeal',
  SUPPLY: 'SupplyDeal',
  INVESTMENT: 'Investment',
  ENERGY: 'EnergyDeal',
  PROGRAMME: 'Programme',
} as const;

const TYPES = {
  company: 'Company',
  cloud: 'CloudProvider',
  chip: 'Chip',
  datacenter: 'Datacenter',
  initiative: 'Initiative',
  country: 'Country',
  policy: 'PolicyEvent',
  topic: 'Topic',
  source: 'Source',
} as const;
