import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, hhi } from '../../src/analysis/hhi.js';
import { lowest, lowestShared } from '../../src/analysis/hhiLow.js';
import { hhiRange, type WeightRange } from '../../src/analysis/hhiRange.js';

const UNKNOWN = { low: 0, high: Number.POSITIVE_INFINITY };
const exactly = (w: number): WeightRange => ({ low: w, high: w });
const weight = fc.integer({ min: 1, max: 1000 });

describe('hhi', () => {
  it('is 10,000 for one and 10,000 / n for n equal', () => {
    expect(hhi([7])).toBe(10_000);
    expect(hhi([3, 3, 3, 3])).toBe(2_500);
    // 60 % and 40 %: 3,600 + 1,600.
    expect(hhi([60, 40])).toBeCloseTo(5_200, 9);
    expect(hhi([])).toBeNull();
    expect(hhi([0])).toBeNull();
  });

  it('lies within [10,000 / n, 10,000] and does not care about order', () => {
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 12 }), (weights) => {
        const value = hhi(weights) ?? -1;
        expect(value).toBeGreaterThanOrEqual(10_000 / weights.length - 1e-6);
        expect(value).toBeLessThanOrEqual(10_000 + 1e-6);
        expect(hhi([...weights].reverse())).toBeCloseTo(value, 6);
      }),
    );
  });

  it('has the bands of the US merger guidelines', () => {
    expect([bandOf(1_800.1), bandOf(1_800), bandOf(1_000), bandOf(999.9)]).toEqual([
      'HIGH',
      'MODERATE',
      'MODERATE',
      'LOW',
    ]);
  });
});

describe('hhiRange', () => {
  it('gives H / (1 + u·H) for u wholly unknown ones', () => {
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 5 }), (weights, u) => {
        const h = (hhi(weights) ?? 0) / 10_000;
        const range = hhiRange([...weights.map(exactly), ...Array<WeightRange>(u).fill(UNKNOWN)]);
        expect(range?.low).toBeCloseTo((10_000 * h) / (1 + u * h), 6);
        expect(range?.high).toBe(10_000);
      }),
    );
  });

  it('fills from above what is known', () => {
    // Known 6 and 2, the second open above. Level t = Σw² / Σw over what is held (6): 36 / 6 = 6, so the second rises to 6.
    expect(hhiRange([exactly(6), { low: 2, high: Number.POSITIVE_INFINITY }])?.low).toBeCloseTo(5_000, 9);
    // Open above is the larger one: it stays, 64 / 100 = 36 + 4 over 8².
    expect(hhiRange([{ low: 6, high: Number.POSITIVE_INFINITY }, exactly(2)])?.low).toBeCloseTo(6_250, 9);
  });

  it('lets a ceiling be anything up to it', () => {
    // 10 and up to 10: equal at 5,000; 10 alone at 10,000.
    expect(hhiRange([exactly(10), { low: 0, high: 10 }])).toEqual({ low: 5_000, high: 10_000 });
    // 10, and 1 to 2: least at 2: (100 + 4) / 144; most at 1: 101 / 121.
    const range = hhiRange([exactly(10), { low: 1, high: 2 }]);
    expect(range?.low).toBeCloseTo((10_000 * 104) / 144, 9);
    expect(range?.high).toBeCloseTo((10_000 * 101) / 121, 9);
  });

  it('spreads what belongs to nobody thin for low and to one for high', () => {
    // 6 and 4 known, up to 10 of anybody: spread thin (36 + 16) / 400 = 0.13; all with the first (256 + 16) / 400 = 0.68.
    const range = hhiRange([exactly(6), exactly(4)], [{ low: 0, high: 10, among: null }]);
    expect(range?.low).toBeCloseTo(1_300, 9);
    expect(range?.high).toBeCloseTo(6_800, 9);
  });

  it('is 10,000 / n to 10,000 where nothing is known', () => {
    expect(hhiRange([UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN])).toEqual({ low: 2_500, high: 10_000 });
    expect(hhiRange([])).toBeNull();
  });

  it('contains the index of every choice of weights, and of some nearly exactly', () => {
    const range = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })).map(([low, more]) => ({
      low,
      high: low + more,
    }));
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 4 }), (ranges) => {
        const bounds = hhiRange(ranges);
        // The least is met where all are raised to one level, or as near to it as they can be.
        const levelled = Array.from({ length: 161 }, (_, i) =>
          ranges.map(({ low, high }) => Math.min(Math.max(i / 4, low), high)),
        );
        const all = [...choices(ranges), ...levelled].map((w) => hhi(w)).filter((h) => h !== null);
        if (all.length === 0 || !bounds) return;
        expect(Math.min(...all)).toBeGreaterThanOrEqual(bounds.low - 1e-6);
        // Ends of the ranges are among the choices, so the highest is met.
        expect(Math.max(...all)).toBeCloseTo(bounds.high, 6);
        // The levels are quarter steps: the least can lie a little below all of them.
        expect(Math.min(...all)).toBeLessThanOrEqual(bounds.low * 1.02 + 1);
      }),
    );
  });

  it('bounds more than 16 uncertain weights safely and closely', () => {
    const range = fc.tuple(weight, weight).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) + 1 }));
    fc.assert(
      fc.property(
        fc.array(range, { minLength: 17, maxLength: 24 }),
        fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }),
        (ranges, picks) => {
          const bounds = hhiRange(ranges);
          const some = hhi(ranges.map((r, i) => (picks[i] ? r.high : r.low)));
          expect(some ?? 0).toBeLessThanOrEqual((bounds?.high ?? 0) + 1e-6);
          expect(some ?? 0).toBeGreaterThanOrEqual((bounds?.low ?? 0) - 1e-6);
        },
      ),
    );
    // 17 ceilings of 1 and a known 1: the most is all of it with the known one.
    expect(hhiRange([exactly(1), ...Array<WeightRange>(17).fill({ low: 0, high: 1 })])?.high).toBeCloseTo(10_000, 6);
  });
});

