import { commitments as sumOf } from '../analysis/commitments.js';
import type { DealInput } from '../analysis/dealSums.js';
import type { CommitmentRole, QueryCommitmentsArgs, Resolvers } from '../generated/schema.js';
import type { DealRecord, DealType, EntityRecord, PartyRole } from '../model/entity.js';
import { badInput } from '../model/errors.js';
import type { EntityId } from '../model/ids.js';
import type { TimeSlice } from '../model/time.js';
import type { Context } from './context.js';
import { askedParties, dealInputs, dealsOfAll } from './dealInputs.js';
import { anyRef, entitiesOf, existing, required, requiredOf } from './entities.js';
import { sensitive, sensitiveFields } from './sensitive.js';
import { claimsOf } from './statement.js';
import { timed, timeOf } from './timeSlice.js';
import { scenarioOf } from './world.js';

export const commitments: Resolvers = {
  Query: {
    commitments: sensitive(
      async (ctx, at, args) => {
        const record = await existing(ctx, args.of, at);
        const role = args.role ?? 'CUSTOMER';
        const asked = await askedDeals(ctx, at, record, { ...args, role });
        const sum = sumOf({
          ...asked,
          includeCeilings: args.includeCeilings ?? false,
          includeNonBinding: args.includeNonBinding ?? false,
          rates: ctx.meta.rates,
        });
        const within = <T extends object>(things: readonly T[]) => things.map((thing) => timed(ctx, thing, at));
        return {
          ...sum,
          ...at,
          of: record,
          members: await entitiesOf(ctx, at, [...asked.of]),
          role,
          openAbove: sum.included.some((amount) => amount.openAbove),
          byCounterparty: within(sum.byCounterparty).map((part) => ({
            ...part,
            sharePercent: sum.totalUsd > 0 ? (100 * part.amountUsd) / sum.totalUsd : 0,
          })),
          included: within(sum.included),
          options: within(sum.options),
          excluded: within(sum.excluded),
        };
      },
      ({ totalUsd }) => totalUsd,
    ),
  },
  Commitments: { scenario: scenarioOf, ...sensitiveFields },
  CounterpartyAmount: {
    entity: (part, _args, ctx, info) => required(ctx, timeOf(ctx, part), part.entity, info),
  },
  IncludedAmount: {
    deal: (amount, _args, ctx) => requiredOf(ctx, 'deal', timeOf(ctx, amount), amount.deal),
    counterparty: (amount, _args, ctx, info) => anyRef(ctx, timeOf(ctx, amount), amount.counterparty, info),
    candidates: (amount, _args, ctx, info) => entitiesOf(ctx, timeOf(ctx, amount), amount.candidates, info),
  },
  CommitmentOption: {
    deal: (option, _args, ctx) => requiredOf(ctx, 'deal', timeOf(ctx, option), option.deal),
    statements: (option, _args, ctx) => claimsOf(ctx, timeOf(ctx, option), option.statementIds),
  },
  ExcludedDeal: {
    deal: (excluded, _args, ctx) => requiredOf(ctx, 'deal', timeOf(ctx, excluded), excluded.deal),
  },
};

interface Asked {
  readonly deals: readonly DealInput[];
  readonly of: ReadonlySet<EntityId>;
  readonly group?: ReadonlySet<EntityId>;
  readonly role: PartyRole;
  readonly types?: readonly DealType[];
}

async function askedDeals(
  ctx: Context,
  at: TimeSlice,
  record: EntityRecord,
  args: Pick<QueryCommitmentsArgs, 'types' | 'strictAsOf' | 'group'> & { readonly role: CommitmentRole },
): Promise<Asked> {
  const strictAsOf = args.strictAsOf ?? false;
  const types = args.types ? { types: args.types } : {};
  if (record.kind === 'deal' && args.group) throw badInput('the id of a company or a cloud for a group', record.id);
  if (record.kind === 'deal') return askedDeal(ctx, at, record, args.role, strictAsOf);
  if (record.kind !== 'company' && record.kind !== 'cloud') {
    throw badInput('the id of a company, a cloud or a deal', record.id);
  }
  const { of, ...group } = await askedParties(ctx, at, [record], args.group);
  return { deals: await dealsOfAll(ctx, at, strictAsOf, of), of, ...group, role: args.role, ...types };
}

/** One deal, summed for its whole side; where nobody is on that side, for those who take part. */
async function askedDeal(
  ctx: Context,
  at: TimeSlice,
  deal: DealRecord,
  side: CommitmentRole,
  strictAsOf: boolean,
): Promise<Asked> {
  const role = deal.parties.some((party) => party.role === side) ? side : 'PARTICIPANT';
  const of = new Set(deal.parties.filter((party) => party.role === role).map((party) => party.entity));
  return { deals: await dealInputs(ctx, at, strictAsOf, [deal.id]), of, role, types: [deal.type] };
}
