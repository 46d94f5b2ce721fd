import { describe, expect, it } from 'vitest';
import { movedMost } from '../../src/analysis/sensitivity.js';

const amount = (id: string) => ({ best: { id } });

describe('movedMost', () => {
  it('puts the widest first, whichever way it moves, then the smaller id', () => {
    // |30 − 10| = 20, |5 − 50| = 45, |12 − 32| = 20.
    const moved = movedMost([
      { amount: amount('b'), low: 10, high: 30 },
      { amount: amount('c'), low: 50, high: 5 },
      { amount: amount('a'), low: 12, high: 32 },
    ]);
    expect(moved.map(({ amount: { best }, effect }) => [best.id, effect])).toEqual([
      ['c', 45],
      ['a', 20],
      ['b', 20],
    ]);
  });

  it('leaves out what moves nothing, and what leaves no figure', () => {
    expect(
      movedMost([
        { amount: amount('a'), low: 7, high: 7 },
        { amount: amount('b'), low: null, high: 7 },
      ]),
    ).toEqual([]);
  });
});
