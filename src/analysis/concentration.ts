import { compareIds, type EntityId } from '../model/ids.js';
import type { CurrencyRate } from '../model/money.js';
import type { Attributed } from './attribute.js';
import { type CountedDeal, type Coverage, type DealInput, type DealSums, dealSums, type Excluded } from './dealSums.js';
import { bandOf, type ConcentrationBand, hhi, hhiRange, type WeightRange } from './hhi.js';
import { toDollars } from './schedule.js';

export type ConcentrationBy = 'CLOUD_PROVIDER' | 'PROVIDER_COUNTRY';
/** CONTRACTED_USD weighs by amount; COUNT by number of deals, whatever their amounts. */
export type ConcentrationBasis = 'CONTRACTED_USD' | 'COUNT';

export interface ConcentrationInput {
  /** All deals to which one of `of` is or was a party. */
  readonly deals: readonly DealInput[];
  /** The customers, taken as one. */
  readonly of: ReadonlySet<EntityId>;
  readonly by: ConcentrationBy;
  readonly basis: ConcentrationBasis;
  readonly includeCeilings: boolean;
  readonly rates: readonly CurrencyRate[];
  /** Country of a provider; of a cloud its operator's. */
  readonly countryOf: (provider: EntityId) => EntityId | null;
}

export interface Share {
  /** A cloud or a country. */
  readonly entity: EntityId;
  /** Of what is known, 0..100. */
  readonly sharePercent: number;
  /** Null on basis COUNT. */
  readonly amountUsd: number | null;
  readonly deals: number;
}

export interface Concentration {
  /** 0..10,000: from what is known, and the least and the most that it can be. */
  readonly hhi: { readonly value: number | null; readonly low: number | null; readonly high: number | null };
  /** Of `value`. */
  readonly band: ConcentrationBand | null;
  /** By share descending, then id. */
  readonly shares: readonly Share[];
  /** Who has a deal of unknown amount and no known one. */
  readonly unknown: readonly EntityId[];
  readonly coverage: Coverage;
  readonly excluded: readonly Excluded[];
  readonly rates: readonly CurrencyRate[];
}

/**
 * How concentrated an entity's compute is: Herfindahl–Hirschman index over its ComputeDeals by provider or provider's
 * country (`docs/methods.md`). `value` takes the known amounts, ceilings in full where they are included; `low` and `high` let
 * every unknown, open, ceiling, shared and unattributed amount be anything that the facts allow.
 */
export function concentration(input: ConcentrationInput): Concentration {
  const isLeaseLeftOut = input.by === 'CLOUD_PROVIDER';
  const leases = input.deals.filter(({ terms }) => terms.form === 'LEASE');
  const rest = isLeaseLeftOut ? input.deals.filter(({ terms }) => terms.form !== 'LEASE') : input.deals;
  const sum = (deals: readonly DealInput[]): DealSums =>
    dealSums(input.basis === 'COUNT' ? deals.map((deal) => asOne(deal, input.of)) : deals, {
      of: input.of,
      role: 'CUSTOMER',
      types: new Set(['COMPUTE']),
      includeCeilings: input.includeCeilings,
      includeNonBinding: false,
      rates: input.rates,
    });
  const sums = sum(rest);
  const groups = new Groups(input);
  for (const deal of sums.counted) for (const part of deal.amounts) groups.add(deal, part);
  for (const { candidates, upToCents } of sums.missing) groups.mayHave(candidates, upToCents);

  const shares = groups.shares(input.basis);
  const value = hhi(shares.map((s) => s.sharePercent));
  const range = groups.range();
  const leased = isLeaseLeftOut ? leaseExclusions(sum(leases)) : [];
  return {
    hhi: { value, low: range?.low ?? null, high: range?.high ?? null },
    band: value === null ? null : bandOf(value),
    shares,
    unknown: groups.unknown(),
    coverage: { total: sums.coverage.total, known: sums.coverage.known - groups.lost },
    excluded: [...sums.excluded, ...groups.excluded, ...leased].sort((a, b) => compareIds(a.deal, b.deal)),
    rates: sums.rates,
  };
}