describe('hhiRange with shared weights', () => {
  const NOTHING: WeightRange = { low: 0, high: 0 };

  it('gives a shared weight once: evened out for low, whole to one for high', () => {
    // 10 alone, 10 of two: 10, 5, 5 is (100 + 25 + 25) / 400; 10, 10, 0 is 200 / 400.
    const range = hhiRange([exactly(10), NOTHING, NOTHING], [{ ...exactly(10), among: [1, 2] }]);
    expect(range?.low).toBeCloseTo(3_750, 6);
    expect(range?.high).toBeCloseTo(5_000, 6);
    // 8 and 2, and 4 of theirs: 8, 6 is 100 / 196; 12, 2 is 148 / 196.
    const filled = hhiRange([exactly(8), exactly(2)], [{ ...exactly(4), among: [0, 1] }]);
    expect(filled?.low).toBeCloseTo(1_000_000 / 196, 6);
    expect(filled?.high).toBeCloseTo(1_480_000 / 196, 6);
  });

  it('gives an open shared weight as little as helps', () => {
    // 6 alone, two share at least 1: at the level 36 / 6 = 6 both may have 6, a third each.
    const open = { low: 1, high: Number.POSITIVE_INFINITY, among: [1, 2] };
    expect(hhiRange([exactly(6), NOTHING, NOTHING], [open])?.low).toBeCloseTo(10_000 / 3, 6);
  });

  it('lets a stray be apart from all for low and the same as another for high', () => {
    // 10 and 10, 20 of a stray: 600 / 1,600 apart; 30 and 10, 1,000 / 1,600, as one.
    const range = hhiRange([exactly(10), exactly(10), exactly(20)], [], new Set([2]));
    expect(range?.low).toBeCloseTo(3_750, 9);
    expect(range?.high).toBeCloseTo(6_250, 9);
  });

  it('agrees with the closed form where nothing is shared', () => {
    const range = fc
      .tuple(fc.integer({ min: 0, max: 99 }), fc.constantFrom(0, 1, 50, Number.POSITIVE_INFINITY))
      .map(([low, more]) => ({ low, high: low + more }));
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 8 }), fc.integer({ min: 0, max: 99 }), (ranges, thin) => {
        fc.pre(ranges.some((r) => r.high > 0));
        expect(lowestShared(ranges, [], thin)).toBeCloseTo(lowest(ranges, thin), 6);
      }),
    );
  });

  it('contains every split, meets the highest and comes close to the lowest', () => {
    const bounds = fc
      .tuple(fc.integer({ min: 0, max: 20 }), fc.constantFrom(0, 0, 8))
      .map(([low, more]) => ({ low, high: low + more }));
    const pool = fc.record({
      range: bounds,
      among: fc.constantFrom<number[][]>([0, 1], [1, 2], [0, 1, 2]),
    });
    fc.assert(
      fc.property(fc.tuple(bounds, bounds, bounds), fc.array(pool, { minLength: 1, maxLength: 2 }), (ranges, drawn) => {
        const pools = drawn.map(({ range, among }) => ({ ...range, among }));
        const all = splits(ranges, pools).flatMap((weights) => hhi(weights) ?? []);
        const range = hhiRange(ranges, pools);
        fc.pre(range !== null && all.length > 0);
        const least = all.reduce((a, b) => Math.min(a, b));
        expect(least).toBeGreaterThanOrEqual((range?.low ?? 0) - 1e-6);
        // Splits go by quarters of a pool, widths by halves.
        expect(least).toBeLessThanOrEqual((range?.low ?? 0) * 1.15);
        expect(all.reduce((a, b) => Math.max(a, b))).toBeCloseTo(range?.high ?? 0, 6);
      }),
    );
  });

  it('bounds more than 65,536 corners safely', () => {
    const pool = fc.record({
      low: fc.constantFrom(0, 3),
      more: fc.integer({ min: 1, max: 9 }),
      among: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 6 }),
      parts: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 }),
    });
    const known = fc.array(weight, { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(known, fc.array(pool, { minLength: 12, maxLength: 16 }), (own, drawn) => {
        const range = hhiRange(
          own.map(exactly),
          drawn.map(({ low, more, among }) => ({ low, high: low + more, among })),
        );
        const weights = [...own];
        for (const { low, more, among, parts } of drawn) {
          const sum = among.reduce((total, _, i) => total + (parts[i] ?? 0), 0);
          for (const [i, holder] of among.entries()) {
            const part = sum > 0 ? (parts[i] ?? 0) / sum : 1 / among.length;
            weights[holder] = (weights[holder] ?? 0) + part * (low + more);
          }
        }
        const index = hhi(weights) ?? -1;
        expect(index).toBeGreaterThanOrEqual((range?.low ?? 0) - 1e-6);
        expect(index).toBeLessThanOrEqual((range?.high ?? 0) + 1e-6);
      }),
      { numRuns: 30 },
    );
  });
});

