import { describe, expect, it } from 'vitest';
import { type CurrencyRate, toUsd } from '../../src/model/money.js';

const rate = (currency: string, year: number, usd: number): CurrencyRate => ({
  currency,
  year,
  usd,
  source: 'source:rates',
  confidence: 'recalled',
});
const rates = [rate('EUR', 2024, 1.08), rate('EUR', 2025, 1.13), rate('JPY', 2025, 0.0067)];

describe('toUsd', () => {
  it('converts at the average of the year in which it was said, and shows the rate', () => {
    // EUR 109 bn of February 2025 × 1.13 = USD 123.17 bn.
    expect(toUsd(109e9, 'EUR', '2025-02-10', rates)).toEqual({ amount: 123.17e9, rates: [rates[1]] });
  });

  it('falls back to the latest earlier year, else to the earliest', () => {
    expect(toUsd(1, 'EUR', '2026-05', rates)?.rates[0]?.year).toBe(2025);
    expect(toUsd(1, 'EUR', '2019', rates)?.rates[0]?.year).toBe(2024);
  });

  it('leaves dollars alone and knows no other currency', () => {
    expect(toUsd(5, 'USD', '2025', rates)).toEqual({ amount: 5, rates: [] });
    expect(toUsd(5, 'XAU', '2025', rates)).toBeNull();
  });
});
