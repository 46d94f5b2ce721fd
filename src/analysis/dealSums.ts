import type { DealTerms } from '../model/deal.js';
import type { DealOption } from '../model/dealMoney.js';
import type { DealType, PartyRole } from '../model/entity.js';
import { compareIds, type EntityId } from '../model/ids.js';
import type { CurrencyRate } from '../model/money.js';
import { type Attributed, attribute, otherSide, ownSide } from './attribute.js';
import { keepOutside } from './keepOutside.js';
import { nest, type Place } from './nest.js';
import { RateBook } from './RateBook.js';
import { toDollars } from './schedule.js';

/** A deal with its terms on the day asked about. The caller gives all deals to which the entity is or was a party. */
export interface DealInput {
  readonly id: EntityId;
  readonly terms: DealTerms;
  /** It hangs on another deal that does not bind, or is not in force, on that day. */
  readonly isContingent?: boolean;
}

export interface SumRequest {
  /** Whose deals: all in one role, taken as one party. */
  readonly of: ReadonlySet<EntityId>;
  readonly role: PartyRole;
  /** Members of a group: what they promised one another is no part of the sum. */
  readonly group?: ReadonlySet<EntityId>;
  readonly types: ReadonlySet<DealType>;
  readonly includeCeilings: boolean;
  readonly includeNonBinding: boolean;
  readonly rates: readonly CurrencyRate[];
}

/** Why a deal, or its amount, is not in a sum. */
export type ExclusionReason =
  | 'NON_BINDING'
  | 'CONTINGENT'
  | 'INTERNAL'
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
  | 'NO_COUNTRY'
  | 'UNKNOWN_CHIPS';

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
  /** It is part of the total: a ceiling that covers it was counted. */
  readonly counted: boolean;
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
  /** The outermost counted deal that contains it, or itself: the one that `coverage` counts. */
  readonly outermost: EntityId;
  readonly amounts: readonly Attributed[];
  /** Who has deals of unknown amount within it, for each (none: anybody): that much less of it is its counterparties'. */
  readonly unknownParts: readonly (readonly EntityId[])[];
}

export interface DealSums {
  /** By deal id. */
  readonly counted: readonly CountedDeal[];
  /** By deal id. */
  readonly excluded: readonly Excluded[];
  readonly missing: readonly Missing[];
  /** Part of the sum only where `counted`. */
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
 * is stated; of a group only what it has with others. Everything else is listed with the reason. Deals not announced by then, of another type or in which `of` has
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

  const places = nest(candidates);
  const internal = new Set(candidates.filter((deal) => isInternal(deal, request)).map((deal) => deal.id));
  const counted: CountedDeal[] = [];
  const missing: Missing[] = [];
  for (const candidate of candidates) {
    const { id, terms } = candidate;
    const place = places.get(id);
    if (internal.has(id)) {
      excluded.push({ deal: id, reason: 'INTERNAL' });
      continue;
    }
    if (!candidate.amount || !place?.remainder) {
      const isNested = (place?.container ?? null) !== null;
      const reason = candidate.reason ?? 'UNKNOWN_AMOUNT';
      excluded.push({ deal: id, reason: isNested ? 'NESTED' : reason });
      // What a container may hold of it is told by the container.
      if (!isNested && reason !== 'CEILING') missing.push(unknownOf(candidate, request, Number.POSITIVE_INFINITY));
      continue;
    }
    const parts = attribute(terms, place.remainder, place.parts, request, (amount) => rates.cents(amount));
    const { amounts, reasons, unsplit } = keepOutside(parts.amounts, request.group);
    missing.push(...[...parts.missing, ...unsplit].map((part) => ({ ...part, deal: id })));
    excluded.push(...reasons.map((reason) => ({ deal: id, reason })));
    const cents = amounts.reduce((sum, part) => sum + part.cents, 0);
    const unknown = place.unknownParts.filter((part) => part.reason !== 'CEILING');
    // Only where all of what is left counts do its amounts hold the unknown parts; else they come besides.
    const isAll = cents > 0 && cents === place.remainder.cents;
    if (!isAll) for (const part of unknown) missing.push(unknownOf(part, request, place.remainder.highCents));
    if (amounts.length === 0) {
      if (reasons.length === 0) excluded.push({ deal: id, reason: parts.ownUnstated ? 'SHARED_UNSPLIT' : 'NESTED' });
      continue;
    }
    counted.push({
      id,
      terms,
      cents,
      isWhole: cents === candidate.amount.cents,
      outermost: outermostOf(id, places, internal),
      amounts,
      unknownParts: isAll ? unknown.map((part) => otherSide(part.terms, request)) : [],
    });
  }
  const external = candidates.filter((deal) => !internal.has(deal.id));
  const outermost = new Set(external.map((deal) => outermostOf(deal.id, places, internal)));
  return {
    counted,
    excluded: excluded.sort((a, b) => compareIds(a.deal, b.deal)),
    missing,
    options: external.flatMap((deal) => optionsOf(deal, isAllCounted(deal, places, counted), rates)),
    coverage: { known: new Set(counted.map((deal) => deal.outermost)).size, total: outermost.size },
    rates: rates.used(),
  };
}

function unknownOf({ id, terms }: Candidate, request: SumRequest, upToCents: number): Missing {
  return { deal: id, candidates: otherSide(terms, request), upToCents };
}

/** The last deal around it that is not within the group. */
function outermostOf(id: EntityId, places: ReadonlyMap<EntityId, Place>, internal: ReadonlySet<EntityId>): EntityId {
  let outermost = id;
  for (let next = places.get(id)?.container; next; next = places.get(next)?.container) {
    if (!internal.has(next)) outermost = next;
  }
  return outermost;
}

/** Whether all that its counted parts leave of a deal is in the sum. */
function isAllCounted(deal: Candidate, places: ReadonlyMap<EntityId, Place>, counted: readonly CountedDeal[]): boolean {
  const left = places.get(deal.id)?.remainder?.cents ?? 0;
  return left > 0 && counted.some((other) => other.id === deal.id && other.cents === left);
}

function isAsked({ terms }: DealInput, request: SumRequest): boolean {
  return request.types.has(terms.type) && ownSide(terms, request).some((entity) => request.of.has(entity));
}

function bindingReason(deal: DealInput, request: SumRequest): 'NON_BINDING' | 'CONTINGENT' | null {
  if (request.includeNonBinding) return null;
  if (!deal.terms.binding) return 'NON_BINDING';
  return deal.isContingent ? 'CONTINGENT' : null;
}

/** Whether all on the other side belong to the group. */
function isInternal({ terms }: Candidate, request: SumRequest): boolean {
  const others = otherSide(terms, request);
  return others.length > 0 && others.every((entity) => request.group?.has(entity));
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

/** A ceiling covers options up to what it adds to the firm amount; a right to buy shares, say, comes on top. */
function optionsOf(deal: Candidate, isAllCounted: boolean, rates: RateBook): readonly SumOption[] {
  let room = deal.amount && isAllCounted ? deal.amount.cents - deal.amount.lowCents : 0;
  return deal.terms.options.map((option) => {
    const cents = option.money && rates.cents(option.money);
    const counted = cents !== null && cents > 0 && cents <= room;
    if (counted) room -= cents;
    return { ...option, deal: deal.id, amountUsd: cents === null ? null : toDollars(cents), counted };
  });
}
