import type { Resolvers } from '../generated/schema.js';
import { bestClaim } from '../model/claims.js';
import { badInput } from '../model/errors.js';
import { dealFields, termsOf, usdOf } from './dealFields.js';
import { oneOfKind, required } from './entities.js';
import { listOf } from './list.js';
import { claimsOf } from './statement.js';
import { readAt, timed, timeOf } from './timeSlice.js';

const IS_INVESTMENT = { field: 'type', op: 'eq', value: 'INVESTMENT' } as const;

export const investment: Resolvers = {
  Query: {
    investment: async (_parent, { id }, ctx, info) => {
      const deal = await oneOfKind(ctx, 'deal', id, info);
      if (deal && deal.type !== 'INVESTMENT') throw badInput('the id of an investment', id);
      return deal;
    },
    investments: (_parent, args, ctx) => listOf(ctx, 'deal', args, IS_INVESTMENT),
  },
  Investment: {
    ...dealFields,
    tranches: async (deal, _args, ctx) => {
      const { tranches } = await termsOf(ctx, deal);
      const inOrder = [...tranches].sort((a, b) => ((a.day ?? '9') < (b.day ?? '9') ? -1 : 1));
      return inOrder.map((tranche) => timed(ctx, tranche, timeOf(ctx, deal)));
    },
    investorAmounts: async (deal, _args, ctx) => {
      const { investorAmounts } = await termsOf(ctx, deal);
      const at = timeOf(ctx, deal);
      return [...investorAmounts].map(([id, amount]) => ({
        investor: required(ctx, at, id),
        amount: timed(ctx, amount, at),
      }));
    },
    stakePercent: async (deal, _args, ctx) => {
      const claims = await ctx.loaders.statementsBySubject('stake_percent', readAt(timeOf(ctx, deal))).load(deal.id);
      const value = bestClaim(claims)?.value;
      return typeof value === 'number' ? value : null;
    },
  },
  Tranche: {
    amountUsd: (tranche, _args, ctx) => usdOf(ctx, tranche),
    date: (tranche) => tranche.day,
    statements: (tranche, _args, ctx) => claimsOf(ctx, timeOf(ctx, tranche), tranche.statementIds),
  },
};
