import { epochDay, firstDay, lastDay, type PartialDate } from '../model/time.js';

/** A length in years, and the least and the most that imprecise dates allow. */
export interface YearsRange {
  readonly value: number;
  /** Null where the dates allow no length at all. */
  readonly least: number | null;
  readonly most: number;
  readonly basis: 'STATED' | 'DATES';
}

const DAYS_PER_YEAR = 365.25;

/**
 * How long a programme runs: a stated "over N years" wins; else from the first day of its start through the last day of
 * its end, which is also the longest reading of its dates (2024 to 2028 is five years at most, three and a day at least).
 * Null where neither is known or the end lies before the start.
 */
export function durationOf(programme: {
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
  readonly statedYears: number | null;
}): YearsRange | null {
  const { start, end, statedYears } = programme;
  if (statedYears !== null && statedYears > 0) {
    return { value: statedYears, least: statedYears, most: statedYears, basis: 'STATED' };
  }
  if (start === null || end === null) return null;
  const most = yearsBetween(firstDay(start), lastDay(end));
  const least = yearsBetween(lastDay(start), firstDay(end));
  return most > 0 ? { value: most, least: least > 0 ? least : null, most, basis: 'DATES' } : null;
}

function yearsBetween(first: string, last: string): number {
  return (epochDay(last) + 1 - epochDay(first)) / DAYS_PER_YEAR;
}
