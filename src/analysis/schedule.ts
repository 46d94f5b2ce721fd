import type { Tranche } from '../model/dealMoney.js';
import { type Day, epochDay } from '../model/time.js';

export type ScheduleBasis = 'TRANCHE' | 'PRO_RATA';

/** What falls in one calendar year; `basis` says whether a source dates it or it was spread evenly by day. */
export interface YearAmount {
  readonly year: number;
  readonly cents: number;
  readonly basis: ScheduleBasis;
}

export interface DealTerm {
  readonly start: Day | null;
  /** The day after the last. */
  readonly endExclusive: Day | null;
  readonly termYears: number | null;
}

export interface Schedule {
  /** By year, tranches before what is pro rata. */
  readonly years: readonly YearAmount[];
  /** What no date is known for. Years and this sum to the amount exactly. */
  readonly unscheduledCents: number;
}

const DAYS_PER_YEAR = 365.25;

/** US dollars to whole cents, in which all sums are made. Exact up to 90 trillion dollars. */
export function toCents(usd: number): number {
  return Math.round(usd * 100);
}

export function toDollars(cents: number): number {
  return cents / 100;
}

/**
 * Spreads an amount over calendar years: each tranche with a day falls in that day's year, the rest runs pro rata by day
 * over the half-open [start, endExclusive), split by largest remainder so that the years sum to it to the cent. Without
 * a start or an end the rest is unscheduled. Tranches beyond the amount are cut off, the latest first.
 */
export function schedule(amountCents: number, term: DealTerm, tranches: readonly Dated[] = []): Schedule {
  const years: YearAmount[] = [];
  let rest = amountCents;
  const dated = tranches.flatMap(({ day, cents }) => (day === null ? [] : [{ day, cents }]));
  for (const { day, cents } of dated.sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const paid = Math.min(cents, rest);
    if (paid > 0) years.push({ year: Number(day.slice(0, 4)), cents: paid, basis: 'TRANCHE' });
    rest -= paid;
  }
  const { start, endExclusive } = term;
  if (start === null || endExclusive === null || start >= endExclusive) {
    return { years: mergeYears(years), unscheduledCents: rest };
  }
  for (const { year, cents } of spreadByDay(rest, start, endExclusive)) {
    if (cents > 0) years.push({ year, cents, basis: 'PRO_RATA' });
  }
  return { years: mergeYears(years), unscheduledCents: 0 };
}

/** A part of an amount with the day on which it is paid, if known. */
export interface Dated {
  readonly day: Tranche['day'];
  readonly cents: number;
}

/** Adds up what falls in the same year on the same basis; by year, tranches first. */
export function mergeYears(amounts: readonly YearAmount[]): readonly YearAmount[] {
  const merged = new Map<string, YearAmount>();
  for (const { year, cents, basis } of amounts) {
    const key = `${year}/${basis === 'TRANCHE' ? 0 : 1}`;
    merged.set(key, { year, basis, cents: cents + (merged.get(key)?.cents ?? 0) });
  }
  return [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, amount]) => amount);
}

/**
 * Years of a term: the stated number, else the days from start to end over 365.25; null where neither is known. An amount
 * divided by it is the amount a year.
 */
export function yearsOf(term: DealTerm): number | null {
  if (term.termYears !== null && term.termYears > 0) return term.termYears;
  if (term.start === null || term.endExclusive === null || term.start >= term.endExclusive) return null;
  return (epochDay(term.endExclusive) - epochDay(term.start)) / DAYS_PER_YEAR;
}

/** Largest remainder (Hamilton's method) over the days in each year; ties go to the earlier year. Exact in integers. */
function spreadByDay(cents: number, start: Day, endExclusive: Day): readonly { year: number; cents: number }[] {
  const total = BigInt(epochDay(endExclusive) - epochDay(start));
  const parts = daysByYear(start, endExclusive).map(({ year, days }) => {
    const share = BigInt(cents) * BigInt(days);
    return { year, cents: Number(share / total), remainder: share % total };
  });
  let left = cents - parts.reduce((sum, part) => sum + part.cents, 0);
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder > b.remainder ? -1 : a.remainder < b.remainder ? 1 : a.year - b.year,
  );
  for (const part of byRemainder) {
    if (left === 0) break;
    part.cents++;
    left--;
  }
  return parts;
}

function daysByYear(start: Day, endExclusive: Day): readonly { year: number; days: number }[] {
  const parts = [];
  for (let from = start; from < endExclusive; ) {
    const year = Number(from.slice(0, 4));
    const newYear = `${String(year + 1).padStart(4, '0')}-01-01`;
    const to = newYear < endExclusive ? newYear : endExclusive;
    parts.push({ year, days: epochDay(to) - epochDay(from) });
    from = to;
  }
  return parts;
}
