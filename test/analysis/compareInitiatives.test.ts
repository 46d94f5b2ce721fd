import { describe, expect, it } from 'vitest';
import { type CompareInput, compareInitiatives } from '../../src/analysis/compareInitiatives.js';
import { durationOf } from '../../src/analysis/duration.js';
import type { ClaimedMoney } from '../../src/model/entity.js';
import type { CurrencyRate } from '../../src/model/money.js';
import { initiative } from '../support/records.js';
import { BN, dealOf, usd } from './deals.js';

const rate = (currency: string, year: number, inUsd: number): CurrencyRate => ({
  currency,
  year,
  usd: inUsd,
  source: 'source:rates',
  confidence: 'confirmed',
});
const EUR_2024 = rate('EUR', 2024, 1.08);
const EUR_2025 = rate('EUR', 2025, 1.13);
const JPY_2024 = rate('JPY', 2024, 0.0066);

const AWS = dealOf('openai-aws-2025', ['cloud:aws'], { firm: usd(38 * BN), termYears: 7 });

function money(amount: number, currency: string, saidOn: string, qualifier: ClaimedMoney['qualifier'] = 'exact') {
  return { amount, currency, qualifier, saidOn, statementId: 's' };
}

/** "Over N years", or "over three to five years" with a low. */
function over(statedYears: number, statedYearsLow: number | null = statedYears) {
  return { statedYears, statedYearsLow, statedYearsHigh: statedYears };
}
const UNSTATED = { statedYears: null, statedYearsLow: null, statedYearsHigh: null };

function ask(more: Partial<CompareInput>) {
  return compareInitiatives({
    initiatives: [],
    deal: AWS,
    currency: 'USD',
    rates: [EUR_2024, EUR_2025, JPY_2024],
    populationOf: () => null,
    countryOf: () => null,
    isChipVendor: () => false,
    ...more,
  });
}

