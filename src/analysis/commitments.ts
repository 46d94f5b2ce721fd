import type { DealType, PartyRole } from '../model/entity.js';
import { badInput } from '../model/errors.js';
import { compareIds, type EntityId } from '../model/ids.js';
import type { CurrencyRate } from '../model/money.js';
import { toUsd } from '../model/money.js';
import {
  type CountedDeal,
  type Coverage,
  type DealInput,
  dealSums,
  type Excluded,
  type SumOption,
} from './dealSums.js';
import { type Dated, mergeYears, type ScheduleBasis, schedule, toCents, toDollars, yearsOf } from './schedule.js';

export interface CommitmentsInput {
  /** All deals to which one of `of` is or was a party. */
  readonly deals: readonly DealInput[];
  readonly of: ReadonlySet<EntityId>;
  /** CUSTOMER: what it promised to pay. PROVIDER: what was promised to it. */
  readonly role: PartyRole;
  /** Members of a group: what they promised one another is no part of the sum, and listed as INTERNAL. */
  readonly group?: ReadonlySet<EntityId>;
  /** Which deals are added; COMPUTE, SUPPLY and ENERGY unless named. */
  readonly types?: readonly DealType[];
  readonly includeCeilings: boolean;
  readonly includeNonBinding: boolean;
  readonly rates: readonly CurrencyRate[];
}

/** One deal's part in the sum. */
export interface CommittedAmount {
  readonly deal: EntityId;
  /** Null where it is shared unsplit or unattributed. */
  readonly counterparty: EntityId | null;
  /** Who shares it, or among whom it may lie. */
  readonly candidates: readonly EntityId[];
  readonly amountUsd: number;
  /** It is a floor: the true amount may be larger. */
  readonly openAbove: boolean;
  /** All or part of it is a ceiling. */
  readonly isCeiling: boolean;
  /** The amount was first said after `asOf`. */
  readonly saidLater: boolean;
}

export interface Commitments {
  readonly totalUsd: number;
  /** By amount descending, then id. With `sharedUsd` and `unattributedUsd` they sum to the total. */
  readonly byCounterparty: readonly { readonly entity: EntityId; readonly amountUsd: number }[];
  /** Of several counterparties whose parts no source states. */
  readonly sharedUsd: number;
  /** Of containers beyond their counted parts, and of deals without a named counterparty. */
  readonly unattributedUsd: number;
  /** Sum over scheduled deals of amount / years of the deal's own term. */
  readonly annualizedUsd: number;
  /** By year, tranches before what is pro rata. With `unscheduledUsd` it sums to the total, to the cent. */
  readonly schedule: readonly { readonly year: number; readonly amountUsd: number; readonly basis: ScheduleBasis }[];
  readonly unscheduledUsd: number;
  /** Part of the total only where `counted`. */
  readonly options: readonly SumOption[];
  readonly included: readonly CommittedAmount[];
  readonly excluded: readonly Excluded[];
  readonly coverage: Coverage;
  readonly rates: readonly CurrencyRate[];
}

/** What may be added up: purchases with each other; investments and programmes each on their own. */
const PURCHASES: readonly DealType[] = ['COMPUTE', 'SUPPLY', 'ENERGY'];

/**
 * What an entity has committed, or what was committed to it, in US dollars (`docs/methods.md`). Sums are made in whole cents.
 * Throws BAD_USER_INPUT for types that must not be added.
 */
export function commitments(input: CommitmentsInput): Commitments {
  const types = input.types ?? PURCHASES;
  checkAddable(types);
  const sums = dealSums(input.deals, { ...input, types: new Set(types) });

  const byCounterparty = new Map<EntityId, number>();
  const nobodys = { SHARED: 0, UNATTRIBUTED: 0 };
  const included: CommittedAmount[] = [];
  for (const { id, terms, amounts } of sums.counted) {
    for (const part of amounts) {
      const [only] = part.counterparties;
      const counterparty = part.attribution === 'NAMED' && only !== undefined ? only : null;
      if (counterparty !== null) {
        byCounterparty.set(counterparty, (byCounterparty.get(counterparty) ?? 0) + part.cents);
      } else if (part.attribution !== 'NAMED') nobodys[part.attribution] += part.cents;
      included.push({
        deal: id,
        counterparty,
        candidates: part.counterparties,
        amountUsd: toDollars(part.cents),
        openAbove: part.highCents === Number.POSITIVE_INFINITY,
        isCeiling: part.lowCents < part.cents,
        saidLater: terms.saidLater,
      });
    }
  }

  const schedules = sums.counted.map((deal) => schedule(deal.cents, deal.terms, tranchesOf(deal, input.rates)));
  const totalCents = sums.counted.reduce((sum, deal) => sum + deal.cents, 0);
  const unscheduledCents = schedules.reduce((sum, s) => sum + s.unscheduledCents, 0);
  return {
    totalUsd: toDollars(totalCents),
    byCounterparty: [...byCounterparty]
      .sort(([a, x], [b, y]) => y - x || compareIds(a, b))
      .map(([entity, cents]) => ({ entity, amountUsd: toDollars(cents) })),
    sharedUsd: toDollars(nobodys.SHARED),
    unattributedUsd: toDollars(nobodys.UNATTRIBUTED),
    annualizedUsd: toDollars(Math.round(sums.counted.reduce((sum, deal) => sum + centsPerYear(deal), 0))),
    schedule: mergeYears(schedules.flatMap((s) => s.years)).map(({ year, cents, basis }) => ({
      year,
      amountUsd: toDollars(cents),
      basis,
    })),
    unscheduledUsd: toDollars(unscheduledCents),
    options: sums.options,
    included,
    excluded: sums.excluded,
    coverage: sums.coverage,
    rates: sums.rates,
  };
}

function checkAddable(types: readonly DealType[]): void {
  const alone = new Set(types).size === 1;
  if (types.length > 0 && (alone || types.every((type) => PURCHASES.includes(type)))) return;
  throw badInput('COMPUTE, SUPPLY and ENERGY deals, or INVESTMENT or PROGRAMME alone', types.join(', '));
}

/** Tranches speak of the whole deal; of a part of it nothing is known but its term. */
function tranchesOf(deal: CountedDeal, rates: readonly CurrencyRate[]): readonly Dated[] {
  if (!deal.isWhole) return [];
  return deal.terms.tranches.flatMap((t) => {
    const converted = toUsd(t.amount, t.currency, t.saidOn, rates);
    return converted ? [{ day: t.day, cents: toCents(converted.amount) }] : [];
  });
}

/** Nothing for a deal whose amount can't be placed in time. */
function centsPerYear({ terms, cents }: CountedDeal): number {
  if (terms.start === null || terms.endExclusive === null) return 0;
  const years = yearsOf(terms);
  return years === null ? 0 : cents / years;
}
