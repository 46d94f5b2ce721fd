import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RowBits } from '../../src/store/memory/packed/RowBits.js';

const ROWS = 100;
const rows = fc.array(fc.nat(ROWS - 1), { maxLength: 2 * ROWS });

function bitsOf(list: readonly number[]): RowBits {
  const bits = new RowBits(ROWS);
  bits.addAll(Uint32Array.from(list));
  return bits;
}

function visited(bits: RowBits, start: number, end: number, most: number) {
  const seen: number[] = [];
  const whole = bits.each(start, end, (row) => seen.push(row) < most);
  return { seen, whole };
}

it('adds each row once and says whether it was new', () => {
  fc.assert(
    fc.property(rows, rows, (before, list) => {
      const bits = bitsOf(before);
      const known = new Set(before);
      for (const row of list) {
        expect(bits.add(row)).toBe(!known.has(row));
        known.add(row);
      }
      bits.clear();
      expect(visited(bits, 0, ROWS, ROWS)).toEqual({ seen: [], whole: true });
    }),
  );
});

it('keeps what is in both and visits a range of it, ascending, until it is told to stop', () => {
  fc.assert(
    fc.property(
      rows,
      rows,
      fc.nat(ROWS),
      fc.nat(ROWS),
      fc.integer({ min: 1, max: ROWS + 1 }),
      (a, b, start, end, most) => {
        const bits = bitsOf(a);
        const both = [...new Set(a)].filter((row) => b.includes(row)).sort((x, y) => x - y);
        expect(bits.keep(bitsOf(b))).toBe(both.length > 0);
        const expected = both.filter((row) => row >= start && row < end);
        expect(visited(bits, start, end, most)).toEqual({
          seen: expected.slice(0, most),
          whole: expected.length < most,
        });
      },
    ),
  );
});
