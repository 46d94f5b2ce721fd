import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commitments } from '../../src/analysis/commitments.js';
import type { DealInput } from '../../src/analysis/dealSums.js';
import type { EntityId } from '../../src/model/ids.js';
import { dealOf, OPENAI, usd } from './deals.js';

const OTHER: EntityId = 'company:other';
const slug = fc.integer({ min: 0, max: 5 });
const amount = fc.integer({ min: 1, max: 1e12 });
const day = fc.constantFrom('2024-02-29', '2025-11-03', '2027-06-30');

/** Deals of every form: nested, shared, floors and ceilings, with tranches, options, terms, conditions. */
const deals = fc
  .array(
    fc.record({
      clouds: fc.uniqueArray(slug, { maxLength: 3 }),
      firm: fc.option(amount),
      openAbove: fc.boolean(),
      ceiling: fc.option(amount),
      nestedIn: fc.uniqueArray(slug, { maxLength: 2 }),
      start: fc.option(day),
      hasEnd: fc.boolean(),
      customers: fc.constantFrom<readonly EntityId[]>([OPENAI], [OPENAI, OTHER], [OTHER]),
      tranches: fc.array(fc.record({ amount, day: fc.option(day) }), { maxLength: 3 }),
      options: fc.array(amount, { maxLength: 2 }),
      isContingent: fc.boolean(),
      binding: fc.boolean(),
    }),
    { maxLength: 6 },
  )
  .map((rows) =>
    rows.map(
      (
        { clouds, firm, openAbove, ceiling, nestedIn, start, hasEnd, tranches, options, isContingent, ...r },
        i,
      ): DealInput => ({
        ...dealOf(
          `d${i}`,
          clouds.map((c): EntityId => `cloud:c${c}`),
          {
            ...r,
            firm: firm === null ? null : usd(firm, { openAbove }),
            ceiling: ceiling === null ? null : usd(ceiling),
            nestedIn: nestedIn.map((n): EntityId => `deal:d${n}`),
            start,
            endExclusive: start !== null && hasEnd ? '2031-05-07' : null,
            tranches: tranches.map((t) => ({ ...usd(t.amount), day: t.day })),
            options: options.map((o) => ({
              label: 'option',
              money: usd(o),
              capacityMw: null,
              date: null,
              statementIds: [],
            })),
          },
        ),
        isContingent,
      }),
    ),
  );

const CLOUDS: readonly EntityId[] = ['cloud:c0', 'cloud:c1'];
const asked = fc.record({
  of: fc.constantFrom<readonly EntityId[]>([OPENAI], [OPENAI, OTHER], [OPENAI, ...CLOUDS], CLOUDS),
  isGroup: fc.boolean(),
  role: fc.constantFrom('CUSTOMER' as const, 'PROVIDER' as const),
  includeCeilings: fc.boolean(),
  includeNonBinding: fc.boolean(),
});

it('adds up to the cent on both sides, alone and as a group, and covers no more than there is, whatever the deals', () => {
  fc.assert(
    fc.property(deals, asked, (those, { of, isGroup, ...more }) => {
      const whom = new Set(of);
      const input = { ...more, of: whom, rates: [], ...(isGroup ? { group: whom } : {}) };
      const c = commitments({ ...input, deals: those });
      const cents = (usdAmount: number) => Math.round(usdAmount * 100);
      const sum = (amounts: readonly { amountUsd: number }[]) => amounts.reduce((s, a) => s + cents(a.amountUsd), 0);
      expect(sum(c.schedule) + cents(c.unscheduledUsd)).toBe(cents(c.totalUsd));
      expect(sum(c.byCounterparty) + cents(c.sharedUsd) + cents(c.unattributedUsd)).toBe(cents(c.totalUsd));
      expect(sum(c.included)).toBe(cents(c.totalUsd));
      expect(c.coverage.known).toBeLessThanOrEqual(c.coverage.total);
      expect(c.coverage.known).toBeGreaterThanOrEqual(0);
      expect(commitments({ ...input, deals: [...those].reverse() })).toEqual(c);
      if (isGroup) {
        expect(c.byCounterparty.filter(({ entity }) => whom.has(entity))).toEqual([]);
        expect(cents(c.totalUsd)).toBeLessThanOrEqual(
          cents(commitments({ ...input, group: new Set(), deals: those }).totalUsd),
        );
      } else expect(c.excluded.filter(({ reason }) => reason === 'INTERNAL')).toEqual([]);
      if (!more.includeNonBinding) {
        const contingent = new Set(those.filter((deal) => deal.isContingent).map((deal) => deal.id));
        expect(c.included.filter(({ deal }) => contingent.has(deal))).toEqual([]);
      }
    }),
    { numRuns: 500 },
  );
});