describe('compareInitiatives', () => {
  it('sets a budget against the deal, in total and per year', () => {
    // EUR 200 bn said in 2025 at 1.13: 226 bn, 226 / 38 = 5.947 deals. From 2025-02-11 through 2030-12-31 are 2,150 days, 5.886
    // years: 38.39 bn a year against 38 / 7 = 5.429: 7.073.
    const eu = initiative('eu-investai', {
      country: 'country:EU',
      budget: money(200 * BN, 'EUR', '2025-02-11'),
      start: '2025-02-11',
      end: '2030',
    });
    const { rows, deal, rates } = ask({ initiatives: [eu], populationOf: () => 450e6 });
    expect(rows[0]?.usd.total).toBeCloseTo(226 * BN, 0);
    expect(rows[0]?.ratioToDeal).toBeCloseTo(5.947, 3);
    expect(rows[0]?.usd.perYear).toBeCloseTo((226 * BN * 365.25) / 2150, 0);
    expect(rows[0]?.ratioPerYear).toBeCloseTo(7.073, 3);
    // 226 bn over 450 million.
    expect(rows[0]?.usd.perHead).toBeCloseTo(502.2, 1);
    expect(rows[0]?.notComparableBecause).toEqual([]);
    expect(deal).toEqual({ id: 'deal:openai-aws-2025', usd: 38 * BN, usdPerYear: (38 * BN) / 7 });
    expect(rates).toEqual([EUR_2025]);
  });

  it('says why a figure is missing or needs care', () => {
    const because = (more: Parameters<typeof initiative>[1], input: Partial<CompareInput> = {}) =>
      ask({ initiatives: [initiative('x', more)], ...input }).rows[0]?.notComparableBecause;
    expect(because({})).toEqual(['NO_BUDGET']);
    expect(because({ budget: money(1, 'XAU', '2025') })).toEqual(['NO_RATE']);
    expect(because({ budget: money(1, 'USD', '2025') })).toEqual(['NO_PERIOD']);
    expect(because({ budget: money(1, 'USD', '2025'), ...over(5), status: 'drafting' })).toEqual(['NOT_DECIDED']);
    expect(because({ budget: money(1, 'USD', '2025'), ...over(5), sameAs: [AWS.id] })).toEqual(['SAME_PROJECT']);
    const stated = { budget: money(1, 'USD', '2025'), ...over(5) };
    expect(because(stated, { deal: dealOf('d', []) })).toEqual(['NO_DEAL_AMOUNT']);
    expect(because(stated, { deal: dealOf('d', [], { firm: usd(1) }) })).toEqual(['NO_DEAL_TERM']);
    expect(because(stated, { deal: null })).toEqual([]);
  });

  it('says why there is no figure a head, and gives none for a population of nobody', () => {
    const row = (more: Parameters<typeof initiative>[1], populationOf: CompareInput['populationOf'] = () => 68e6) =>
      ask({ initiatives: [initiative('x', more)], populationOf }).rows[0];
    const budget = money(34 * BN, 'USD', '2025');
    const FR = 'country:FR';
    expect(row({ country: FR })?.noPerHeadBecause).toBe('NO_BUDGET');
    expect(row({ country: FR, budget: money(1, 'XAU', '2025') })?.noPerHeadBecause).toBe('NO_RATE');
    expect(row({ budget })?.noPerHeadBecause).toBe('NO_COUNTRY');
    expect(row({ country: FR, budget }, () => null)?.noPerHeadBecause).toBe('NO_POPULATION');
    expect(row({ country: FR, budget }, () => 0)?.noPerHeadBecause).toBe('NO_POPULATION');
    const known = row({ country: FR, budget });
    // 34 billion over 68 million.
    expect([known?.usd.perHead, known?.noPerHeadBecause]).toEqual([500, null]);
  });

  it('keeps the stages of budgets apart, and never adds them', () => {
    const of = (slug: string, budgetStage: 'ANNOUNCED' | 'COMMITTED' | 'DISBURSED') =>
      initiative(slug, { budget: money(BN, 'USD', '2025'), budgetStage });
    const { rows } = ask({ initiatives: [of('a', 'ANNOUNCED'), of('b', 'COMMITTED'), of('c', 'DISBURSED')] });
    expect(rows.map(({ stage, usd: { total } }) => [stage, total])).toEqual([
      ['ANNOUNCED', BN],
      ['COMMITTED', BN],
      ['DISBURSED', BN],
    ]);
  });

  it('gives amounts in the currency asked for, at the rate of the year in which each was said', () => {
    // JPY 10 tn said in 2024: 66 bn USD, at 1.08 dollars a euro 61.1 bn EUR. Ratios don't change.
    const japan = initiative('japan', { budget: money(10e12, 'JPY', '2024-11', 'atLeast'), ...over(7) });
    const germany = initiative('germany', { budget: money(BN, 'EUR', '2025'), ...over(1) });
    const { rows, rates } = ask({ initiatives: [japan, germany], currency: 'EUR' });
    expect(rows[0]?.usd.total).toBeCloseTo(66 * BN, 0);
    expect(rows[0]?.inCurrency.total).toBeCloseTo((66 * BN) / 1.08, 0);
    expect(rows[0]?.ratioToDeal).toBeCloseTo(66 / 38, 9);
    expect(rows[0]?.isFloor).toBe(true);
    expect(rows[1]?.inCurrency.total).toBe(BN);
    expect(rates).toEqual([EUR_2024, EUR_2025, JPY_2024]);
  });

  it('gives the interval of a figure per year where a source states a range of years', () => {
    // EUR 109 bn at 1.13: 123.17 bn USD, over three to five years: 24.634 to 41.057 bn a year.
    const france = initiative('france', { budget: money(109 * BN, 'EUR', '2025-02'), ...over(5, 3) });
    const figures = ask({ initiatives: [france] }).rows[0]?.usd;
    expect(figures?.perYear).toBeCloseTo(24.634 * BN, -6);
    expect(figures?.perYearLow).toBeCloseTo(24.634 * BN, -6);
    expect(figures?.perYearHigh).toBeCloseTo(41.057 * BN, -6);
  });

  it('names chip vendors and how far a programme rests on Nvidia, as far as sources name suppliers', () => {
    const of = (...suppliers: [string, string][]) =>
      ask({
        initiatives: [
          initiative('x', { suppliers: suppliers.map(([slug, role]) => ({ entity: `company:${slug}`, role })) }),
        ],
        isChipVendor: (id) => id === 'company:nvidia' || id === 'company:amd',
        countryOf: (id) => (id === 'company:oracle' ? null : 'country:US'),
      }).rows[0];
    const both = of(['nvidia', 'Grace Blackwell systems'], ['alibaba', 'chip supplier'], ['oracle', 'operator']);
    expect(both?.chipVendors).toEqual(['company:alibaba', 'company:nvidia']);
    expect(both?.namedVendorDependence).toBe('NAMED_AMONG_OTHERS');
    expect(both?.supplierCountries).toEqual(['country:US']);
    expect(of(['nvidia', 'GPU supplier'], ['dell', 'server supplier'])?.namedVendorDependence).toBe('SOLE_NAMED');
    expect(of(['amd', 'GPUs'])?.namedVendorDependence).toBe('NOT_NAMED');
    expect(of(['amd', 'cloud partner'])?.chipVendors).toEqual([]);
  });
});

describe('durationOf', () => {
  it('lets stated years win', () => {
    expect(durationOf({ start: '2024', end: '2025', ...over(5) })).toEqual({
      value: 5,
      least: 5,
      most: 5,
      basis: 'STATED',
    });
  });

  it('keeps the ends of a stated range, and leaves open what "up to" leaves open', () => {
    const dates = { start: '2025-02', end: '2030' };
    expect(durationOf({ ...dates, ...over(5, 3) })).toEqual({ value: 5, least: 3, most: 5, basis: 'STATED' });
    expect(durationOf({ ...dates, ...over(5, null) })).toEqual({ value: 5, least: null, most: 5, basis: 'STATED' });
  });

  it('reads years as an interval', () => {
    // 2024 to 2027: at most 2024-01-01 … 2027-12-31 = 1,461 days = 4 years; at least 2024-12-31 … 2027-01-01 = 732 days.
    const duration = durationOf({ start: '2024', end: '2027', ...UNSTATED });
    expect(duration).toEqual({ value: 4, least: 732 / 365.25, most: 4, basis: 'DATES' });
  });

  it('has no least where the dates may be the same day, and nothing where they are unknown or reversed', () => {
    expect(durationOf({ start: '2025', end: '2025', ...UNSTATED })?.least).toBeNull();
    expect(durationOf({ start: '2025', end: null, ...UNSTATED })).toBeNull();
    expect(durationOf({ start: '2026-05', end: '2025', ...UNSTATED })).toBeNull();
  });
});
