import { ABOUT, bestClaim } from '../model/claims.js';
import { compareIds, type EntityId } from '../model/ids.js';
import type { StatementRecord } from '../model/statement.js';
import type { PartialDate } from '../model/time.js';
import { bandOf, type ConcentrationBand } from './hhi.js';

/** What a set of reported shares speaks of. */
export interface MarketScope {
  readonly market: string;
  /** What is shared: revenue, shipments, … */
  readonly measure: string;
  readonly region: string;
  /** Null where the sources name none. */
  readonly analyst: string | null;
}

export interface MarketShare {
  readonly entity: EntityId;
  /** As claimed; rescaled where the rounded shares of all add up to more than 100. */
  readonly sharePercent: number;
  /** What its qualifier allows: ± 5 % for "about", no upper bound but 100 for "at least". */
  readonly low: number;
  readonly high: number;
  readonly statements: readonly StatementRecord[];
}

export interface MarketResult extends MarketScope {
  readonly period: PartialDate | null;
  /** Largest first, then by id. */
  readonly shares: readonly MarketShare[];
  /** What nobody named has, 0..100. */
  readonly residualPercent: number;
  /** 0..10,000. `value` and `low` spread the residual thin; `high` gives it to one firm. */
  readonly hhi: { readonly value: number; readonly low: number; readonly high: number };
  /** Of the value; null where the market's leader is not among those named. */
  readonly band: ConcentrationBand | null;
  /** Who has the largest share that any source claims of this market. */
  readonly leader: EntityId;
  /** The leader has no share here, so that the index says little. */
  readonly incomplete: boolean;
}

const WHOLE = 100;
/** More shares than this are bounded rather than tried in all corners. */
const MOST_CORNERS = 12;

/** Reads the scope of a `market_share` claim. */
export function marketScopeOf(claim: StatementRecord): MarketScope {
  const [market = '', measure = '', region = '', analyst = ''] = (claim.scope ?? '').split('|');
  return { market, measure, region, analyst: analyst === '' ? null : analyst };
}

/**
 * How concentrated a market is, by the shares that are reported of it (`docs/methods.md`): one result for each period,
 * measure, region and analyst or, where none is named, set of sources; never a mean of several. With shares s and the
 * residual r = 100 − Σs: low = Σs², high = Σs² + r², each over all that "about" and "at least" allow.
 * `claims`: `market_share` statements of one market. Newest period first, then by measure, region and analyst.
 */
export function marketConcentration(claims: readonly StatementRecord[]): readonly MarketResult[] {
  const largest = [...claims].sort((a, b) => numberOf(b) - numberOf(a) || compareIds(a.subject, b.subject))[0];
  if (!largest) return [];
  const results = groupsOf(claims).map((group) => resultOf(group, largest.subject));
  return results.sort((a, b) => compareIds(keyOf(b), keyOf(a)) || compareIds(scopeKey(a), scopeKey(b)));
}

function resultOf(claims: readonly StatementRecord[], leader: EntityId): MarketResult {
  const [first] = claims;
  if (!first) throw new RangeError('Expected at least one claim.');
  const bySubject = new Map<EntityId, StatementRecord[]>();
  for (const claim of claims) bySubject.set(claim.subject, [...(bySubject.get(claim.subject) ?? []), claim]);
  const stated = [...bySubject].map(([entity, its]) => shareOf(entity, its));
  const total = stated.reduce((sum, { sharePercent }) => sum + sharePercent, 0);
  // Each share is rounded, so that together they may exceed the whole by a little; validation refuses more.
  const scale = total > WHOLE ? WHOLE / total : 1;
  const shares = stated
    .map((share) => ({
      ...share,
      sharePercent: share.sharePercent * scale,
      low: share.low * scale,
      high: Math.min(WHOLE, share.high * scale),
    }))
    .sort((a, b) => b.sharePercent - a.sharePercent || compareIds(a.entity, b.entity));
  const value = squares(shares.map(({ sharePercent }) => sharePercent));
  const incomplete = !bySubject.has(leader);
  return {
    ...marketScopeOf(first),
    period: first.refersTo,
    shares,
    residualPercent: Math.max(0, WHOLE - total * scale),
    hhi: { value, low: squares(shares.map(({ low }) => low)), high: highest(shares) },
    band: incomplete ? null : bandOf(value),
    leader,
    incomplete,
  };
}

