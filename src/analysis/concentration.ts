import { compareIds, type EntityId } from '../model/ids.js';
import type { CurrencyRate } from '../model/money.js';
import { allOrNone } from './allOrNone.js';
import { type Coverage, type DealInput, type DealSums, dealSums, type Excluded } from './dealSums.js';
import { Groups } from './Groups.js';
import { bandOf, type ConcentrationBand, hhi } from './hhi.js';

export type ConcentrationBy = 'CLOUD_PROVIDER' | 'PROVIDER_COUNTRY' | 'CHIP_VENDOR' | 'FOUNDRY';
/** CONTRACTED_USD weighs by amount; COUNT by number of deals, whatever their amounts; the others weigh sites that are used. */
export type ConcentrationBasis = 'CONTRACTED_USD' | 'COUNT' | 'MEGAWATT' | 'CHIP_COUNT';

export interface ConcentrationInput {
  /** All deals to which one of `of` is or was a party. */
  readonly deals: readonly DealInput[];
  /** The customers, taken as one. */
  readonly of: ReadonlySet<EntityId>;
  /** Members of a group: what they promised one another has no share. */
  readonly group?: ReadonlySet<EntityId>;
  readonly by: ConcentrationBy;
  readonly basis: ConcentrationBasis;
  readonly includeCeilings: boolean;
  readonly rates: readonly CurrencyRate[];
  /** Country of the ultimate parent of a provider. */
  readonly countryOf: (provider: EntityId) => EntityId | null;
  /**
   * By CHIP_VENDOR or FOUNDRY: whose chips a deal with a provider may rest on, by the chips that the deal names or, failing
   * that, those that the provider is known to have; none where nothing is known.
   */
  readonly makersOf: (deal: EntityId, provider: EntityId) => readonly EntityId[];
}

