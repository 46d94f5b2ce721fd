import { describe, expect, it } from 'vitest';
import { type Contested, contestedAmounts, withChosen } from '../../src/model/contested.js';
import { type StatementSpec, statement } from '../support/smallDataset.js';

const RATES = [{ currency: 'EUR', year: 2025, usd: 1.25, source: 'source:s1', confidence: 'confirmed' }] as const;
const DAY = '2025-12-31';

type Spec = Partial<StatementSpec>;

/** Claims of one deal's amount in dollars, unless they say otherwise, with ids a, b, c … */
function claims(...specs: readonly Spec[]) {
  return specs.map((spec, order) => {
    const id = String.fromCharCode('a'.charCodeAt(0) + order);
    return statement({ unit: 'USD', order, ...spec, subject: 'deal:d', property: 'amount', id });
  });
}

const ids = ({ best, low, high }: Contested) => [best.id, low.id, high.id].join('');
const found = (...specs: readonly Spec[]) => contestedAmounts(claims(...specs), DAY, RATES).map(ids);

describe('contestedAmounts', () => {
  it('finds the best, lowest and highest claim', () => {
    expect(found({ value: 10 }, { value: 12, saidOn: '2025-06-01' }, { value: 15 })).toEqual(['bac']);
  });

  it('finds nothing where claims agree, or there is one', () => {
    expect(found({ value: 10 }, { value: 10, saidOn: '2025-06-01' })).toEqual([]);
    expect(found({ value: 10 })).toEqual([]);
  });

  it('compares money in dollars', () => {
    // €9 at 1.25 are $11.25, more than $10.
    expect(found({ value: 10 }, { value: 9, unit: 'EUR' })).toEqual(['aab']);
  });

  it('leaves out money without a rate, and other units', () => {
    expect(found({ value: 10 }, { value: 9, unit: 'JPY' }, { value: 3, unit: 'MW' })).toEqual([]);
  });

  it('sets ceilings against ceilings only', () => {
    expect(found({ value: 10 }, { value: 90, qualifier: 'upTo' })).toEqual([]);
    expect(
      found({ value: 80, qualifier: 'upTo', saidOn: '2025-02' }, { value: 90, qualifier: 'upTo' }, { value: 1 }),
    ).toEqual(['aab']);
  });

  it('reads what had been said by then', () => {
    expect(found({ value: 10 }, { value: 12, saidOn: '2026-02-01' })).toEqual([]);
    expect(
      contestedAmounts(claims({ value: 10 }, { value: 12, saidOn: '2026-02' }), '2026-12-31', RATES).map(ids),
    ).toEqual(['bab']);
  });

  it('keeps apart what speaks of other parts, dates and things', () => {
    expect(found({ value: 10 }, { value: 12, scope: 'phase 2' }, { value: 13, refersTo: '2027' })).toEqual([]);
  });
});

describe('withChosen', () => {
  it('leaves one claim of those that speak for the day, as the best', () => {
    const given = claims(
      { value: 10, best: false },
      { value: 12, best: true },
      { value: 15, saidOn: '2026-03-01' },
      { value: 20, scope: 'part' },
    );
    const left = withChosen(given, DAY, RATES, ({ low }) => low);
    expect(left.map(({ id }) => id)).toEqual(['a', 'c', 'd']);
    expect(left[0]?.best).toBe(true);
  });

  it('gives the very same list where nothing is contested', () => {
    const given = claims({ value: 10 });
    expect(withChosen(given, DAY, RATES, ({ low }) => low)).toBe(given);
  });
});
