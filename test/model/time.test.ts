import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addYears,
  chronologicalKey,
  epochDay,
  firstDay,
  fromEpochDay,
  lastDay,
  parseDay,
  parseInstant,
  parsePartialDate,
} from '../../src/model/time.js';

describe('parsePartialDate', () => {
  it('knows the first and last day of each precision', () => {
    const spans = ['2025-11-03', '2024-02', '2025-Q3', '2025-H2', '2025'].map((d) => [firstDay(d), lastDay(d)]);
    expect(spans).toEqual([
      ['2025-11-03', '2025-11-03'],
      ['2024-02-01', '2024-02-29'],
      ['2025-07-01', '2025-09-30'],
      ['2025-07-01', '2025-12-31'],
      ['2025-01-01', '2025-12-31'],
    ]);
  });

  it.each(['2025-02-30', '2025-13', '2025-Q5', '2025-H3', '25', '2025-1-1', '', '0000', '2025-11-03T00:00:00Z'])(
    'refuses %j with what would be right',
    (text) => {
      expect(() => parsePartialDate(text)).toThrow(
        `Expected a date such as 2025-11-03, 2025-11, 2025-Q4, 2025-H2 or 2025 but got: "${text}".`,
      );
    },
  );
});

describe('parseDay', () => {
  it('refuses a day that does not exist and a date that is no day', () => {
    expect(() => parseDay('2025-02-30')).toThrow('Expected a date such as 2025-11-03 but got: "2025-02-30".');
    expect(() => parseDay('2025-11')).toThrow();
  });
});

describe('parseInstant', () => {
  it('gives UTC', () => {
    expect(parseInstant('2026-10-01T02:00:00+02:00')).toBe('2026-10-01T00:00:00.000Z');
  });
  it.each(['2026-10-01', '2026-10-01T25:00:00Z', '2026-02-30T00:00:00Z', 'now'])('refuses %j', (text) => {
    expect(() => parseInstant(text)).toThrow('Expected a time such as 2026-10-01T00:00:00Z');
  });
});

describe('days', () => {
  it('counts 2,557 days in the seven years from 2025-11-03', () => {
    expect(addYears('2025-11-03', 7)).toBe('2032-11-03');
    expect(epochDay('2032-11-03') - epochDay('2025-11-03')).toBe(2557);
  });

  it('goes to days and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), (days) => {
        expect(epochDay(fromEpochDay(days))).toBe(days);
      }),
    );
  });

  it('moves 29 February to 1 March', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-03-01');
  });
});

describe('chronologicalKey', () => {
  it('puts an event known to the year after those known to the day within it', () => {
    const dates = ['2025', '2025-12-31', '2025-H2', '2025-12', '2026-01-01', '2025-11-03'];
    expect(dates.sort((a, b) => (chronologicalKey(a) < chronologicalKey(b) ? -1 : 1))).toEqual([
      '2025-11-03',
      '2025-12-31',
      '2025-12',
      '2025-H2',
      '2025',
      '2026-01-01',
    ]);
  });
});
