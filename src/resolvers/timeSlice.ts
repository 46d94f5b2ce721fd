import type { SourceRecord } from '../model/entity.js';
import { badInput } from '../model/errors.js';
import type { Confidence } from '../model/statement.js';
import type { Day, Instant, TimeSlice } from '../model/time.js';
import type { ReadAt } from '../store/GraphStore.js';
import type { Context } from './context.js';

/** Something within an answer, which carries the answer's time where that is not the standard one. */
export interface Timed {
  readonly at?: TimeSlice;
}

export interface TimeArgs {
  readonly asOf?: Day | null | undefined;
  readonly knownAt?: Instant | null | undefined;
}

/**
 * The time that a field speaks of: its own arguments, else the time of the answer in which it is nested, else the
 * standard time. Throws BAD_USER_INPUT where nothing was known yet, and within a scenario for any time but its own.
 */
export function timeOf(ctx: Context, parent: Timed | SourceRecord, args: TimeArgs = {}): TimeSlice {
  const outer = ('at' in parent ? parent.at : undefined) ?? ctx.standard;
  const asOf = args.asOf ?? outer.asOf;
  const knownAt = args.knownAt ?? outer.knownAt;
  if (asOf === outer.asOf && knownAt === outer.knownAt) return outer;
  const { imagined } = ctx;
  if (imagined && (asOf !== imagined.asOf || knownAt !== imagined.knownAt)) {
    throw badInput(`asOf ${imagined.asOf} and knownAt ${imagined.knownAt}, as of the scenario`, `${asOf}, ${knownAt}`);
  }
  if (Date.parse(knownAt) < Date.parse(ctx.meta.firstRecordedAt)) {
    throw badInput(`knownAt at or after ${ctx.meta.firstRecordedAt}`, knownAt);
  }
  // Whoever asks for the standard time within an answer of another one is given what has no time of its own.
  return asOf === ctx.standard.asOf && knownAt === ctx.standard.knownAt ? ctx.standard : { asOf, knownAt };
}

/** The same thing, carrying the time of the answer that it is part of. */
export function timed<T extends object>(ctx: Context, thing: T, at: TimeSlice): T & Timed {
  return at === ctx.standard ? thing : { ...thing, at };
}

/** How statements and relations are read at a time. */
export function readAt({ asOf, knownAt }: TimeSlice, minConfidence: Confidence = 'recalled'): ReadAt {
  return { asOf, knownAt, minConfidence };
}

/** A time as part of what a list is: without `knownAt` where that is only now, so that cursors outlive a request. */
export function listTime(ctx: Context, { asOf, knownAt }: TimeSlice): readonly [Day, Instant | null] {
  return [asOf, knownAt === ctx.standard.knownAt ? null : knownAt];
}
