import type { DealTerms } from '../model/deal.js';
import type { DealOption } from '../model/dealMoney.js';
import type { DealType, PartyRole } from '../model/entity.js';
import { compareIds, type EntityId } from '../model/ids.js';
import type { CurrencyRate } from '../model/money.js';
import { type Attributed, attribute, otherSide, ownSide } from './attribute.js';
import { nest } from './nest.js';
import { RateBook } from './RateBook.js';
import { toDollars } from './schedule.js';

/** A deal with its terms on the day asked about. The caller gives all deals to which the entity is or was a party. */
export interface DealInput {
  readonly id: EntityId;
  readonly terms: DealTerms;
}

export interface SumRequest {
  /** Whose deals: all in one role, taken as one party. */
  readonly of: ReadonlySet<EntityId>;
  readonly role: PartyRole;
  readonly types: ReadonlySet<DealType>;
  readonly includeCeilings: boolean;
  readonly includeNonBinding: boolean;
  readonly rates: readonly CurrencyRate[];
}

/** Why a deal, or its amount, is not in a sum. */
export type ExclusionReason =
  | 'NON_BINDING'
  | 'CEILING'
  | 'UNKNOWN_AMOUNT'
  | 'NO_RATE'
  | 'NESTED'
  | 'SUPERSEDED'
  | 'CANCELLED'
  | 'PAUSED'
  | 'ENDED'
  | 'SHARED_UNSPLIT'
  | 'UNATTRIBUTED'
  | 'LEASE'
  | 'NO_COUNTRY';

export interface Excluded {
  readonly deal: EntityId;
  readonly reason: ExclusionReason;
}

/** Deals counted, of those that ought to be: in force, binding, not nested in a counted one. */
export interface Coverage {
  readonly known: number;
  readonly total: number;
}

export interface SumOption extends DealOption {
  readonly deal: EntityId;
  /** Null where it is capacity or a right without a price, or has no rate. */
  readonly amountUsd: number | null;
}

/** An amount that may exist beyond the sum, and who may be its counterparty (none: anybody). */
export interface Missing {
  readonly deal: EntityId;
  readonly candidates: readonly EntityId[];
  /** At most; Infinity where unknown. */
  readonly upToCents: number;
}

/** A deal that is in the sum. */
export interface CountedDeal {
  readonly id: EntityId;
  readonly terms: DealTerms;
  /** What of it counts; its attributed amounts sum to this. */
  readonly cents: number;
  /** Whether that is the whole deal, so that its tranches apply. */
  readonly isWhole: boolean;
  /** Within a counted deal, and so no part of `coverage`. */
  readonly isNested: boolean;
  /** Counted deals are within it. */
  readonly hasParts: boolean;
  readonly amounts: readonly Attributed[];
}

export interface DealSums {
  /** By deal id. */
  readonly counted: readonly CountedDeal[];
  /** By deal id. */
  readonly excluded: readonly Excluded[];
  readonly missing: readonly Missing[];
  /** Never part of the sum. */
  readonly options: readonly SumOption[];
  readonly coverage: Coverage;
  /** The rates used. */
  readonly rates: readonly CurrencyRate[];
}

/** An amount in cents: what is counted, and the least and the most that it can be. */
export interface Amount {
  readonly cents: number;
  readonly lowCents: number;
  /** Infinity for a floor ("at least"). */
  readonly highCents: number;
}

/** A deal that ought to count, with its amount or the reason why there is none. */
export interface Candidate {
  readonly id: EntityId;
  readonly terms: DealTerms;
  readonly amount: Amount | null;
  readonly reason: ExclusionReason | null;
}

/**
 * Which deals count in a sum, for how much and with whom (`docs/methods.md`): in force and binding; firm amounts, with ceilings
 * only where asked; a container only for what its counted parts leave over; one party's part of a shared deal only where it
 * is stated. Everything else is listed with the reason. Deals not announced by then, of another type or in which `of` has
 * another role are no part of the question. O(deals²) at worst, through nesting.
 */