/** The best claim of one firm, within what its claims allow: a floor and a ceiling together make a range. */
function shareOf(entity: EntityId, claims: readonly StatementRecord[]): MarketShare {
  const best = bestClaim(claims);
  const value = best ? numberOf(best) : 0;
  const lows = claims.flatMap((claim) => (claim.qualifier === 'atLeast' ? [numberOf(claim)] : []));
  const highs = claims.flatMap((claim) => (claim.qualifier === 'upTo' ? [numberOf(claim)] : []));
  const within = { sharePercent: value, low: value, high: value };
  if (best?.qualifier === 'about') {
    within.low = value * (1 - ABOUT);
    within.high = value * (1 + ABOUT);
  } else if (best?.qualifier === 'atLeast') within.high = Math.max(value, Math.min(WHOLE, ...highs));
  else if (best?.qualifier === 'upTo') within.low = Math.min(value, Math.max(0, ...lows));
  return { entity, ...within, high: Math.min(WHOLE, within.high), statements: claims };
}

/**
 * The most that Σs² + r² can be, for shares within their ranges and r = 100 − Σs: a convex function, so at a corner, where
 * all shares but at most one are at an end of their range. Beyond {@link MOST_CORNERS} shares a bound above it.
 */
function highest(shares: readonly MarketShare[]): number {
  const loose = shares.filter(({ low, high }) => high > low);
  const fixed = shares.filter(({ low, high }) => high <= low).map(({ low }) => low);
  const base = { sum: fixed.reduce((a, b) => a + b, 0), squares: squares(fixed) };
  if (loose.length > MOST_CORNERS) {
    const rest = WHOLE - base.sum - loose.reduce((sum, { low }) => sum + low, 0);
    return Math.min(WHOLE ** 2, base.squares + squares(loose.map(({ high }) => high)) + Math.max(0, rest) ** 2);
  }
  let most = 0;
  for (let corner = 0; corner < 2 ** loose.length; corner++) {
    const at = loose.map(({ low, high }, i) => ((corner >> i) & 1 ? high : low));
    const sum = at.reduce((a, b) => a + b, base.sum);
    if (sum <= WHOLE) most = Math.max(most, base.squares + squares(at) + (WHOLE - sum) ** 2);
    else {
      // Above the whole: one of them gives way, and nothing is left over.
      for (const [i, { low, high }] of loose.entries()) {
        const way = WHOLE - (sum - (at[i] ?? 0));
        if (way < low || way > high) continue;
        most = Math.max(most, base.squares + squares(at) - (at[i] ?? 0) ** 2 + way ** 2);
      }
    }
  }
  return most;
}

/** Claims of one period, measure and region that one analyst made or, without one, that are linked by common sources. */
function groupsOf(claims: readonly StatementRecord[]): readonly (readonly StatementRecord[])[] {
  const byScope = new Map<string, StatementRecord[]>();
  for (const claim of claims) {
    const key = `${claim.refersTo ?? ''}|${claim.scope ?? ''}`;
    byScope.set(key, [...(byScope.get(key) ?? []), claim]);
  }
  return [...byScope.values()].flatMap((group) => {
    const [first] = group;
    return first && marketScopeOf(first).analyst === null ? bySources(group) : [group];
  });
}

function bySources(claims: readonly StatementRecord[]): readonly (readonly StatementRecord[])[] {
  let groups: { readonly sources: ReadonlySet<EntityId>; readonly claims: readonly StatementRecord[] }[] = [];
  for (const claim of claims) {
    const linked = groups.filter(({ sources }) => claim.sources.some((source) => sources.has(source)));
    groups = [
      ...groups.filter((group) => !linked.includes(group)),
      {
        sources: new Set([...linked.flatMap(({ sources }) => [...sources]), ...claim.sources]),
        claims: [...linked.flatMap((group) => group.claims), claim],
      },
    ];
  }
  return groups.map((group) => group.claims);
}

function squares(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value ** 2, 0);
}

function numberOf({ value }: StatementRecord): number {
  return typeof value === 'number' ? value : 0;
}

function keyOf({ period }: MarketResult): string {
  return period ?? '';
}

function scopeKey({ measure, region, analyst, shares }: MarketResult): string {
  return [measure, region, analyst ?? '~', shares[0]?.entity ?? ''].join('|');
}
