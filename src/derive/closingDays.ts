import type { DatasetMeta } from '../model/dataset.js';
import type { Day } from '../model/time.js';

/**
 * The days through which the data has been collected, now and before: each stands for when something was said that was
 * recorded then and of which no source says when.
 */
export function closingDays({ dataThrough, closedBefore = [] }: DatasetMeta): ReadonlySet<Day> {
  return new Set([...closedBefore, dataThrough]);
}
