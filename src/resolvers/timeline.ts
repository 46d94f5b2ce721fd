import type { Resolvers } from '../generated/schema.js';
import { badInput } from '../model/errors.js';
import type { GraphEvent } from '../model/event.js';
import { type Day, precisionOf, type TimeSlice } from '../model/time.js';
import type { EventGroup } from '../store/GraphStore.js';
import type { Context } from './context.js';
import { allExisting, entitiesOf, ofKind } from './entities.js';
import { connect, type PageArgs, pageRequest, withinSize } from './page.js';
import type { EventConnectionParent } from './parents.js';
import { claimsOf } from './statement.js';
import { listTime, readAt, timed, timeOf } from './timeSlice.js';

interface EventArgs extends PageArgs {
  readonly from?: Day | null | undefined;
  readonly to?: Day | null | undefined;
}

export const timeline: Resolvers = {
  Query: {
    timeline: async (_parent, args, ctx) => {
      const at = timeOf(ctx, {}, args);
      const of = args.of ? await allExisting(ctx, withinSize('ids', args.of), at) : null;
      return eventsOf(ctx, of?.map((record) => record.id) ?? null, at, args);
    },
  },
  Event: {
    precision: (event) => precisionOf(event.date),
    entities: (event, _args, ctx, info) => entitiesOf(ctx, timeOf(ctx, event), event.entities, info),
    sources: (event, _args, ctx) => ofKind(ctx, 'source', ctx.standard, event.sources),
    statements: (event, _args, ctx) => claimsOf(ctx, timeOf(ctx, event), event.statementIds),
  },
};

/** The events in which any of the entities takes part (null: all), in chronological order. */
export async function eventsOf(
  ctx: Context,
  group: EventGroup,
  at: TimeSlice,
  args: EventArgs,
): Promise<EventConnectionParent> {
  const range = { from: args.from ?? null, to: args.to ?? null };
  if (range.from !== null && range.to !== null && range.from > range.to) {
    throw badInput(`from on or before ${range.to}`, range.from);
  }
  const list = { kind: 'events', filter: { group, ...range, at: listTime(ctx, at) }, order: null };
  const page = await ctx.loaders.events(range, readAt(at), pageRequest(args, list)).load({ group });
  const toEdge = (event: GraphEvent) => ({ node: timed(ctx, event, at) });
  return { ...connect(list, page, toEdge, () => ctx.loaders.countEvents(range, readAt(at)).load({ group })), ...at };
}
