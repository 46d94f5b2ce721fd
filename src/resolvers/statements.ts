import type { Resolvers, StatementFilter } from '../generated/schema.js';
import type { StatementRecord } from '../model/statement.js';
import { fold } from '../model/text.js';
import type { TimeSlice } from '../model/time.js';
import type { StatementQuery } from '../store/GraphStore.js';
import type { Context } from './context.js';
import { allExisting } from './entities.js';
import { connect, inRange, isGiven, pageRequest, withinSize } from './page.js';
import { checkText } from './search.js';
import { listTime, readAt, timed, timeOf } from './timeSlice.js';

const MAX_PUBLISHERS = 1_000;

export const statements: Resolvers = {
  Query: {
    statements: async (_parent, args, ctx) => {
      const at = timeOf(ctx, {}, args);
      const query = await toQuery(ctx, at, args.filter ?? {});
      const list = { kind: 'statements', filter: { query, at: listTime(ctx, at) }, order: null };
      const page = await ctx.loaders.listStatements(query, readAt(at), pageRequest(args, list));
      const toEdge = (claim: StatementRecord) => ({ node: timed(ctx, claim, at) });
      return { ...connect(list, page, toEdge, () => ctx.loaders.countStatements(query, readAt(at))), ...at };
    },
  },
};

async function toQuery(ctx: Context, at: TimeSlice, filter: StatementFilter): Promise<StatementQuery> {
  const { subject, subjectNameContains: name, property, confidence, publishersMax, conflicting } = filter;
  const subjects = isGiven(subject) ? await allExisting(ctx, withinSize('subjects', subject), at) : null;
  return {
    subjects: subjects?.map((record) => record.id) ?? null,
    subjectNameContains: isGiven(name) ? fold(checkText('subjectNameContains', name)) : null,
    property: isGiven(property) ? checkText('property', property) : null,
    confidence: confidence ?? null,
    publishersMax: isGiven(publishersMax) ? inRange('publishersMax', publishersMax, 1, MAX_PUBLISHERS) : null,
    conflicting: conflicting ?? null,
  };
}
