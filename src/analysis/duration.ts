import type { InitiativeRecord } from '../model/entity.js';
import { epochDay, firstDay, lastDay } from '../model/time.js';

/** A length in years, and the least and the most that a stated range or imprecise dates allow. */
export interface YearsRange {
  readonly value: number;
  /** Null where it may be of any length, down to none. */
  readonly least: number | null;
  readonly most: number;
  readonly basis: 'STATED' | 'DATES';
}

const DAYS_PER_YEAR = 365.25;

/**
 * How long a programme runs: a stated "over N years" wins, with the ends of its range where it has one ("over three to five
 * years" is 5, at least 3); a number without a most is read as the most. Else from the first day of its start through the
 * last day of its end, which is also the longest reading of its dates (2024 to 2028 is five years at most, three and a day
 * at least). Null where neither is known or the end lies before the start.
 */
export function durationOf(
  programme: Pick<InitiativeRecord, 'start' | 'end' | 'statedYears' | 'statedYearsLow' | 'statedYearsHigh'>,
): YearsRange | null {
  const { start, end, statedYears, statedYearsLow, statedYearsHigh } = programme;
  const years = statedYears ?? statedYearsHigh ?? statedYearsLow;
  if (years !== null && years > 0) {
    const least = statedYearsLow !== null && statedYearsLow > 0 ? Math.min(statedYearsLow, years) : null;
    return { value: years, least, most: Math.max(statedYearsHigh ?? years, years), basis: 'STATED' };
  }
  if (start === null || end === null) return null;
  const most = yearsBetween(firstDay(start), lastDay(end));
  const least = yearsBetween(lastDay(start), firstDay(end));
  return most > 0 ? { value: most, least: least > 0 ? least : null, most, basis: 'DATES' } : null;
}

function yearsBetween(first: string, last: string): number {
  return (epochDay(last) + 1 - epochDay(first)) / DAYS_PER_YEAR;
}
