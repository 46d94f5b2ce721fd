import { badInput } from './errors.js';

/** A calendar day, `2025-11-03`. Days compare as strings. */
export type Day = string;

/**
 * A date as precise as its source: `2025-11-03`, `2025-11`, `2025-Q4`, `2025-H2` or `2025`.
 * It stands for the whole period; see {@link firstDay} and {@link lastDay}.
 */
export type PartialDate = string;

/** A point in time, ISO 8601 in UTC with seconds or milliseconds: `2026-10-01T00:00:00Z`. */
export type Instant = string;

export type Precision = 'DAY' | 'MONTH' | 'QUARTER' | 'HALF' | 'YEAR';

/** What a question looks at: what held on `asOf`, as far as was known at `knownAt`. */
export interface TimeSlice {
  readonly asOf: Day;
  readonly knownAt: Instant;
}

const PARTIAL = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])(?:-(\d{2}))?|Q([1-4])|H([12])))?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;
const MS_PER_DAY = 86_400_000;

interface Period {
  readonly first: Day;
  readonly last: Day;
  readonly precision: Precision;
}

/** Parses a date of any precision. Throws BAD_USER_INPUT. */
export function parsePartialDate(text: string): Period {
  const period = periodOf(text);
  if (!period) throw badInput('a date such as 2025-11-03, 2025-11, 2025-Q4, 2025-H2 or 2025', text);
  return period;
}

export function isPartialDate(text: string): boolean {
  return periodOf(text) !== null;
}

/** Parses a calendar day. Throws BAD_USER_INPUT for anything else, also for days that don't exist. */
export function parseDay(text: string): Day {
  if (periodOf(text)?.precision !== 'DAY') throw badInput('a date such as 2025-11-03', text);
  return text;
}

/** Parses a point in time with an offset and returns it in UTC. Throws BAD_USER_INPUT. */
export function parseInstant(text: string): Instant {
  const ms = INSTANT.test(text) && isPartialDate(text.slice(0, 10)) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms)) throw badInput('a time such as 2026-10-01T00:00:00Z', text);
  return new Date(ms).toISOString();
}

export function firstDay(date: PartialDate): Day {
  return parsePartialDate(date).first;
}

/** The day by which the date has certainly passed: the last one of its period. */
export function lastDay(date: PartialDate): Day {
  return parsePartialDate(date).last;
}

export function precisionOf(date: PartialDate): Precision {
  return parsePartialDate(date).precision;
}

/** Days since 1970-01-01. */
export function epochDay(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY);
}

export function fromEpochDay(days: number): Day {
  return new Date(days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The day so many days later, or earlier where negative. */
export function addDays(day: Day, days: number): Day {
  return fromEpochDay(epochDay(day) + days);
}

/** The same day `years` later; 29 February becomes 1 March where there is none. Fractions are taken in days of 365.25. */
export function addYears(day: Day, years: number): Day {
  const whole = Math.trunc(years);
  const moved = Date.UTC(Number(day.slice(0, 4)) + whole, Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
  return fromEpochDay(Math.round(moved / MS_PER_DAY) + Math.round((years - whole) * 365.25));
}

/**
 * Sort key of dated events: one known to the day first, then those known only to the month, quarter, half and year that
 * ended by then, so that a coarse date never sorts as if it were the first day of its period.
 */
export function chronologicalKey(date: PartialDate): string {
  const { last, precision } = parsePartialDate(date);
  return `${last}/${PRECISION_RANK[precision]}`;
}

const PRECISION_RANK: Readonly<Record<Precision, number>> = { DAY: 0, MONTH: 1, QUARTER: 2, HALF: 3, YEAR: 4 };

const periods = new Map<string, Period | null>();
const MAX_REMEMBERED = 20_000;

/** Dates repeat a lot; remembering them makes loading and materialising several times faster. */
function periodOf(text: string): Period | null {
  const known = periods.get(text);
  if (known !== undefined) return known;
  const period = computePeriod(text);
  if (periods.size < MAX_REMEMBERED) periods.set(text, period);
  return period;
}

function computePeriod(text: string): Period | null {
  const match = PARTIAL.exec(text);
  if (!match) return null;
  const [, year, month, day, quarter, half] = match;
  if (year === undefined || year === '0000') return null;
  if (day !== undefined) {
    const date = new Date(`${text}T00:00:00Z`);
    const exists = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
    return exists ? { first: text, last: text, precision: 'DAY' } : null;
  }
  if (month !== undefined) return span(year, Number(month), 1, 'MONTH');
  if (quarter !== undefined) return span(year, Number(quarter) * 3 - 2, 3, 'QUARTER');
  if (half !== undefined) return span(year, Number(half) * 6 - 5, 6, 'HALF');
  return span(year, 1, 12, 'YEAR');
}

function span(year: string, month: number, months: number, precision: Precision): Period {
  const last = new Date(Date.UTC(Number(year), month - 1 + months, 0)).toISOString().slice(0, 10);
  return { first: `${year}-${String(month).padStart(2, '0')}-01`, last, precision };
}
