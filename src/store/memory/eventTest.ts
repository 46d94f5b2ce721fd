import type { GraphEvent } from '../../model/event.js';
import { firstDay, lastDay } from '../../model/time.js';
import type { DayRange, ReadAt } from '../GraphStore.js';
import type { KnownTests } from './KnownTests.js';

/** Which events are read in a range of days. `isConfirmed`: of a statement's id. */
export function eventTest(
  { from, to }: DayRange,
  at: ReadAt,
  known: KnownTests,
  isConfirmed: (statement: string) => boolean,
): (event: GraphEvent) => boolean {
  const isKnown = known.at(at.knownAt);
  return (event) =>
    (from === null || from <= lastDay(event.date)) &&
    (to === null || firstDay(event.date) <= to) &&
    lastDay(event.saidOn) <= at.asOf &&
    isKnown(event.knownFrom, event.knownTo) &&
    (at.minConfidence === 'recalled' || event.statementIds.some(isConfirmed));
}
