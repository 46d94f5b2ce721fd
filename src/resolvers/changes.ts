import type { Resolvers } from '../generated/schema.js';
import { badInput } from '../model/errors.js';
import type { StatementRecord } from '../model/statement.js';
import type { StatementChange } from '../model/statementChange.js';
import type { Instant } from '../model/time.js';
import type { Context } from './context.js';
import { connect, pageRequest } from './page.js';
import type { ChangeParent, StatementParent } from './parents.js';
import { listTime, timed, timeOf } from './timeSlice.js';

export const changes: Resolvers = {
  Query: {
    changes: async (_parent, args, ctx) => {
      const at = timeOf(ctx, {}, { knownAt: args.knownAt });
      const { knownAt } = at;
      const span = { since: sinceWithin(ctx, args.since, knownAt), knownAt };
      const [, until] = listTime(ctx, at);
      const list = { kind: 'changes', filter: { since: span.since, knownAt: until }, order: null };
      const page = await ctx.loaders.changes(span, pageRequest(args, list));
      const toEdge = (change: StatementChange) => ({ node: timed(ctx, change, at) });
      return { ...connect(list, page, toEdge, () => ctx.loaders.countChanges(span)), ...span };
    },
  },
  Change: {
    change: ({ kind }) => kind,
    statement: (change, _args, ctx) => within(ctx, change, change.statement),
    replacedBy: (change, _args, ctx) => (change.kind === 'ADDED' ? [] : counterpartsOf(ctx, change)),
    replaces: (change, _args, ctx) => (change.kind === 'ADDED' ? counterpartsOf(ctx, change) : []),
  },
};

/** Throws BAD_USER_INPUT for a time before anything was known, or after the end of the span. */
function sinceWithin({ meta }: Context, since: Instant, knownAt: Instant): Instant {
  const time = Date.parse(since);
  if (time < Date.parse(meta.firstRecordedAt)) throw badInput(`since at or after ${meta.firstRecordedAt}`, since);
  if (time > Date.parse(knownAt)) throw badInput(`since at or before ${knownAt}`, since);
  return since;
}

function counterpartsOf(ctx: Context, change: ChangeParent): readonly StatementParent[] {
  return change.counterparts.map((claim) => within(ctx, change, claim));
}

/** A statement as part of the answer. */
function within(ctx: Context, change: ChangeParent, claim: StatementRecord): StatementParent {
  return timed(ctx, claim, timeOf(ctx, change));
}
