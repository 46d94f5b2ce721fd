import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ShardedMap } from '../../src/model/ShardedMap.js';

const key = fc.nat(3_000).map((n) => `key:${n}`);
const value = fc.nat(5).map((n) => ({ n }));
const entries = fc.array(fc.tuple(key, value), { maxLength: 2_000, size: 'max' });
const changes = fc.array(fc.tuple(key, fc.option(value)), { maxLength: 50 });

describe('ShardedMap', () => {
  it('is a map, before and after it was given other values', () => {
    fc.assert(
      fc.property(entries, changes, (first, given) => {
        const map = ShardedMap.from(first, first.length);
        const plain = new Map(first);
        const next = map.with(new Map(given));
        const expected = new Map(first);
        for (const [one, to] of given) {
          if (to === null) expected.delete(one);
          else expected.set(one, to);
        }
        for (const [made, as] of [
          [map, plain],
          [next, expected],
        ] as const) {
          expect(made.size).toBe(as.size);
          expect(new Map(made.entries())).toEqual(as);
          expect([...as].every(([one, to]) => made.get(one) === to && made.has(one))).toBe(true);
        }
      }),
    );
  });

  it('tells what differs from an earlier one, and nothing else', () => {
    fc.assert(
      fc.property(entries, changes, (first, given) => {
        const map = ShardedMap.from(first, first.length);
        const next = map.with(new Map(given));
        const differing = [...new Set([...map.keys(), ...next.keys()])].filter((one) => map.get(one) !== next.get(one));
        expect([...next.changedSince(map)].sort()).toEqual(differing.sort());
        const other = ShardedMap.from(next.entries());
        expect([...other.changedSince(map)].sort()).toEqual(differing.sort());
      }),
    );
  });

  it('spreads its keys anew when it has grown', () => {
    const many = Array.from({ length: 10_000 }, (_, n): [string, object] => [`key:${n}`, { n }]);
    const map = ShardedMap.from<string, object>([]).with(new Map(many));
    expect(map.size).toBe(10_000);
    expect(map.get('key:9999')).toBe(many[9_999]?.[1]);
  });
});
