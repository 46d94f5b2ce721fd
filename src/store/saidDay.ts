import { type Day, firstDay, lastDay, type PartialDate } from '../model/time.js';

/**
 * The day by which something had certainly been said: the last of its period, but not later than `dataThrough`, by when
 * all that a dataset holds had been said; a claim of "2026" in data through September 2026 is part of that day's answer.
 */
export function saidDay(saidOn: PartialDate, dataThrough: Day): Day {
  const last = lastDay(saidOn);
  if (last <= dataThrough) return last;
  const first = firstDay(saidOn);
  return first <= dataThrough ? dataThrough : last;
}
