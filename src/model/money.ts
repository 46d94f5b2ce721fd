import type { EntityId } from './ids.js';
import type { Confidence } from './statement.js';
import { firstDay, type PartialDate } from './time.js';

/** Annual average: one unit of `currency` is worth `usd` US dollars in `year`. */
export interface CurrencyRate {
  readonly currency: string;
  readonly year: number;
  readonly usd: number;
  readonly source: EntityId;
  readonly confidence: Confidence;
}

/** What an amount is worth in another currency, and by which rates (none for the same currency). */
export interface Converted {
  readonly amount: number;
  readonly rates: readonly CurrencyRate[];
}

/**
 * Converts at the annual average of the year in which the amount was said; where the table ends before that year, at its
 * latest earlier year (else its earliest), which the returned rate shows. Rounded to the cent. Null for a currency without a
 * rate.
 */
export function toUsd(
  amount: number,
  currency: string,
  saidOn: PartialDate,
  rates: readonly CurrencyRate[],
): Converted | null {
  if (currency === 'USD') return { amount, rates: [] };
  const rate = rateFor(currency, Number(firstDay(saidOn).slice(0, 4)), rates);
  return rate && { amount: Math.round(amount * rate.usd * 100) / 100, rates: [rate] };
}

/** The rate of a currency for a year, by the rule of {@link toUsd}. */
export function rateFor(currency: string, year: number, rates: readonly CurrencyRate[]): CurrencyRate | null {
  let earlier: CurrencyRate | null = null;
  let earliest: CurrencyRate | null = null;
  for (const rate of rates) {
    if (rate.currency !== currency) continue;
    if (rate.year <= year && (!earlier || rate.year > earlier.year)) earlier = rate;
    if (!earliest || rate.year < earliest.year) earliest = rate;
  }
  return earlier ?? earliest;
}
