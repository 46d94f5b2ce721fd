import type { Resolvers } from '../generated/schema.js';
import { mayAs } from '../model/caller.js';
import { GraphError } from '../model/errors.js';
import type { Proposal } from '../model/proposal.js';
import type { DecideOptions } from '../store/GraphReviewer.js';
import type { Context } from './context.js';
import { MAX_REASON, once, text } from './edit.js';
import { connect, pageRequest } from './page.js';
import type { EditResultParent, ReviewResultParent } from './parents.js';
import { requireRole } from './requireRole.js';
import { claimsOf } from './statement.js';

const SHOWN = 100;

export const review: Resolvers = {
  Query: {
    proposals: async (_parent, { status = null, ...args }, ctx) => {
      requireRole(ctx, 'editor', 'Reading proposals');
      const { reviewer, reader } = ctx.reviewing;
      const filter = { status, by: ownOnly(ctx) };
      const list = { kind: 'proposals', filter, order: null };
      const page = await reviewer.proposals(filter, pageRequest(args, list), reader());
      const toEdge = (node: Proposal) => ({ node });
      return connect(list, page, toEdge, () => reviewer.countProposals(filter, reader()));
    },
    proposal: async (_parent, { id }, ctx) => {
      requireRole(ctx, 'editor', 'Reading proposals');
      const { reviewer, reader } = ctx.reviewing;
      const [proposal, by] = [await reviewer.proposal(id, reader()), ownOnly(ctx)];
      return by === null || proposal?.by.name === by ? proposal : null;
    },
  },
  Mutation: {
    approveProposal: async (_parent, { id, reason }, ctx) => {
      const { writing } = ctx;
      const { proposal, edit } = await ctx.reviewing.reviewer.approve(id, decision(ctx, reason));
      const done: ReviewResultParent['edit'] =
        edit && writing ? { ...edit, seen: once(() => writing.readAfter(edit)) } : null;
      return { proposal, edit: done };
    },
    refuseProposal: async (_parent, { id, reason }, ctx) => {
      const { proposal } = await ctx.reviewing.reviewer.refuse(id, decision(ctx, reason));
      return { proposal, edit: null };
    },
  },
  Proposal: {
    proposedBy: ({ by }) => by.name,
    proposedAt: ({ at }) => at,
    effect: (proposal, _args, ctx) => dryRun(ctx, proposal),
    claims: (proposal, _args, ctx) => effectOf(ctx, proposal).claims.slice(0, SHOWN),
    withdrawn: (proposal, _args, ctx) => claimsOf(ctx, ctx.standard, effectOf(ctx, proposal).edit.retracted, SHOWN),
    entities: (proposal, _args, ctx) => effectOf(ctx, proposal).heads.slice(0, SHOWN),
    edges: (proposal, _args, ctx) => effectOf(ctx, proposal).edges.slice(0, SHOWN),
  },
};

/** The name whose proposals alone are shown; null where all are. */
function ownOnly({ reviewing }: Context): string | null {
  const { caller } = reviewing.origin;
  return mayAs(caller, 'admin') ? null : caller.name;
}

/** Throws UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT, READ_ONLY. */
function decision(ctx: Context, reason: string): DecideOptions {
  if (ctx.writing === null) throw new GraphError('READ_ONLY', 'Here the graph is only read.');
  requireRole(ctx, 'admin', 'Deciding on proposals');
  const { origin, ownToo, reader } = ctx.reviewing;
  return { origin, ownToo, reason: text('reason', reason, MAX_REASON), reader: reader() };
}

function effectOf({ reviewing }: Context, proposal: Proposal) {
  return reviewing.reviewer.effectOf(proposal);
}

/** What it would have done, as the answer to a dry run. */
function dryRun(ctx: Context, proposal: Proposal): EditResultParent {
  const { edit } = effectOf(ctx, proposal);
  const nothing = { revision: null, at: null, dryRun: true, repeated: false, bookmark: null };
  return { ...edit, ...nothing, seen: async () => {} };
}
