import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, hhi, hhiRange, type WeightRange } from '../../src/analysis/hhi.js';

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
    // 6 and 4 known, 10 scattered: (36 + 16) / 400 = 0.13; the most with all 10 at one: (36 + 16 + 100) / 400 = 0.38, with
    // none: 52 / 100.
    const range = hhiRange([exactly(6), exactly(4)], 10);
    expect(range?.low).toBeCloseTo(1_300, 9);
    expect(range?.high).toBeCloseTo(5_200, 9);
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
        const all = choices(ranges)
          .map((w) => hhi(w))
          .filter((h) => h !== null);
        if (all.length === 0 || !bounds) return;
        expect(Math.min(...all)).toBeGreaterThanOrEqual(bounds.low - 1e-6);
        // Ends of the ranges are among the choices, so the highest is met.
        expect(Math.max(...all)).toBeCloseTo(bounds.high, 6);
        // The choices are quarter steps: the least can lie a little below all of them.
        expect(Math.min(...all)).toBeLessThanOrEqual(bounds.low * 1.1 + 1);
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

/** Every combination of quarter steps through the ranges. */
function choices(ranges: readonly WeightRange[]): number[][] {
  let all: number[][] = [[]];
  for (const { low, high } of ranges) {
    const steps = [...new Set([0, 0.25, 0.5, 0.75, 1].map((part) => low + part * (high - low)))];
    all = all.flatMap((chosen) => steps.map((step) => [...chosen, step]));
  }
  return all;
}