/** The weights of every choice: ranges and pools at halves of their width, pools split by quarters. */
function splits(ranges: readonly WeightRange[], pools: readonly (WeightRange & { among: number[] })[]): number[][] {
  let all: number[][] = [[]];
  const steps = ({ low, high }: WeightRange) => [...new Set([0, 0.5, 1].map((part) => low + part * (high - low)))];
  for (const range of ranges) all = all.flatMap((chosen) => steps(range).map((step) => [...chosen, step]));
  for (const pool of pools) {
    const ways = quarters(pool.among.length);
    all = all.flatMap((weights) =>
      steps(pool).flatMap((whole) =>
        ways.map((way) => {
          const next = [...weights];
          for (const [i, holder] of pool.among.entries()) {
            next[holder] = (next[holder] ?? 0) + ((way[i] ?? 0) * whole) / 4;
          }
          return next;
        }),
      ),
    );
  }
  return all;
}

/** Every way to give four quarters to so many. */
function quarters(holders: number, left = 4): number[][] {
  if (holders === 1) return [[left]];
  return Array.from({ length: left + 1 }, (_, i) => i).flatMap((i) =>
    quarters(holders - 1, left - i).map((rest) => [i, ...rest]),
  );
}

/** Every combination of quarter steps through the ranges. */
function choices(ranges: readonly WeightRange[]): number[][] {
  let all: number[][] = [[]];
  for (const { low, high } of ranges) {
    const steps = [...new Set([0, 0.25, 0.5, 0.75, 1].map((part) => low + part * (high - low)))];
    all = all.flatMap((chosen) => steps.map((step) => [...chosen, step]));
  }
  return all;
}