export function dealSums(deals: readonly DealInput[], request: SumRequest): DealSums {
  const rates = new RateBook(request.rates);
  const excluded: Excluded[] = [];
  const candidates: Candidate[] = [];
  for (const deal of [...deals].sort((a, b) => compareIds(a.id, b.id))) {
    if (!isAsked(deal, request)) continue;
    const reason = deal.terms.notInForceBecause ?? bindingReason(deal, request);
    if (reason === 'NOT_YET_ANNOUNCED') continue;
    if (reason) excluded.push({ deal: deal.id, reason });
    else candidates.push({ ...deal, ...amountOf(deal, request, rates) });
  }

  const nested = nest(candidates);
  const counted: CountedDeal[] = [];
  const missing: Missing[] = [];
  for (const candidate of candidates) {
    const { id, terms } = candidate;
    const place = nested.get(id);
    const others = otherSide(terms, request);
    if (!candidate.amount || !place?.remainder) {
      const within = place?.container ?? null;
      excluded.push({ deal: id, reason: within === null ? (candidate.reason ?? 'UNKNOWN_AMOUNT') : 'NESTED' });
      if (candidate.reason !== 'CEILING') {
        missing.push({ deal: id, candidates: others, upToCents: within?.highCents ?? Number.POSITIVE_INFINITY });
      }
      continue;
    }
    const parts = attribute(terms, place.remainder, place.hasParts, request, (amount) => rates.cents(amount));
    if (parts.ownUnstated) missing.push({ deal: id, candidates: others, upToCents: place.remainder.highCents });
    if (parts.amounts.length > 0) {
      const cents = parts.amounts.reduce((sum, part) => sum + part.cents, 0);
      counted.push({
        id,
        terms,
        cents,
        isWhole: cents === candidate.amount.cents,
        isNested: place.container !== null,
        hasParts: place.hasParts,
        amounts: parts.amounts,
      });
    } else {
      excluded.push({ deal: id, reason: parts.ownUnstated ? 'SHARED_UNSPLIT' : 'NESTED' });
      if (!parts.ownUnstated) missing.push({ deal: id, candidates: others, upToCents: place.remainder.highCents });
    }
  }
  const total = candidates.filter((c) => (nested.get(c.id)?.container ?? null) === null);
  const unshared = new Set(excluded.filter((e) => e.reason === 'SHARED_UNSPLIT').map((e) => e.deal));
  return {
    counted,
    excluded: excluded.sort((a, b) => compareIds(a.deal, b.deal)),
    missing,
    options: candidates.flatMap((deal) => optionsOf(deal, rates)),
    coverage: { known: total.filter((c) => c.amount && !unshared.has(c.id)).length, total: total.length },
    rates: rates.used(),
  };
}

function isAsked({ terms }: DealInput, request: SumRequest): boolean {
  return request.types.has(terms.type) && ownSide(terms, request).some((entity) => request.of.has(entity));
}

function bindingReason({ terms }: DealInput, request: SumRequest): 'NON_BINDING' | null {
  return terms.binding || request.includeNonBinding ? null : 'NON_BINDING';
}

function amountOf(deal: DealInput, request: SumRequest, rates: RateBook): Pick<Candidate, 'amount' | 'reason'> {
  const { firm, ceiling } = deal.terms;
  const usesCeiling = request.includeCeilings && ceiling !== null;
  if (!firm && !usesCeiling) return { amount: null, reason: ceiling ? 'CEILING' : 'UNKNOWN_AMOUNT' };
  const low = firm ? rates.cents(firm) : 0;
  const high = usesCeiling ? rates.cents(ceiling) : low;
  if (low === null || high === null) return { amount: null, reason: 'NO_RATE' };
  const cents = Math.max(low, high);
  // A floor is open above, unless the question lets a stated ceiling close it.
  const isOpen = firm?.openAbove === true && !usesCeiling;
  return {
    amount: { cents, lowCents: low, highCents: isOpen ? Number.POSITIVE_INFINITY : cents },
    reason: null,
  };
}

function optionsOf(deal: Candidate, rates: RateBook): readonly SumOption[] {
  return deal.terms.options.map((option) => {
    const cents = option.money && rates.cents(option.money);
    return { ...option, deal: deal.id, amountUsd: cents === null ? null : toDollars(cents) };
  });
}
