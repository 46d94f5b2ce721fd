import type { Resolvers } from '../generated/schema.js';
import type { TimeSlice } from '../model/time.js';
import type { Context } from './context.js';
import { anyRef, ofKind, required } from './entities.js';
import { CONFIDENCES, QUALIFIERS } from './enums.js';
import type { StatementParent } from './parents.js';
import { timed, timeOf } from './timeSlice.js';

export const statement: Resolvers = {
  Confidence: CONFIDENCES,
  Qualifier: QUALIFIERS,
  Statement: {
    subject: (claim, _args, ctx, info) => required(ctx, timeOf(ctx, claim), claim.subject, info),
    object: (claim, _args, ctx, info) => anyRef(ctx, timeOf(ctx, claim), claim.object, info),
    sources: (claim, _args, ctx) => ofKind(ctx, 'source', ctx.standard, claim.sources),
  },
};

/** Statements by their ids, within an answer of that time; at most `first`. */
export async function claimsOf(
  ctx: Context,
  at: TimeSlice,
  ids: readonly string[],
  first = ids.length,
): Promise<readonly StatementParent[]> {
  const claims = await Promise.all(ids.slice(0, first).map((id) => ctx.loaders.statement.load(id)));
  return claims.flatMap((claim) => (claim ? [timed(ctx, claim, at)] : []));
}
