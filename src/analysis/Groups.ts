import { compareIds, type EntityId } from '../model/ids.js';
import type { Attributed, Attribution } from './attribute.js';
import type { ConcentrationBasis, Share } from './concentration.js';
import type { CountedDeal, Excluded } from './dealSums.js';
import { hhiRange, type Pool } from './hhiRange.js';
import { toDollars } from './schedule.js';

/** Whoever may have an amount: a cloud, a country, or a provider whose country is not known. */
interface Holder {
  readonly position: number;
  readonly isStray: boolean;
  /** What it certainly has, as counted. */
  cents: number;
  deals: number;
}

/** A part of a deal, given to whoever shares are formed by; of unknown chips to nobody. */
export interface GroupedPart extends Omit<Attributed, 'attribution'> {
  readonly attribution: Attribution | 'UNKNOWN_CHIPS';
}

/** Amounts by cloud or country, with what each may have besides. */
export class Groups {
  readonly excluded: Excluded[] = [];
  /** Deals of which something has a group; a container stands for what it contains. */
  readonly placed = new Set<EntityId>();
  readonly #groupOf: (provider: EntityId) => EntityId | null;
  readonly #holders = new Map<EntityId, Holder>();
  readonly #pools: Pool[] = [];

  /** `groupOf` gives a provider's cloud or country; null where it is not known. */
  constructor(groupOf: (provider: EntityId) => EntityId | null) {
    this.#groupOf = groupOf;
  }

  add(deal: Pick<CountedDeal, 'id' | 'outermost' | 'unknownParts'>, part: GroupedPart): void {
    const holders = [...new Set(part.counterparties.map((id) => this.#holder(id)))];
    const [only, ...others] = holders;
    if (isSomebodys(part) && only && others.length === 0 && !only.isStray) {
      only.cents += part.cents;
      only.deals++;
      this.placed.add(deal.outermost);
    } else this.#exclude(deal.id, reasonOf(part, holders));
    // What deals of unknown amount have of it, its counterparties have not.
    const those = isSomebodys(part) ? part.counterparties : [];
    const lists = [those, ...deal.unknownParts];
    this.#pool(part.lowCents, part.highCents, lists.some((list) => list.length === 0) ? [] : lists.flat());
    for (const id of lists.flat()) this.#holder(id);
  }

  /** An amount that may belong to any of the candidates, or to anybody where none is known. */
  mayHave(candidates: readonly EntityId[], upToCents: number): void {
    this.#pool(0, upToCents, candidates);
  }

  /** The least and the most that the index can be. */
  range(): { readonly low: number; readonly high: number } | null {
    const holders = [...this.#holders.values()];
    const strays = new Set(holders.filter((holder) => holder.isStray).map((holder) => holder.position));
    const nothing = holders.map(() => ({ low: 0, high: 0 }));
    return hhiRange(nothing, this.#pools, strays);
  }

  shares(basis: ConcentrationBasis): readonly Share[] {
    const known = [...this.#holders].filter(([, holder]) => holder.cents > 0);
    const total = known.reduce((sum, [, holder]) => sum + holder.cents, 0);
    return known
      .sort(([a, x], [b, y]) => y.cents - x.cents || compareIds(a, b))
      .map(([entity, { cents, deals }]) => ({
        entity,
        sharePercent: (100 * cents) / total,
        amountUsd: basis === 'CONTRACTED_USD' ? toDollars(cents) : null,
        deals,
      }));
  }

  /** Clouds or countries without a known amount, ascending. */
  unknown(): readonly EntityId[] {
    return [...this.#holders]
      .flatMap(([id, { cents, isStray }]) => (cents === 0 && !isStray ? [id] : []))
      .sort(compareIds);
  }

  #pool(low: number, high: number, providers: readonly EntityId[]): void {
    const among = providers.length === 0 ? null : providers.map((id) => this.#holder(id).position);
    this.#pools.push({ low, high, among });
  }

  #holder(provider: EntityId): Holder {
    const group = this.#groupOf(provider);
    const id = group ?? provider;
    const known = this.#holders.get(id);
    if (known) return known;
    const holder = { position: this.#holders.size, isStray: group === null, cents: 0, deals: 0 };
    this.#holders.set(id, holder);
    return holder;
  }

  /** Once for each deal and reason. */
  #exclude(deal: EntityId, reason: Excluded['reason']): void {
    if (this.excluded.some((e) => e.deal === deal && e.reason === reason)) return;
    this.excluded.push({ deal, reason });
  }
}

/** Why an amount has no group. Two providers of which one has a country may turn out to share it. */
function reasonOf(part: GroupedPart, holders: readonly Holder[]): Excluded['reason'] {
  if (part.attribution === 'UNATTRIBUTED' || part.attribution === 'UNKNOWN_CHIPS') return part.attribution;
  const settled = holders.filter((holder) => !holder.isStray);
  return settled.length < holders.length && settled.length <= 1 ? 'NO_COUNTRY' : 'SHARED_UNSPLIT';
}

function isSomebodys({ attribution }: GroupedPart): boolean {
  return attribution === 'NAMED' || attribution === 'SHARED';
}