export interface Share {
  /** A cloud or a country. */
  readonly entity: EntityId;
  /** Of what is known, 0..100. */
  readonly sharePercent: number;
  /** Null but on basis CONTRACTED_USD. */
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
 * every unknown, open, included, shared and unattributed amount be anything that the facts allow, but add nothing for
 * ceilings and non-binding deals that are left out. As `value` knows nothing of what has no place in a share, they are
 * widened to take it in where need be. Coverage counts the deals of which something has a place in a share.
 */
export function concentration(input: ConcentrationInput): Concentration {
  const isLeaseLeftOut = input.by === 'CLOUD_PROVIDER';
  const leases = input.deals.filter(({ terms }) => terms.form === 'LEASE');
  const rest = isLeaseLeftOut ? input.deals.filter(({ terms }) => terms.form !== 'LEASE') : input.deals;
  const sum = (deals: readonly DealInput[]): DealSums =>
    dealSums(input.basis === 'COUNT' ? deals.map((deal) => asOne(deal, input.of)) : deals, {
      of: input.of,
      ...(input.group ? { group: input.group } : {}),
      role: 'CUSTOMER',
      types: new Set(['COMPUTE']),
      includeCeilings: input.includeCeilings,
      includeNonBinding: false,
      rates: input.rates,
    });
  const sums = sum(rest);
  const groups = new Groups(input.by === 'PROVIDER_COUNTRY' ? input.countryOf : (provider) => provider);
  const looksThrough = input.by === 'CHIP_VENDOR' || input.by === 'FOUNDRY';
  const through = (deal: EntityId, providers: readonly EntityId[]) =>
    looksThrough ? allOrNone(providers.map((provider) => input.makersOf(deal, provider))) : providers;
  for (const deal of sums.counted) {
    const unknownParts = deal.unknownParts.map((part) => through(deal.id, part));
    for (const part of deal.amounts) {
      const counterparties = through(deal.id, part.counterparties);
      const isUnknown = looksThrough && counterparties.length === 0;
      groups.add({ ...deal, unknownParts }, { ...part, counterparties, ...(isUnknown ? UNKNOWN_CHIPS : {}) });
    }
  }
  for (const { deal, candidates, upToCents } of sums.missing) groups.mayHave(through(deal, candidates), upToCents);

  const shares = groups.shares(input.basis);
  const value = hhi(shares.map((s) => s.sharePercent));
  const leased = isLeaseLeftOut ? leaseExclusions(sum(leases)) : [];
  return {
    hhi: { value, ...boundsWith(value, groups.range()) },
    band: value === null ? null : bandOf(value),
    shares,
    unknown: groups.unknown(),
    coverage: { total: sums.coverage.total, known: groups.placed.size },
    excluded: [...sums.excluded, ...groups.excluded, ...leased].sort((a, b) => compareIds(a.deal, b.deal)),
    rates: sums.rates,
  };
}

/** Of a deal whose chips nobody names: it may be anybody's. */
const UNKNOWN_CHIPS = { attribution: 'UNKNOWN_CHIPS' } as const;

/** A site that an entity uses, and whose part of it is whose. */
export interface SiteWeight {
  readonly site: EntityId;
  /** In megawatts or H100 equivalents; null where unknown. */
  readonly weight: number | null;
  /** Fractions of the site that add up to 1, and whose each may be; none: anybody's. */
  readonly parts: readonly { readonly fraction: number; readonly holders: readonly EntityId[] }[];
}

/** The same by the sites that an entity uses instead of its deals; `excluded` then names sites. */
export function siteConcentration(sites: readonly SiteWeight[], basis: 'MEGAWATT' | 'CHIP_COUNT'): Concentration {
  const groups = new Groups((holder) => holder);
  for (const { site, weight, parts } of sites) {
    for (const { fraction, holders } of parts) {
      if (weight === null) groups.mayHave(holders, Number.POSITIVE_INFINITY);
      else {
        // Kept in hundredths, as cents of an amount are.
        const cents = Math.round(weight * fraction * 100);
        const attribution = holders.length === 0 ? 'UNKNOWN_CHIPS' : holders.length === 1 ? 'NAMED' : 'SHARED';
        const amount = { cents, lowCents: cents, highCents: cents };
        groups.add(
          { id: site, outermost: site, unknownParts: [] },
          { ...amount, counterparties: holders, attribution },
        );
      }
    }
  }
  const unknown = sites.filter(({ weight }) => weight === null);
  const shares = groups.shares(basis);
  const value = hhi(shares.map((s) => s.sharePercent));
  return {
    hhi: { value, ...boundsWith(value, groups.range()) },
    band: value === null ? null : bandOf(value),
    shares,
    unknown: groups.unknown(),
    coverage: { total: sites.length, known: groups.placed.size },
    excluded: [
      ...unknown.map(({ site }) => ({ deal: site, reason: 'UNKNOWN_AMOUNT' as const })),
      ...groups.excluded,
    ].sort((a, b) => compareIds(a.deal, b.deal)),
    rates: [],
  };
}

/** The bounds, wide enough for the value. */
function boundsWith(
  value: number | null,
  range: { readonly low: number; readonly high: number } | null,
): { readonly low: number | null; readonly high: number | null } {
  if (range === null || value === null) return range ?? { low: null, high: null };
  return { low: Math.min(range.low, value), high: Math.max(range.high, value) };
}

/** On basis COUNT every deal weighs one, whoever else is a customer, and what contains others is what they are. */
function asOne({ terms, ...deal }: DealInput, of: ReadonlySet<EntityId>): DealInput {
  const firm = { amount: 1, currency: 'USD', saidOn: '2000', openAbove: false, statementIds: [] };
  const parties = terms.parties.filter((party) => party.role !== 'CUSTOMER' || of.has(party.entity));
  return { ...deal, terms: { ...terms, parties, firm, ceiling: null, tranches: [], investorAmounts: new Map() } };
}

function leaseExclusions(sums: DealSums): readonly Excluded[] {
  return [...sums.counted.map((d) => d.id), ...sums.excluded.map((e) => e.deal)].map((deal) => ({
    deal,
    reason: 'LEASE',
  }));
}
