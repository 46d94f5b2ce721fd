import type { Resolvers } from '../generated/schema.js';
import { usdOf } from './dealFields.js';
import { claimsOf } from './statement.js';
import { timed, timeOf } from './timeSlice.js';

export const dealTerms: Resolvers = {
  ClaimedMoney: {
    statement: async (money, _args, ctx) => {
      const [claim] = await claimsOf(ctx, timeOf(ctx, money), [money.statementId]);
      if (!claim) throw new Error(`The dataset names "${money.statementId}" but does not hold it.`);
      return claim;
    },
  },
  DealAmount: {
    amountUsd: (amount, _args, ctx) => usdOf(ctx, amount),
    statements: (amount, _args, ctx) => claimsOf(ctx, timeOf(ctx, amount), amount.statementIds),
  },
  DealOption: {
    money: (option, _args, ctx) => option.money && timed(ctx, option.money, timeOf(ctx, option)),
    statements: (option, _args, ctx) => claimsOf(ctx, timeOf(ctx, option), option.statementIds),
  },
};
