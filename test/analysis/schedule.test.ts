import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schedule, yearsOf } from '../../src/analysis/schedule.js';
import { addYears, epochDay, fromEpochDay } from '../../src/model/time.js';

const NO_TERM = { start: null, endExclusive: null, termYears: null };

describe('schedule', () => {
  it('spreads OpenAI–AWS by day', () => {
    // 2025-11-03 + 7 years = 2032-11-03: 7 · 365 + 2 leap days (2028, 2032) = 2,557 days. 28 in November and 31 in December
    // 2025 are 59: 38e11 cents · 59 / 2557 = 87,680,876,026.59. 2028 has 366: 543,918,654,673.45; 2032 has 307 left:
    // 456,237,778,646.85; the five years of 365 each end in .62. The remainders sum to five cents: one to 2032 (.85), four to
    // the first four of .62, none to 2025 (.59).
    const term = { start: '2025-11-03', endExclusive: addYears('2025-11-03', 7), termYears: 7 };
    expect(term.endExclusive).toBe('2032-11-03');
    const { years, unscheduledCents } = schedule(38e11, term);
    expect(years.map((y) => y.year)).toEqual([2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032]);
    const cents = new Map(years.map((y) => [y.year, y.cents]));
    expect(cents.get(2025)).toBe(87_680_876_026);
    expect(cents.get(2028)).toBe(543_918_654_673);
    expect(cents.get(2032)).toBe(456_237_778_647);
    expect(years.reduce((sum, y) => sum + y.cents, 0)).toBe(38e11);
    expect(unscheduledCents).toBe(0);
    expect(yearsOf(term)).toBe(7);
  });

  it('gives the odd cents to the largest remainders', () => {
    // 10 cents over 2025-12-31 … 2026-01-02: a third and two thirds, 3.33 and 6.67: 3 + 6, the cent goes to the second.
    const term = { start: '2025-12-31', endExclusive: '2026-01-03', termYears: null };
    expect(schedule(10, term).years.map((y) => y.cents)).toEqual([3, 7]);
  });

  it('puts a dated tranche in its year and spreads the rest', () => {
    const term = { start: '2026-01-01', endExclusive: '2028-01-01', termYears: 2 };
    const tranches = [
      { day: '2026-06-30', cents: 400 },
      { day: null, cents: 100 },
    ];
    expect(schedule(1000, term, tranches).years).toEqual([
      { year: 2026, cents: 400, basis: 'TRANCHE' },
      { year: 2026, cents: 300, basis: 'PRO_RATA' },
      { year: 2027, cents: 300, basis: 'PRO_RATA' },
    ]);
  });

  it('leaves unscheduled what has no start or no end', () => {
    expect(schedule(1000, NO_TERM, [{ day: '2023-01-23', cents: 900 }])).toEqual({
      years: [{ year: 2023, cents: 900, basis: 'TRANCHE' }],
      unscheduledCents: 100,
    });
    expect(schedule(1000, { ...NO_TERM, start: '2025-01-01', termYears: null }).unscheduledCents).toBe(1000);
  });

  it('never schedules more than the amount', () => {
    const tranches = [
      { day: '2025-12-01', cents: 22 },
      { day: '2025-03-31', cents: 10 },
    ];
    expect(schedule(25, NO_TERM, tranches).years).toEqual([{ year: 2025, cents: 25, basis: 'TRANCHE' }]);
  });

  it('takes the years of a term from its days where none are stated', () => {
    // 2026-01-01 to 2030-01-01: 1,461 days / 365.25 = 4.
    expect(yearsOf({ start: '2026-01-01', endExclusive: '2030-01-01', termYears: null })).toBe(4);
    expect(yearsOf(NO_TERM)).toBeNull();
  });

  it('sums to the amount to the cent, always', () => {
    const day = fc.integer({ min: epochDay('2000-01-01'), max: epochDay('2060-12-31') }).map(fromEpochDay);
    const tranche = fc.record({ day: fc.option(day), cents: fc.integer({ min: 0, max: 1e14 }) });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e15 }),
        fc.option(day),
        fc.option(day),
        fc.array(tranche, { maxLength: 4 }),
        (cents, start, endExclusive, tranches) => {
          const { years, unscheduledCents } = schedule(cents, { start, endExclusive, termYears: null }, tranches);
          expect(years.reduce((sum, y) => sum + y.cents, unscheduledCents)).toBe(cents);
          expect(years.every((y) => y.cents > 0)).toBe(true);
        },
      ),
    );
  });
});
