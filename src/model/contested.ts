import { bestClaim, claimIdentity, claimsOn, claimsSpeakingFor } from './claims.js';
import { compareIds, kindOf } from './ids.js';
import { type CurrencyRate, toUsd } from './money.js';
import type { Statement } from './statement.js';
import type { Day } from './time.js';
import { isCurrency } from './units.js';

/** Which claim of an amount is read where sources differ. */
export type ClaimChoice = 'BEST' | 'LOW' | 'HIGH';

/** An amount of money or capacity that sources put differently. */
export interface Contested<S extends Statement = Statement> {
  /** Of the claims; see `claimIdentity`. */
  readonly identity: string;
  /** The claim that counts. */
  readonly best: S;
  /** Those with the least and the greatest value; of several the better claim. */
  readonly low: S;
  readonly high: S;
}

/** What is summed, compared and shared out: money that is promised or budgeted, and the size of sites. */
const AMOUNTS: ReadonlySet<string> = new Set([
  'amount',
  'committed',
  'optional',
  'tranche',
  'tranche_upfront',
  'tranche_conditional',
  'equity_option',
  'investor_amount',
  'budget',
  'chip_count',
  'gpu_count',
  'h100_equivalents',
  'it_power_mw',
  'facility_power_mw',
  'power_mw',
  'capacity_mw',
]);

/**
 * The amounts of which claims that speak for the day differ, by identity. Claims compete within their identity alone, in
 * dollars where they are of money (at the rate of the year in which each was said), else in one unit; a ceiling is set against
 * ceilings only, for it is no figure. `statements`: what is known of some entities. Linear, but for sorting what is found.
 */
export function contestedAmounts<S extends Statement>(
  statements: readonly S[],
  asOf: Day,
  rates: readonly CurrencyRate[],
): readonly Contested<S>[] {
  const found = [...groupsOf(statements)].flatMap(([identity, claims]) => {
    const speaking = speakingOf(claims, asOf);
    const best = bestClaim(speaking);
    if (best === null || speaking.length < 2) return [];
    const rivals = speaking.flatMap((claim) => {
      const value = isComparable(claim, best) ? sizeOf(claim, rates) : null;
      return value === null ? [] : [{ claim, value }];
    });
    const values = rivals.map(({ value }) => value);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    if (!(least < most)) return [];
    const atValue = (size: number) => bestClaim(rivals.filter(({ value }) => value === size).map(({ claim }) => claim));
    return [{ identity, best, low: atValue(least) ?? best, high: atValue(most) ?? best }];
  });
  return found.sort((a, b) => compareIds(a.identity, b.identity));
}

/**
 * The statements as if one claim were all that is said of each contested amount by then. `choose` is given each of these; the
 * rest stays as it is.
 */
export function withChosen<S extends Statement>(
  statements: readonly S[],
  asOf: Day,
  rates: readonly CurrencyRate[],
  choose: (amount: Contested<S>) => S,
): readonly S[] {
  const chosen = new Map(contestedAmounts(statements, asOf, rates).map((one) => [one.identity, choose(one)]));
  if (chosen.size === 0) return statements;
  const gone = new Set<string>();
  for (const [identity, claims] of groupsOf(statements)) {
    const kept = chosen.get(identity);
    if (kept) for (const { id } of speakingOf(claims, asOf)) if (id !== kept.id) gone.add(id);
  }
  const best = new Set([...chosen.values()].map(({ id }) => id));
  return statements
    .filter(({ id }) => !gone.has(id))
    .map((s) => (best.has(s.id) && 'best' in s ? { ...s, best: true } : s));
}

function groupsOf<S extends Statement>(statements: readonly S[]): ReadonlyMap<string, readonly S[]> {
  const groups = new Map<string, S[]>();
  for (const statement of statements) {
    if (!AMOUNTS.has(statement.property) || typeof statement.value !== 'number') continue;
    const identity = claimIdentity(statement);
    const group = groups.get(identity);
    if (group) group.push(statement);
    else groups.set(identity, [statement]);
  }
  return groups;
}

/** As deals read theirs, and as plain fields are read; see `dealFacts.ts` and `derive/ClaimReader.ts`. */
function speakingOf<S extends Statement>(claims: readonly S[], asOf: Day): readonly S[] {
  const [first] = claims;
  return first && kindOf(first.subject) === 'deal' ? claimsSpeakingFor(claims, asOf) : claimsOn(claims, asOf);
}

function isComparable(claim: Statement, best: Statement): boolean {
  const isMoney = (s: Statement) => s.unit !== null && isCurrency(s.unit);
  const isSameUnit = claim.unit === best.unit || (isMoney(claim) && isMoney(best));
  return isSameUnit && (claim.qualifier === 'upTo') === (best.qualifier === 'upTo');
}

/** In dollars, or in its unit; null for money without a rate. */
function sizeOf({ value, unit, saidOn }: Statement, rates: readonly CurrencyRate[]): number | null {
  if (typeof value !== 'number') return null;
  return unit !== null && isCurrency(unit) ? (toUsd(value, unit, saidOn, rates)?.amount ?? null) : value;
}
