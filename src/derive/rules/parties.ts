import type { EntityId } from '../../model/ids.js';
import { kindOf } from '../../model/ids.js';
import type { Statement } from '../../model/statement.js';
import type { DealView, PartyView } from '../dealView.js';
import type { FactIndex } from '../FactIndex.js';
import { both, EVER, notLaterThan, type Tie } from '../Tie.js';

/** Who depends, and as long as what. */
export interface Dependent {
  readonly id: EntityId;
  readonly tie: Tie;
}

/** The properties that {@link withClouds} and {@link cloudsOrSelf} read. */
export const CLOUD_INPUTS: readonly string[] = ['operated_by'];

/** The entity itself and, where it is a company that runs clouds, those clouds: what it needs, they need. */
export function withClouds(facts: FactIndex, id: EntityId, tie: Tie): readonly Dependent[] {
  return [{ id, tie }, ...cloudsOf(facts, id, tie)];
}

/** The clouds that a company runs, or the entity itself where it runs none. */
export function cloudsOrSelf(facts: FactIndex, id: EntityId, tie: Tie): readonly Dependent[] {
  const clouds = cloudsOf(facts, id, tie);
  return clouds.length > 0 ? clouds : [{ id, tie }];
}

function cloudsOf(facts: FactIndex, company: EntityId, tie: Tie): Dependent[] {
  if (kindOf(company) !== 'company') return [];
  return facts.cloudsOf(company).map((r) => ({ id: r.subject, tie: both(tie, sinceEver(r.tie)) }));
}

/** A cloud without a dated operator has been its operator's all along: it was never known apart from it. */
export function sinceEver(operatedBy: Tie): Tie {
  return notLaterThan(operatedBy, EVER);
}

export function customersOf(deal: DealView): readonly PartyView[] {
  return deal.parties.filter((p) => p.role === 'CUSTOMER');
}

/** Parties whose title is one of those given. */
export function titled(deal: DealView, ...titles: readonly string[]): readonly PartyView[] {
  return deal.parties.filter((p) => titles.includes(p.title));
}

/** Parties that run what the deal builds or delivers, so that its chips and servers end up with them. */
export function buildersOf(deal: DealView): readonly PartyView[] {
  if (deal.type === 'INVESTMENT') return titled(deal, 'borrower', 'investee');
  if (deal.type === 'COMPUTE') return titled(deal, 'provider', 'lessee');
  return titled(deal, 'customer', 'offtaker', 'provider', 'developer', 'operator', 'investee');
}

/** What shows the size of a deal: its amount. */
export function sizeOf(deal: DealView): readonly Statement[] {
  return deal.amount === null ? [] : [deal.amount];
}

/** Each party of the first list with each of the second, never with itself. */
export function* pairs(
  dependents: readonly PartyView[],
  providers: readonly PartyView[],
): Generator<readonly [PartyView, PartyView]> {
  for (const dependent of dependents) {
    for (const provider of providers) {
      if (dependent.entity !== provider.entity) yield [dependent, provider];
    }
  }
}
