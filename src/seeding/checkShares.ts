import type { PlacedStatement } from './makeStatements.js';
import type { SeedProblem } from './SeedProblems.js';

/** Shares are rounded to whole percents at worst, so that a full group may exceed 100 by half a percent a member. */
const ROUNDING = 0.5;

/** The shares of one market, period, measure, region, analyst and set of sources do not exceed 100 % beyond rounding. */
export function checkShares(statements: readonly PlacedStatement[]): SeedProblem[] {
  const groups = new Map<string, PlacedStatement[]>();
  // A share that is stated twice is a problem of its own; it does not count twice.
  for (const placed of new Map(statements.map((each) => [each.statement.id, each])).values()) {
    const { property, scope, refersTo, sources } = placed.statement;
    if (property !== 'market_share') continue;
    const key = JSON.stringify([scope, refersTo, [...sources].sort()]);
    groups.set(key, [...(groups.get(key) ?? []), placed]);
  }
  return [...groups.values()].flatMap((group) => {
    const sum = group.reduce((total, { statement: s }) => total + (typeof s.value === 'number' ? s.value : 0), 0);
    const last = group.at(-1);
    if (!last || sum <= 100 + ROUNDING * group.length) return [];
    const expected = 'shares of one market, period and source that add up to at most 100';
    return [
      { file: last.file, record: last.record, field: 'value', expected, got: String(Math.round(sum * 100) / 100) },
    ];
  });
}
