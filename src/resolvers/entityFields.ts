import type { EntityResolvers } from '../generated/schema.js';
import { holdsOn } from '../model/claims.js';
import type { EntityRecord } from '../model/entity.js';
import type { StatementRecord } from '../model/statement.js';
import type { Context } from './context.js';
import { dependenciesOf } from './dependencies.js';
import { ofKind, refOf } from './entities.js';
import { isGiven, sizeOf } from './page.js';
import { eventsOf } from './timeline.js';
import { readAt, type TimeArgs, timed, timeOf } from './timeSlice.js';

const DEFAULT_FACTS = 100;
const MAX_FACTS = 200;

/** The fields that every entity has; each type's resolvers begin with them. */
export const entityFields = {
  country: (record, _args, ctx, info) => refOf(ctx, 'country', timeOf(ctx, record), record.country, info),

  facts: async (record, args, ctx) => {
    const first = sizeOf(args.first, DEFAULT_FACTS, MAX_FACTS);
    const claims = await factsOf(ctx, record, args);
    const at = timeOf(ctx, record, args);
    return claims.slice(0, first).map((claim) => timed(ctx, claim, at));
  },
  factCount: async (record, args, ctx) => (await factsOf(ctx, record, args)).length,

  sources: (record, _args, ctx) => ofKind(ctx, 'source', ctx.standard, record.sources),

  dependencies: (record, args, ctx) => dependenciesOf(ctx, 'DEPENDENCIES', record, timeOf(ctx, record, args), args),
  dependents: (record, args, ctx) => dependenciesOf(ctx, 'DEPENDENTS', record, timeOf(ctx, record, args), args),

  timeline: (record, args, ctx) => eventsOf(ctx, [record.id], timeOf(ctx, record, args), args),
} satisfies Omit<EntityResolvers, '__resolveType'>;

interface FactArgs extends TimeArgs {
  readonly property?: string | null | undefined;
}

async function factsOf(ctx: Context, record: EntityRecord, args: FactArgs): Promise<readonly StatementRecord[]> {
  const at = timeOf(ctx, record, args);
  const claims = await ctx.loaders.statementsBySubject(args.property ?? null, readAt(at)).load(record.id);
  // Without a day of its own or of its answer it lists all that is known, past and planned as well.
  const isOfDay = isGiven(args.asOf) || at !== ctx.standard;
  return isOfDay ? claims.filter((claim) => holdsOn(claim, at.asOf)) : claims;
}

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
