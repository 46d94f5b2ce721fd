import type { DealTerms } from '../model/deal.js';
import type { DealAmount } from '../model/dealMoney.js';
import type { PartyRole } from '../model/entity.js';
import { compareIds, type EntityId } from '../model/ids.js';
import type { Amount } from './dealSums.js';

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

/**
 * Gives a deal's amount to its counterparties. Stated parts of investors (`investor_amount`) are theirs; what is left goes
 * to the only counterparty, else is shared unsplit. Where every part is stated, and of a container whose parts are counted
 * elsewhere (`isRemainder`), what is left is nobody's. Where `of` has a stated part or is one of several on its own side,
 * only its stated part counts; `ownUnstated` says that there may be more. `toCents` gives null without a rate. A zero
 * amount gives nothing.
 */
export function attribute(
  terms: DealTerms,
  amount: Amount,
  isRemainder: boolean,
  side: Side,
  toCents: (amount: DealAmount) => number | null,
): { readonly amounts: readonly Attributed[]; readonly ownUnstated: boolean } {
  const own = ownSide(terms, side);
  const others = otherSide(terms, side);
  const stated = statedParts(terms, toCents);
  let rest = amount;
  let ownUnstated = false;
  const mine = own.filter((entity) => side.of.has(entity));
  if (mine.length < own.length || mine.every((entity) => stated.has(entity))) {
    const cents = mine.reduce((sum, entity) => sum + (stated.get(entity) ?? 0), 0);
    ownUnstated = mine.some((entity) => !stated.has(entity));
    rest = exactly(Math.min(cents, amount.cents));
  }

  const amounts: Attributed[] = [];
  for (const entity of others) {
    const part = exactly(Math.min(stated.get(entity) ?? 0, rest.cents));
    if (part.cents === 0) continue;
    amounts.push({ ...part, attribution: 'NAMED', counterparties: [entity] });
    rest = without(rest, part.cents);
  }
  const unstated = others.filter((entity) => !stated.has(entity));
  if (rest.cents > 0) {
    amounts.push({ ...rest, attribution: attributionOf(isRemainder, others, unstated), counterparties: unstated });
  }
  return { amounts, ownUnstated };
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

function statedParts(terms: DealTerms, toCents: (amount: DealAmount) => number | null): ReadonlyMap<EntityId, number> {
  const parts = new Map<EntityId, number>();
  for (const [entity, amount] of terms.investorAmounts) {
    const cents = toCents(amount);
    if (cents !== null) parts.set(entity, cents);
  }
  return parts;
}

function exactly(cents: number): Amount {
  return { cents, lowCents: cents, highCents: cents };
}

function without(amount: Amount, cents: number): Amount {
  return {
    cents: amount.cents - cents,
    lowCents: Math.max(0, amount.lowCents - cents),
    highCents: amount.highCents - cents,
  };
}
