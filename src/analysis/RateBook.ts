import { compareIds } from '../model/ids.js';
import { type CurrencyRate, rateFor, toUsd } from '../model/money.js';
import { firstDay, type PartialDate } from '../model/time.js';
import { toCents } from './schedule.js';

/** An amount with the day that decides its rate. */
export interface SaidMoney {
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly saidOn: PartialDate;
}

/** Converts through the dollar, at the rates of the year in which an amount was said, and remembers which it took. */
export class RateBook {
  readonly #rates: readonly CurrencyRate[];
  readonly #used = new Map<string, CurrencyRate>();

  constructor(rates: readonly CurrencyRate[]) {
    this.#rates = rates;
  }

  /** In whole US cents; null without a rate. */
  cents(money: SaidMoney): number | null {
    const usd = this.convert(money, 'USD');
    return usd === null ? null : toCents(usd);
  }

  /** In another currency; null without a rate for either. */
  convert(money: SaidMoney, currency: string): number | null {
    if (money.currency === currency) return money.amount;
    const usd = toUsd(money.amount, money.currency, money.saidOn, this.#rates);
    if (!usd) return null;
    if (currency === 'USD') return this.#remember(usd.rates, usd.amount);
    const rate = rateFor(currency, Number(firstDay(money.saidOn).slice(0, 4)), this.#rates);
    return rate && this.#remember([...usd.rates, rate], usd.amount / rate.usd);
  }

  /** The rates used, by currency and year. */
  used(): readonly CurrencyRate[] {
    return [...this.#used].sort(([a], [b]) => compareIds(a, b)).map(([, rate]) => rate);
  }

  #remember(rates: readonly CurrencyRate[], amount: number): number {
    for (const rate of rates) this.#used.set(`${rate.currency} ${rate.year}`, rate);
    return amount;
  }
}
