import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marketConcentration } from '../../src/analysis/marketConcentration.js';
import type { EntityId } from '../../src/model/ids.js';
import type { Qualifier, StatementRecord } from '../../src/model/statement.js';
import { smallDataset } from '../support/smallDataset.js';

interface Share {
  readonly of: string;
  readonly value: number;
  readonly qualifier?: Qualifier;
  readonly period?: string;
  readonly analyst?: string;
  readonly sources?: readonly EntityId[];
}

/** Claims of shares of one market. */
function shares(all: readonly Share[]): readonly StatementRecord[] {
  return smallDataset({
    statements: all.map(({ of, value, qualifier = 'exact', period = '2025-Q3', analyst = 'Synergy', ...rest }) => ({
      subject: `company:${of}` as const,
      property: 'market_share',
      scope: `cloud|spend|worldwide|${analyst}`,
      refersTo: period,
      value,
      unit: 'percent',
      qualifier,
      ...(rest.sources ? { sources: rest.sources } : {}),
    })),
  }).statements;
}

describe('marketConcentration', () => {
  it('spreads the residual thin for the least and gives it to one firm for the most', () => {
    // 29² + 20² + 13² + 3² = 841 + 400 + 169 + 9 = 1,419; the residual is 35: 35² = 1,225, together 2,644.
    const [result] = marketConcentration(
      shares([
        { of: 'aws', value: 29 },
        { of: 'azure', value: 20 },
        { of: 'google', value: 13 },
        { of: 'oracle', value: 3 },
      ]),
    );
    expect(result).toMatchObject({
      hhi: { value: 1_419, low: 1_419, high: 2_644 },
      residualPercent: 35,
      band: 'MODERATE',
      incomplete: false,
      analyst: 'Synergy',
      period: '2025-Q3',
    });
  });

  it('widens by what "about" and "at least" allow', () => {
    // About 60: 57..63. Low 57² = 3,249. High at a corner: 63² + 37² = 3,969 + 1,369 = 5,338; 57² + 43² = 5,098.
    expect(marketConcentration(shares([{ of: 'a', value: 60, qualifier: 'about' }]))[0]?.hhi).toEqual({
      value: 3_600,
      low: expect.closeTo(3_249, 9),
      high: expect.closeTo(5_338, 9),
    });
    // At least 70: 70..100. Low 70² = 4,900, high 100² = 10,000.
    expect(marketConcentration(shares([{ of: 'a', value: 70, qualifier: 'atLeast' }]))[0]?.hhi).toEqual({
      value: 4_900,
      low: 4_900,
      high: 10_000,
    });
    // At least 70 beside an exact 20: 70..80, so at most 80² + 20² = 6,800.
    const [two] = marketConcentration(
      shares([
        { of: 'a', value: 70, qualifier: 'atLeast' },
        { of: 'b', value: 20 },
      ]),
    );
    expect(two?.hhi).toEqual({ value: 5_300, low: 5_300, high: 6_800 });
  });

  it('has no band where the leader of the market is missing', () => {
    const results = marketConcentration(
      shares([
        { of: 'tsmc', value: 70 },
        { of: 'samsung', value: 7, period: '2025-Q4' },
      ]),
    );
    expect(results.map(({ period, incomplete, band, leader }) => [period, incomplete, band, leader])).toEqual([
      ['2025-Q4', true, null, 'company:tsmc'],
      ['2025-Q3', false, 'HIGH', 'company:tsmc'],
    ]);
  });

  it('keeps analysts, and without one sets of sources, apart', () => {
    const results = marketConcentration(
      shares([
        { of: 'a', value: 40 },
        { of: 'a', value: 50, analyst: 'Canalys' },
        { of: 'a', value: 60, analyst: '', sources: ['source:x'] },
        { of: 'b', value: 20, analyst: '', sources: ['source:x', 'source:y'] },
        { of: 'a', value: 70, analyst: '', sources: ['source:z'] },
      ]),
    );
    expect(results.map(({ analyst, shares: named }) => [analyst, named.map((s) => s.sharePercent)])).toEqual([
      ['Canalys', [50]],
      ['Synergy', [40]],
      [null, [60, 20]],
      [null, [70]],
    ]);
  });

  it('rescales rounded shares that exceed the whole', () => {
    const [result] = marketConcentration(shares(['a', 'b', 'c'].map((of) => ({ of, value: 33.4 }))));
    expect(result?.residualPercent).toBeCloseTo(0, 9);
    expect(result?.hhi.value).toBeCloseTo(10_000 / 3, 6);
  });

  it('stays within 0..10,000, low ≤ value ≤ high, and no random shares within the ranges leave the bounds', () => {
    const qualifier = fc.constantFrom<Qualifier>('exact', 'about', 'atLeast', 'upTo');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), qualifier), { minLength: 1, maxLength: 4 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }),
        (list, at) => {
          const named = list.map(([value, of], i) => ({ of: `firm${i}`, value, qualifier: of }));
          const [result] = marketConcentration(shares(named));
          if (!result) throw new Error('Expected a result.');
          const { value, low, high } = result.hhi;
          expect(low).toBeLessThanOrEqual(value + 1e-9);
          expect(value).toBeLessThanOrEqual(high + 1e-9);
          expect(high).toBeLessThanOrEqual(10_000 + 1e-9);
          const drawn = result.shares.map((share, i) => share.low + (at[i] ?? 0) * (share.high - share.low));
          const rest = 100 - drawn.reduce((a, b) => a + b, 0);
          if (rest < 0) return;
          const index = drawn.reduce((sum, s) => sum + s ** 2, 0) + ((at[4] ?? 0) * rest) ** 2;
          expect(index).toBeGreaterThanOrEqual(low - 1e-9);
          expect(index).toBeLessThanOrEqual(high + 1e-9);
        },
      ),
      { numRuns: 500 },
    );
  });
});
