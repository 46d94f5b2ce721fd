import type { DealTerms } from '../model/deal.js';
import type { DealAmount } from '../model/dealMoney.js';
import type { PartyRole } from '../model/entity.js';
import { compareIds, type EntityId } from '../model/ids.js';
import type { Amount, Missing } from './dealSums.js';
import { type Part, subtract } from './nest.js';

/** `NAMED`: of one counterparty. `SHARED`: of several, unsplit. `UNATTRIBUTED`: of nobody named. */
export type Attribution = 'NAMED' | 'SHARED' | 'UNATTRIBUTED';

/** A part of a deal's amount and whose it is. */
export interface Attributed extends Amount {
  readonly attribution: Attribution;
  /** One if named, those who share it, or those among whom an unattributed amount may lie (none: anybody). */
  readonly counterparties: readonly EntityId[];
}

interface Side {
  readonly of: ReadonlySet<EntityId>;
  readonly role: PartyRole;
}

/** The parties on the side of `of`, ascending. */
export function ownSide(terms: DealTerms, side: Side): readonly EntityId[] {
  return partiesOf(terms, side.role);
}

/** The counterparties: providers of a customer, customers of a provider, nobody for participants. Ascending. */
export function otherSide(terms: DealTerms, side: Side): readonly EntityId[] {
  if (side.role === 'PARTICIPANT') return [];
  return partiesOf(terms, side.role === 'CUSTOMER' ? 'PROVIDER' : 'CUSTOMER');
}

/** How a deal's amount falls to its counterparties; the amounts sum to what of it counts. */
export interface Attributions {
  readonly amounts: readonly Attributed[];
  /** What may exist beyond them, and whose it may be. */
  readonly missing: readonly Omit<Missing, 'deal'>[];
  /** No source states the part of `of` in the deal, or of one of several that are `of`. */
  readonly ownUnstated: boolean;
}

/**
 * Gives a deal's amount, without its counted `parts`, to its counterparties. Stated parts of investors
 * (`investor_amount`), without what deals of theirs within it account for, are theirs; what is left goes to the only
 * counterparty, else is shared unsplit. Where every part is stated, and of a container with counted parts, what is left is
 * nobody's. Where `of` has a stated part or is one of several on its own side, only its stated part counts. `toCents` gives
 * null without a rate. A zero amount gives nothing.
 */
export function attribute(
  terms: DealTerms,
  amount: Amount,
  parts: readonly Part[],
  side: Side,
  toCents: (amount: DealAmount) => number | null,
): Attributions {
  const own = ownSide(terms, side);
  const others = otherSide(terms, side);
  const ownStated = statedParts(terms, toCents, parts, (part) => ownSide(part, side));
  const stated = statedParts(terms, toCents, parts, (part) => otherSide(part, side));
  const missing: Omit<Missing, 'deal'>[] = [];
  const mine = own.filter((entity) => side.of.has(entity));
  const isLimited = mine.length < own.length || mine.every((entity) => ownStated.has(entity));
  const ownUnstated = isLimited && mine.some((entity) => !ownStated.has(entity));
  if (ownUnstated) missing.push({ candidates: others, upToCents: amount.highCents });
  let rest = isLimited ? within(amount, sumOf(mine.flatMap((entity) => ownStated.get(entity) ?? []))) : amount;

  const amounts: Attributed[] = [];
  const give = (part: Amount, attribution: Attribution, counterparties: readonly EntityId[]): void => {
    if (part.cents > 0) amounts.push({ ...part, attribution, counterparties });
    else if (part.highCents > 0) missing.push({ candidates: counterparties, upToCents: part.highCents });
  };
  for (const entity of others) {
    const claim = stated.get(entity);
    if (!claim) continue;
    const part = within(rest, claim);
    give(part, 'NAMED', [entity]);
    rest = subtract(rest, part);
  }
  const unstated = others.filter((entity) => !stated.has(entity));
  give(rest, attributionOf(parts.length > 0, others, unstated), unstated);
  return { amounts, missing, ownUnstated };
}

function attributionOf(isRemainder: boolean, others: readonly EntityId[], unstated: readonly EntityId[]): Attribution {
  if (isRemainder || unstated.length === 0) return 'UNATTRIBUTED';
  return others.length === 1 ? 'NAMED' : 'SHARED';
}

/**
 * The parties of one role who owe or are owed the amount. Beside a `provider` a `supplier` is not one of them: it supplies
 * the provider (Dell in Microsoft's contract with IREN).
 */
function partiesOf(terms: DealTerms, role: PartyRole): readonly EntityId[] {
  const parties = terms.parties.filter((party) => party.role === role);
  const hasProvider = parties.some((party) => party.title === 'provider');
  const principals = hasProvider ? parties.filter((party) => party.title !== 'supplier') : parties;
  return [...new Set(principals.map((party) => party.entity))].sort(compareIds);
}

/** Stated parts, without the counted deals that one party alone has within the deal. */
function statedParts(
  terms: DealTerms,
  toCents: (amount: DealAmount) => number | null,
  parts: readonly Part[],
  partiesOf: (part: DealTerms) => readonly EntityId[],
): ReadonlyMap<EntityId, Amount> {
  const stated = new Map<EntityId, Amount>();
  for (const [entity, amount] of terms.investorAmounts) {
    const cents = toCents(amount);
    if (cents === null) continue;
    const highCents = amount.openAbove ? Number.POSITIVE_INFINITY : cents;
    const inside = parts.filter((part) => {
      const parties = partiesOf(part.terms);
      return parties.length === 1 && parties[0] === entity;
    });
    stated.set(entity, subtract({ cents, lowCents: cents, highCents }, ...inside.map((part) => part.amount)));
  }
  return stated;
}

/** As much of an amount as a part of it comes to. */
function within(whole: Amount, part: Amount): Amount {
  const cents = Math.min(part.cents, whole.cents);
  return {
    cents,
    lowCents: Math.min(part.lowCents, cents),
    highCents: Math.max(cents, Math.min(part.highCents, whole.highCents)),
  };
}

function sumOf(amounts: readonly Amount[]): Amount {
  const sum = (pick: (amount: Amount) => number): number => amounts.reduce((total, a) => total + pick(a), 0);
  return { cents: sum((a) => a.cents), lowCents: sum((a) => a.lowCents), highCents: sum((a) => a.highCents) };
}
