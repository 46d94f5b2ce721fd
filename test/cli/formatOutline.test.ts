import { describe, expect, it } from 'vitest';
import { formatOutline } from '../../src/cli/formatOutline.js';
import { formatLabel, formatValue } from '../../src/cli/formatValue.js';

describe('formatOutline', () => {
  it('prints a line a field and a table for a list', () => {
    const answer = {
      of: { id: 'company:a', name: 'A' },
      totalUsd: 38_000_000_000,
      coverage: { known: 1, total: 2 },
      shares: [
        { entity: { id: 'cloud:b' }, sharePercent: 60 },
        { entity: { id: 'cloud:long' }, sharePercent: null },
      ],
      options: [],
    };
    expect(formatOutline(answer)).toBe(
      [
        'Of: A (company:a)',
        'Total: $38.00B',
        'Coverage: 1 of 2',
        'Shares',
        '  Entity       Share',
        '  cloud:b     60.0 %',
        '  cloud:long       –',
        'Options: none',
      ].join('\n'),
    );
  });

  it('prints the nodes of a connection', () => {
    expect(formatOutline({ edges: [{ node: { date: '2025', title: 'x' } }], pageInfo: { hasNextPage: false } })).toBe(
      'Date  Title\n2025  x',
    );
    expect(formatOutline({ edges: [], pageInfo: { hasNextPage: true } })).toBe('None.\nThere are more.');
  });
});

describe('formatValue', () => {
  it.each([
    ['amountUsd', 1_500_000, '$1.50M'],
    ['amountUsd', 12.5, '$12.5'],
    ['ratio', 0.12345, '0.123'],
    ['usd', 0.006605, '0.00661'],
    ['share', 0, '0'],
    ['year', 2025, '2025'],
    ['hhi', { value: 3624.087, low: 2660.1, high: 10_000 }, 'value 3,624, low 2,660, high 10,000'],
    ['budgetUsd', { low: 1e9, high: 2e9 }, '$1.00B to $2.00B'],
    ['coverage', { known: 2, total: 3, universe: 'DOCUMENTED_SITES_ONLY' }, '2 of 3, documented sites only'],
    ['perYear', 21_800_000_000, '21,800,000,000'],
    ['truncated', true, 'yes'],
    ['band', null, '–'],
  ])('prints %s %j as %s', (key, value, expected) => {
    expect(formatValue(key, value)).toBe(expected);
  });

  it.each([
    ['byCounterparty', 'By counterparty'],
    ['amountUsd', 'Amount'],
    ['capacityMw', 'Capacity (MW)'],
    ['hhi', 'HHI'],
    ['EUR', 'EUR'],
    ['usd', 'USD'],
  ])('names %s %s', (key, expected) => {
    expect(formatLabel(key)).toBe(expected);
  });
});