/** On basis COUNT every deal weighs one, whoever else is a customer, and what contains others is what they are. */
function asOne({ id, terms }: DealInput, of: ReadonlySet<EntityId>): DealInput {
  const firm = { amount: 1, currency: 'USD', saidOn: '2000', openAbove: false, statementIds: [] };
  const parties = terms.parties.filter((party) => party.role !== 'CUSTOMER' || of.has(party.entity));
  return { id, terms: { ...terms, parties, firm, ceiling: null, tranches: [], investorAmounts: new Map() } };
}

function leaseExclusions(sums: DealSums): readonly Excluded[] {
  return [...sums.counted.map((d) => d.id), ...sums.excluded.map((e) => e.deal)].map((deal) => ({
    deal,
    reason: 'LEASE',
  }));
}

interface Group {
  cents: number;
  low: number;
  high: number;
  deals: number;
}

/** Amounts by cloud or country, with what each may have besides. */
class Groups {
  readonly excluded: Excluded[] = [];
  /** Deals counted by `dealSums` of which nothing can be given to a group. */
  lost = 0;
  readonly #input: ConcentrationInput;
  readonly #groups = new Map<EntityId, Group>();
  /** What providers of unknown country may have: a country of their own, or one of the groups. */
  readonly #countryless = new Map<EntityId, number>();
  /** What may belong to anybody at all, split in any way. */
  #scattered = 0;

  constructor(input: ConcentrationInput) {
    this.#input = input;
  }

  add(deal: CountedDeal, part: Attributed): void {
    const { counterparties } = part;
    const groups = new Set(counterparties.map((id) => this.#groupOf(id)));
    const [only] = groups;
    const isOnly = part.attribution !== 'UNATTRIBUTED' && groups.size === 1;
    if (isOnly && only !== null && only !== undefined) {
      const group = this.#group(only);
      group.cents += part.cents;
      group.low += part.lowCents;
      group.high += part.highCents;
      group.deals++;
      return;
    }
    this.mayHave(part.attribution === 'UNATTRIBUTED' ? [] : counterparties, part.highCents);
    const reason = isOnly ? 'NO_COUNTRY' : part.attribution === 'SHARED' ? 'SHARED_UNSPLIT' : 'UNATTRIBUTED';
    this.excluded.push({ deal: deal.id, reason });
    if (!deal.isNested && !deal.hasParts) this.lost++;
  }

  /** An amount that may belong to any of the candidates, or to anybody where none is known. */
  mayHave(candidates: readonly EntityId[], upToCents: number): void {
    if (candidates.length === 0) this.#scattered += upToCents;
    const groups = new Set<EntityId>();
    for (const candidate of candidates) {
      const group = this.#groupOf(candidate);
      if (group !== null) groups.add(group);
      else this.#countryless.set(candidate, (this.#countryless.get(candidate) ?? 0) + upToCents);
    }
    for (const group of groups) this.#group(group).high += upToCents;
  }

  range(): { readonly low: number; readonly high: number } | null {
    const own: WeightRange[] = [...this.#countryless.values()].map((high) => ({ low: 0, high }));
    const toAnyGroup = own.reduce((sum, r) => sum + r.high, this.#scattered);
    const groups = [...this.#groups.values()].map(({ low, high }) => ({ low, high: high + toAnyGroup }));
    return hhiRange([...groups, ...own], this.#scattered);
  }

  shares(basis: ConcentrationBasis): readonly Share[] {
    const known = [...this.#groups].filter(([, group]) => group.cents > 0);
    const total = known.reduce((sum, [, group]) => sum + group.cents, 0);
    return known
      .sort(([a, x], [b, y]) => y.cents - x.cents || compareIds(a, b))
      .map(([entity, group]) => ({
        entity,
        sharePercent: (100 * group.cents) / total,
        amountUsd: basis === 'COUNT' ? null : toDollars(group.cents),
        deals: group.deals,
      }));
  }

  unknown(): readonly EntityId[] {
    return [...this.#groups].flatMap(([id, group]) => (group.cents === 0 ? [id] : [])).sort(compareIds);
  }

  #groupOf(provider: EntityId): EntityId | null {
    return this.#input.by === 'PROVIDER_COUNTRY' ? this.#input.countryOf(provider) : provider;
  }

  #group(id: EntityId): Group {
    const known = this.#groups.get(id);
    if (known) return known;
    const group = { cents: 0, low: 0, high: 0, deals: 0 };
    this.#groups.set(id, group);
    return group;
  }
}
