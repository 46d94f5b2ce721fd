import { isChanging, isDated, isMulti } from './properties.js';
import type { Qualifier, Statement } from './statement.js';
import { type Day, firstDay, isPartialDate, lastDay } from './time.js';
import { isPointInTime } from './units.js';

/** A statement, with the number of publishers behind it where that was counted. */
type Claim = Statement & { readonly publishers?: number };

const QUALIFIER_RANK: Readonly<Record<Qualifier, number>> = { exact: 0, about: 1, atLeast: 2, upTo: 3, reported: 4 };

/** "About" is read as within 5 % either way; of a point in time it allows nothing. */
export const ABOUT = 0.05;

/**
 * What a claim is about; claims compete only within the same identity (semantics: subject, property, scope, refersTo).
 * Where several values may hold at once the value or object is part of it; of dated properties such as `status` the date.
 */
export function claimIdentity(s: Statement): string {
  const several = isMulti(s.property) ? (s.object ?? String(s.value)) : '';
  const dated = isDated(s.property) ? (s.validFrom ?? '') : '';
  return `${s.subject}|${s.property}|${s.scope ?? ''}|${s.refersTo ?? ''}|${several}|${dated}`;
}

/**
 * The best of the claims of one identity: confirmed before recalled; not `reported` before reported; latest said, where a
 * coarse date counts from its first day so that "2026" never outdates "2026-05-15"; exact, about, atLeast, upTo; more
 * publishers; order in the seeds. Where a floor lies above a ceiling said at the same time,
 * the ceiling, as the lower, is used.
 */
export function bestClaim<S extends Claim>(claims: readonly S[]): S | null {
  let best: S | null = null;
  for (const claim of claims) {
    if (!best || compareClaims(claim, best) < 0) best = claim;
  }
  if (best?.qualifier !== 'atLeast') return best;
  return claims.find((c) => isCeilingBelow(c, best)) ?? best;
}

/** The best claim of each identity, in the order of the seeds. */
export function bestByIdentity<S extends Claim>(claims: readonly S[]): S[] {
  const groups = groupByIdentity(claims);
  const best: S[] = [];
  for (const group of groups.values()) {
    const winner = bestClaim(group);
    if (winner) best.push(winner);
  }
  return best.sort((a, b) => a.order - b.order);
}

/** Whether two claims of one identity differ, neither lying within the other's range. Different units are not compared. */
export function isConflicting(a: Statement, b: Statement): boolean {
  if (a.object !== b.object) return true;
  if (a.value === b.value || a.value === null || b.value === null) return false;
  if (typeof a.value === 'number' && typeof b.value === 'number') {
    return a.unit === b.unit && !isWithin(a.value, b.value, b) && !isWithin(b.value, a.value, a);
  }
  return !isSameDate(String(a.value), String(b.value));
}

/**
 * Whether it had certainly been said by the end of that day. Claims in a dataset never run beyond the day through which
 * it was collected: the seeds are read so.
 */
export function isSaidBy(s: Pick<Statement, 'saidOn'>, asOf: Day): boolean {
  return lastDay(s.saidOn) <= asOf;
}

/** Whether its interval certainly covers the day: a start counts from its period's last day, an end through its last day. */
export function holdsOn(s: Statement, asOf: Day): boolean {
  return (s.validFrom === null || lastDay(s.validFrom) <= asOf) && (s.validTo === null || asOf <= lastDay(s.validTo));
}

/** The claims said by `asOf`; where there are none yet, those that were said first, which then speak for the time before. */
export function claimsSpeakingFor<S extends Statement>(claims: readonly S[], asOf: Day): S[] {
  const said = claims.filter((c) => isSaidBy(c, asOf));
  if (said.length > 0 || claims.length === 0) return said;
  const first = claims.map((c) => lastDay(c.saidOn)).sort()[0];
  return claims.filter((c) => lastDay(c.saidOn) === first);
}

/**
 * Of the claims about one property of one entity, those by which to tell what held on a day: claims that hold then and are
 * about dates of their own or had been said. Where there are none, what does not change over time (see `properties.ts`)
 * is told by the claims that were said first.
 */
export function claimsOn<S extends Statement>(claims: readonly S[], asOf: Day): S[] {
  const holding = claims.filter((c) => holdsOn(c, asOf));
  const speaking = holding.filter((c) => c.validFrom !== null || isSaidBy(c, asOf));
  if (speaking.length > 0) return speaking;
  return claimsSpeakingFor(
    holding.filter((c) => !isChanging(c.property)),
    asOf,
  );
}

function groupByIdentity<S extends Claim>(claims: readonly S[]): Map<string, S[]> {
  const groups = new Map<string, S[]>();
  for (const claim of claims) {
    const identity = claimIdentity(claim);
    const group = groups.get(identity);
    if (group) group.push(claim);
    else groups.set(identity, [claim]);
  }
  return groups;
}

function compareClaims(a: Claim, b: Claim): number {
  return (
    rank(a.confidence === 'recalled') - rank(b.confidence === 'recalled') ||
    rank(a.qualifier === 'reported') - rank(b.qualifier === 'reported') ||
    compareDays(earliestSaid(b), earliestSaid(a)) ||
    QUALIFIER_RANK[a.qualifier] - QUALIFIER_RANK[b.qualifier] ||
    publishersOf(b) - publishersOf(a) ||
    a.order - b.order ||
    compareDays(a.id, b.id)
  );
}

function rank(worse: boolean): number {
  return worse ? 1 : 0;
}

function compareDays(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function earliestSaid({ saidNotBefore, saidOn }: Claim): Day {
  return saidNotBefore ?? firstDay(saidOn);
}

function publishersOf(claim: Claim): number {
  return claim.publishers ?? claim.sources.length;
}

function isCeilingBelow(claim: Statement, floor: Statement): boolean {
  return (
    claim.qualifier === 'upTo' &&
    claim.confidence === floor.confidence &&
    claim.unit === floor.unit &&
    lastDay(claim.saidOn) === lastDay(floor.saidOn) &&
    typeof claim.value === 'number' &&
    typeof floor.value === 'number' &&
    claim.value < floor.value
  );
}

function isWithin(value: number, other: number, { qualifier, unit }: Statement): boolean {
  switch (qualifier) {
    case 'about':
      if (isPointInTime(unit)) return value === other;
      return Math.abs(value - other) <= Math.abs(other) * ABOUT;
    case 'atLeast':
      return value >= other;
    case 'upTo':
      return value <= other;
    default:
      return value === other;
  }
}

/** Two dates agree where one's period lies within the other's: "2025-11" and "2025-11-03". Other text must be equal. */
function isSameDate(a: string, b: string): boolean {
  if (!isPartialDate(a) || !isPartialDate(b)) return false;
  return (
    (firstDay(a) <= firstDay(b) && lastDay(b) <= lastDay(a)) || (firstDay(b) <= firstDay(a) && lastDay(a) <= lastDay(b))
  );
}
