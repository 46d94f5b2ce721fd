import { schedule, toCents, toDollars, yearsOf } from '../analysis/schedule.js';
import type { DealResolvers } from '../generated/schema.js';
import { type DealTerms, statusHistory } from '../model/deal.js';
import type { DealAmount } from '../model/dealMoney.js';
import type { DealRecord } from '../model/entity.js';
import { toUsd } from '../model/money.js';
import { announcedDeals } from './announcedDeals.js';
import type { Context } from './context.js';
import { ofKind, required } from './entities.js';
import { entityFields } from './entityFields.js';
import { timed, timeOf } from './timeSlice.js';

/** The fields that every deal has, those of every entity included. */
export const dealFields = {
  ...entityFields,

  parties: (deal, { role }, ctx) =>
    deal.parties
      .filter((party) => !role || party.role === role)
      .map((party) => ({ ...party, entity: required(ctx, timeOf(ctx, deal), party.entity) })),

  statusHistory: async (deal, _args, ctx) => {
    const at = timeOf(ctx, deal);
    const history = statusHistory(await ctx.loaders.known(deal.id, at.knownAt));
    const begun = history.filter((entry) => entry.from <= at.asOf);
    return begun.map(({ status, from, statement }) => ({ status, from, statement: claim(ctx, deal, statement.id) }));
  },
  inForce: async (deal, _args, ctx) => (await termsOf(ctx, deal)).inForce,
  notInForceBecause: async (deal, _args, ctx) => (await termsOf(ctx, deal)).notInForceBecause,

  amount: (deal, _args, ctx) => deal.amount && timed(ctx, deal.amount, timeOf(ctx, deal)),
  firm: async (deal, _args, ctx) => money(ctx, deal, (await termsOf(ctx, deal)).firm),
  ceiling: async (deal, _args, ctx) => money(ctx, deal, (await termsOf(ctx, deal)).ceiling),
  annualizedUsd: async (deal, _args, ctx) => {
    const terms = await termsOf(ctx, deal);
    const usd = usdOf(ctx, terms.firm);
    const years = yearsOf(terms);
    return usd === null || years === null ? null : toTheCent(usd / years);
  },
  schedule: async (deal, _args, ctx) => {
    const { years = [] } = scheduleOf(ctx, await termsOf(ctx, deal)) ?? {};
    return years.map(({ year, cents, basis }) => ({ year, amountUsd: toDollars(cents), basis }));
  },
  unscheduledUsd: async (deal, _args, ctx) => {
    const scheduled = scheduleOf(ctx, await termsOf(ctx, deal));
    return scheduled && toDollars(scheduled.unscheduledCents);
  },
  options: async (deal, _args, ctx) => {
    const { options } = await termsOf(ctx, deal);
    return options.map((option) => timed(ctx, option, timeOf(ctx, deal)));
  },

  chips: (deal, _args, ctx) => ofKind(ctx, 'chip', timeOf(ctx, deal), deal.chips),
  datacenters: (deal, _args, ctx) => ofKind(ctx, 'datacenter', timeOf(ctx, deal), deal.datacenters),

  supersedes: (deal, _args, ctx) => announcedDeals(ctx, timeOf(ctx, deal), deal.supersedes),
  supersededBy: (deal, _args, ctx) => pointingAt(ctx, deal, (other) => other.supersedes),
  expands: (deal, _args, ctx) => announcedDeals(ctx, timeOf(ctx, deal), deal.expands),
  expandedBy: (deal, _args, ctx) => pointingAt(ctx, deal, (other) => other.expands),
  nestedIn: (deal, _args, ctx) => announcedDeals(ctx, timeOf(ctx, deal), deal.nestedIn),
  contains: (deal, _args, ctx) => pointingAt(ctx, deal, (other) => other.nestedIn),
  contingentOn: (deal, _args, ctx) => announcedDeals(ctx, timeOf(ctx, deal), deal.contingentOn),
  relatedTo: (deal, _args, ctx) => announcedDeals(ctx, timeOf(ctx, deal), deal.relatedTo),
} satisfies Omit<DealResolvers, '__resolveType'>;

/** What the deal says at the time of the answer that it is part of. */
export function termsOf(ctx: Context, deal: DealRecord): Promise<DealTerms> {
  const { asOf, knownAt } = timeOf(ctx, deal);
  return ctx.loaders.dealTerms(asOf, knownAt, false).load(deal.id);
}

/** In US dollars at the rate of the year in which it was said, to the cent; null without a rate. */
export function usdOf(ctx: Context, amount: DealAmount | null): number | null {
  const converted = amount && toUsd(amount.amount, amount.currency, amount.saidOn, ctx.meta.rates);
  return converted?.amount ?? null;
}

/** A computed amount without what lies beyond the second decimal. */
export function toTheCent(amount: number | null): number | null {
  return amount === null ? null : toDollars(toCents(amount));
}

function money(ctx: Context, deal: DealRecord, amount: DealAmount | null) {
  return amount && timed(ctx, amount, timeOf(ctx, deal));
}

function scheduleOf(ctx: Context, terms: DealTerms) {
  const usd = usdOf(ctx, terms.firm);
  if (usd === null) return null;
  const tranches = terms.tranches.map((tranche) => ({ day: tranche.day, cents: toCents(usdOf(ctx, tranche) ?? 0) }));
  return schedule(toCents(usd), terms, tranches);
}

async function claim(ctx: Context, deal: DealRecord, id: string) {
  const found = await ctx.loaders.statement.load(id);
  if (!found) throw new Error(`The dataset names "${id}" but does not hold it.`);
  return timed(ctx, found, timeOf(ctx, deal));
}

/** The deals that refer to this one in that field. */
async function pointingAt(ctx: Context, deal: DealRecord, field: (other: DealRecord) => readonly string[]) {
  const at = timeOf(ctx, deal);
  const others = await announcedDeals(ctx, at, await ctx.loaders.dealsPointingAt(at.knownAt).load(deal.id));
  return others.filter((other) => field(other).includes(deal.id));
}
