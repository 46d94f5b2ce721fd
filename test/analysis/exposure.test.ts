import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExposurePart, exposure } from '../../src/analysis/exposure.js';
import { restsOn } from '../../src/analysis/restsOn.js';
import { DEPENDENCY_KINDS, type DependencyKind } from '../../src/model/edge.js';
import { graphOf } from './graph.js';

/** `low..high [chain]` of what `from` delivers, on `to`; shares by the number of the line. */
function rests(
  lines: readonly string[],
  from: string,
  capability: DependencyKind,
  to: string,
  shares: Readonly<Record<number, number>> = {},
  via: readonly DependencyKind[] = ['COMPUTE', 'CHIPS', 'FABRICATION'],
): string {
  const graph = graphOf(lines);
  const shareOf = (edge: number) => shares[Number(graph.topology.edgeId(edge).slice('edge:'.length))] ?? null;
  const start = { node: graph.node(from), capability };
  const found = restsOn(graph.topology, graph.view, [start], { to: graph.node(to), via, shareOf, budget: 1_000 });
  const { low, high, chain } = found.of(start);
  return `${Number(low.toFixed(9))}..${Number(high.toFixed(9))} [${graph.letters(chain)}]`;
}

describe('what a delivery rests on', () => {
  it('is not certain even where a sole provider is documented, and nothing where others are', () => {
    // Cloud c documents chips of d alone: others may be undocumented, so 0..1. On e, of which it documents none, nothing.
    const lines = ['c d CHIPS', 'e x FABRICATION'];
    expect(rests(lines, 'c', 'COMPUTE', 'd')).toBe('0..1 [c d]');
    expect(rests(lines, 'c', 'COMPUTE', 'e', {}, ['CHIPS'])).toBe('0..0 []');
  });

  it('is as stated where shares are, and the rest may be with anybody', () => {
    // 60 % of d, 30 % of e: on d 0.6, and the unstated 10 % may be d's too.
    const lines = ['c d CHIPS', 'c e CHIPS'];
    expect(rests(lines, 'c', 'COMPUTE', 'd', { 0: 60, 1: 30 }, ['CHIPS'])).toBe('0.6..0.7 [c d]');
    // 100 % stated is sole.
    expect(rests(['c d CHIPS'], 'c', 'COMPUTE', 'd', { 0: 100 }, ['CHIPS'])).toBe('1..1 [c d]');
  });

  it('composes hop by hop', () => {
    // Half of c's chips are d's, and 80 % of d's are made by f: 0.4 for certain; at most 0.5 · (0.8 + 0.2) + 0.5 = 1.
    const lines = ['c d CHIPS', 'd f FABRICATION'];
    expect(rests(lines, 'c', 'COMPUTE', 'f', { 0: 50, 1: 80 })).toBe('0.4..1 [c d f]');
  });

  it('may be anything where the chips of a cloud are unknown', () => {
    expect(rests(['l c COMPUTE', 'd f FABRICATION'], 'c', 'COMPUTE', 'd')).toBe('0..1 []');
  });

  it('follows what feeds a capability only: what a vendor buys for itself is not in what it sells', () => {
    // d sells chips and buys chips of e for its own use, so c's chips do not rest on e.
    expect(rests(['c d CHIPS', 'd e CHIPS'], 'c', 'COMPUTE', 'e', {}, ['CHIPS'])).toBe('0..0 []');
  });

  it('ends in circles, and stays within [0, 1] with low ≤ high', () => {
    const letter = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const kind = fc.constantFrom<DependencyKind>('COMPUTE', 'CHIPS', 'FABRICATION', 'EQUIPMENT', 'DESIGN', 'USES');
    const line = fc.tuple(letter, letter, kind).map(([from, to, of]) => `${from} ${to} ${of}`);
    const share = fc.option(fc.integer({ min: 0, max: 100 }), { nil: null });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(line, share), { minLength: 1, maxLength: 12 }),
        letter,
        kind,
        (all, to, capability) => {
          const graph = graphOf(all.map(([text]) => text));
          const [first] = all;
          const start = { node: graph.node(first?.[0].slice(0, 1) ?? 'a'), capability };
          const shareOf = (edge: number) => all[Number(graph.topology.edgeId(edge).slice('edge:'.length))]?.[1] ?? null;
          const options = { to: graph.node(to), via: DEPENDENCY_KINDS, shareOf, budget: 1_000 };
          const { low, high } = restsOn(graph.topology, graph.view, [start], options).of(start);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(high + 1e-12);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('exposure', () => {
  const part = (weight: number | null, low: number, high: number, name = 'x'): ExposurePart => ({
    item: `deal:${name}`,
    weight,
    rests: { low, high },
    chain: high > 0 ? ['company:lab', `cloud:${name}`, 'company:vendor'] : [],
  });

  it('weighs contracts of known size, and lets those of unknown size be anything', () => {
    // $38B names the vendor's chips (1), $300B may have them (0..1), $100B has not (0): 38/438 = 0.0868 to 338/438 = 0.7717.
    const answer = exposure([part(38, 1, 1, 'a'), part(300, 0, 1, 'b'), part(100, 0, 0, 'c'), part(null, 1, 1, 'd')]);
    expect(answer).toMatchObject({
      low: expect.closeTo(38 / 438, 12),
      high: expect.closeTo(338 / 438, 12),
      // The unknown one may be all there is, and it rests on the vendor wholly.
      unconditional: { low: expect.closeTo(38 / 438, 12), high: 1 },
      coverage: { known: 3, total: 4 },
    });
    expect(answer?.chains.map(({ item, share }) => [item, share.high])).toEqual([
      ['deal:b', expect.closeTo(300 / 438, 12)],
      ['deal:a', expect.closeTo(38 / 438, 12)],
      ['deal:d', 1],
    ]);
  });

  it('is open between its parts where no size is known, and nothing without any part', () => {
    expect(exposure([part(null, 0, 0), part(null, 1, 1)])).toMatchObject({
      low: 0,
      high: 1,
      coverage: { known: 0, total: 2 },
    });
    expect(exposure([])).toBeNull();
  });

  it('only widens where a size is forgotten, and keeps the truth inside', () => {
    const parts = fc.array(
      fc.record({
        weight: fc.integer({ min: 1, max: 1_000 }),
        at: fc.integer({ min: 0, max: 10 }),
        blank: fc.boolean(),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(parts, (all) => {
        const whole = exposure(all.map(({ weight, at }) => part(weight, at / 10, at / 10)));
        const less = exposure(all.map(({ weight, at, blank }) => part(blank ? null : weight, at / 10, at / 10)));
        if (!whole || !less) throw new Error('Expected an answer.');
        expect(less.unconditional.low).toBeLessThanOrEqual(whole.low + 1e-9);
        expect(less.unconditional.high).toBeGreaterThanOrEqual(whole.high - 1e-9);
      }),
      { numRuns: 500 },
    );
  });
});
