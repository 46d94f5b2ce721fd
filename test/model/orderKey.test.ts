import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GraphError } from '../../src/model/errors.js';
import {
  afterMoment,
  changeKey,
  type Direction,
  eventKey,
  isAddedKey,
  orderKey,
  statementKey,
} from '../../src/model/orderKey.js';
import { fold } from '../../src/model/text.js';
import { company, deal } from '../support/records.js';
import { event, statement } from '../support/smallDataset.js';

const DIRECTIONS: readonly Direction[] = ['ASC', 'DESC'];

describe('orderKey', () => {
  it('orders numbers as numbers, in both directions', () => {
    const key = (amountUsd: number, direction: Direction) =>
      orderKey('deal', 'amountUsd', deal('x', { amountUsd }), direction);
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
        fc.pre(Number.isFinite(a) && Number.isFinite(b));
        const order = Math.sign(a - b) || (a > b ? 1 : a < b ? -1 : 0);
        expect(compare(key(a, 'ASC'), key(b, 'ASC'))).toBe(order);
        expect(compare(key(b, 'DESC'), key(a, 'DESC'))).toBe(order);
      }),
    );
  });

  it('orders names by the code points of their folded text, in both directions', () => {
    const key = (name: string, direction: Direction) => orderKey('company', 'name', company('x', { name }), direction);
    const text = fc.string({
      unit: fc.constantFrom('a', 'B', 'b', ' ', '~', '}', 'ß', '日', '𝒳', '\uffee', 'é'),
      maxLength: 6,
    });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const order = compareCodePoints(fold(a), fold(b));
        expect(compare(key(a, 'ASC'), key(b, 'ASC'))).toBe(order);
        expect(compare(key(b, 'DESC'), key(a, 'DESC'))).toBe(order);
      }),
    );
  });

  it('orders dates by the first day of their period', () => {
    const dates = ['2024', '2025-Q2', '2025-04-02', '2025-07', '2025-H2'];
    const keys = dates.map((announced, i) => orderKey('deal', 'announced', deal(`d${i}`, { announced }), 'ASC'));
    expect([...keys].sort()).toEqual(keys);
  });

  it('puts the unknown last in both directions and breaks ties by id', () => {
    for (const direction of DIRECTIONS) {
      const key = (slug: string, amountUsd: number | null) =>
        orderKey('deal', 'amountUsd', deal(slug, { amountUsd }), direction);
      const sorted = [key('b', 5), key('c', 5), key('a', null), key('d', null)];
      expect([...sorted].reverse().sort()).toEqual(sorted);
    }
  });

  it('is ASCII and ends in the id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...DIRECTIONS), (name, direction) => {
        const key = orderKey('company', 'name', company('x-1', { name }), direction);
        expect([...key].every((char) => char <= '\x7f')).toBe(true);
        expect(key.endsWith('company:x-1')).toBe(true);
        expect(key.length).toBeLessThan(1_600);
      }),
    );
  });

  it('refuses a field by which the kind is not ordered', () => {
    expect(() => orderKey('company', 'roles', company('x'), 'ASC')).toThrow(GraphError);
    expect(() => orderKey('company', '__proto__', company('x'), 'ASC')).toThrow(
      /^Expected an orderable field of company/,
    );
  });
});

describe('statementKey', () => {
  it('orders by subject, property, scope and place in the seeds', () => {
    const sorted = [
      statement({ subject: 'company:a', property: 'p', order: 9 }),
      statement({ subject: 'company:a', property: 'p', order: 10 }),
      statement({ subject: 'company:a', property: 'p', scope: 'one', order: 1 }),
      statement({ subject: 'company:a', property: 'p', scope: 'one more', order: 0 }),
      statement({ subject: 'company:a', property: 'p_2', order: 0 }),
      statement({ subject: 'company:a-b', property: 'a', order: 0 }),
    ].map(statementKey);
    expect([...sorted].reverse().sort()).toEqual(sorted);
  });
});

describe('changeKey', () => {
  it('orders by time as an instant, then by the place of the statement, recorded before withdrawn', () => {
    const [one, other] = [
      statement({ id: 'statement:b', subject: 'company:a', property: 'p' }),
      statement({ id: 'statement:a', subject: 'company:b', property: 'p' }),
    ] as const;
    const sorted = [
      changeKey('1969-12-31T23:59:59.999Z', other, false),
      changeKey('2026-10-01T00:00:00Z', one, true),
      changeKey('2026-10-01T02:00:00+02:00', one, false),
      changeKey('2026-10-01T00:00:00.000Z', other, true),
      afterMoment('2026-10-01T00:00:00.000Z'),
      changeKey('2026-10-01T00:00:00.001Z', one, true),
    ];
    expect([...sorted].reverse().sort()).toEqual(sorted);
    expect(sorted.map(isAddedKey)).toEqual([false, true, false, true, false, true]);
  });
});

describe('eventKey', () => {
  it('puts an event known to the year after those known to the day within that year', () => {
    const sorted = ['2025-11-03', '2025-12-31', '2025', '2026-01-01'].map((date) =>
      eventKey(event({ date, entities: [] })),
    );
    expect([...sorted].reverse().sort()).toEqual(sorted);
  });
});

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareCodePoints(a: string, b: string): number {
  const [x, y] = [[...a], [...b]].map((chars) => chars.map((char) => char.codePointAt(0) ?? 0));
  for (let i = 0; x && y && i < Math.max(x.length, y.length); i++) {
    const difference = (x[i] ?? -1) - (y[i] ?? -1);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}
