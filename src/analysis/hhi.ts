/** A share whose weight is only known to lie in [low, high]; `high` may be Infinity. */
export interface WeightRange {
  readonly low: number;
  readonly high: number;
}

export type ConcentrationBand = 'HIGH' | 'MODERATE' | 'LOW';

const POINTS = 10_000;

/** More uncertain weights than this are bounded instead of enumerated. */
const MAX_ENUMERATED = 16;

/**
 * Herfindahl–Hirschman index: 10,000 · Σw² / (Σw)², from 10,000 / n for n equal weights to 10,000 for a single one. Null
 * where the weights sum to zero.
 */
export function hhi(weights: readonly number[]): number | null {
  const sum = weights.reduce((total, w) => total + w, 0);
  if (sum <= 0) return null;
  return POINTS * weights.reduce((total, w) => total + (w / sum) ** 2, 0);
}

/**
 * Band of the 2023 Merger Guidelines of the US Department of Justice and the Federal Trade Commission (Guideline 1): above
 * 1,800 highly concentrated; 1,000 to 1,800 moderately; below unconcentrated.
 */
export function bandOf(index: number): ConcentrationBand {
  if (index > 1_800) return 'HIGH';
  return index >= 1_000 ? 'MODERATE' : 'LOW';
}

/**
 * The least and the most that the index can be when each weight lies anywhere in its range and, besides, up to `scattered`
 * is spread over any number of others. Null without any positive weight.
 */
export function hhiRange(
  ranges: readonly WeightRange[],
  scattered = 0,
): { readonly low: number; readonly high: number } | null {
  const possible = ranges.filter((r) => r.high > 0);
  if (scattered === Number.POSITIVE_INFINITY) return { low: 0, high: POINTS };
  // All of it with one holder is the most, spread infinitely thin the least.
  const high = scattered > 0 ? [...possible, { low: 0, high: scattered }] : possible;
  return high.length === 0 ? null : { low: lowest(possible, scattered), high: highest(high) };
}

/**
 * The index is pseudoconvex (a norm over a sum), so a point where every weight is its range's nearest to one level
 * t = Σw² / Σw is the minimum: raising a weight below t or lowering one above t would lower it further. Between two
 * neighbouring ends of ranges it is fixed which weights are held at an end, and t follows from those alone. With known
 * weights of index H (as a fraction) and u wholly unknown ones this gives H / (1 + u·H). What is scattered counts in Σw
 * alone. O(n²).
 */
function lowest(ranges: readonly WeightRange[], scattered: number): number {
  const ends = new Set([0, ...ranges.flatMap((r) => (r.high < Number.POSITIVE_INFINITY ? [r.low, r.high] : [r.low]))]);
  const levels = [...ends].sort((a, b) => a - b);
  let best = POINTS;
  for (const [i, from] of levels.entries()) {
    const to = levels[i + 1] ?? Number.POSITIVE_INFINITY;
    const held = ranges.flatMap((r) => (r.low >= to ? [r.low] : r.high <= from ? [r.high] : []));
    const sum = held.reduce((total, w) => total + w, scattered);
    // Where nothing is held all weights can be equal.
    if (sum === 0) return POINTS / ranges.length;
    const level = held.reduce((total, w) => total + w * w, 0) / sum;
    const filled = ranges.map((r) => Math.min(Math.max(level, r.low), r.high));
    // Every level gives weights within their ranges, so a level outside its interval only fails to be the least.
    const whole = filled.reduce((total, w) => total + w, scattered);
    if (whole > 0) best = Math.min(best, POINTS * filled.reduce((total, w) => total + (w / whole) ** 2, 0));
  }
  return best;
}

/**
 * In one weight the index falls, then rises, so the most lies where every weight is at an end of its range. All such
 * points are tried up to {@link MAX_ENUMERATED} uncertain weights; beyond that {@link chordBound} is given, which is never
 * below the truth. 10,000 where a weight has no upper end.
 */
function highest(ranges: readonly WeightRange[]): number {
  if (ranges.some((r) => r.high === Number.POSITIVE_INFINITY)) return POINTS;
  const sure = ranges.filter((r) => r.low === r.high);
  const unsure = ranges.filter((r) => r.low < r.high);
  const sum = sure.reduce((total, r) => total + r.low, 0);
  const squares = sure.reduce((total, r) => total + r.low ** 2, 0);
  if (unsure.length > MAX_ENUMERATED) return Math.min(POINTS, POINTS * chordBound(ranges));

  const most = (from: number, weights: number, squared: number): number => {
    const range = unsure[from];
    if (!range) return weights > 0 ? squared / weights ** 2 : 0;
    return Math.max(
      most(from + 1, weights + range.low, squared + range.low ** 2),
      most(from + 1, weights + range.high, squared + range.high ** 2),
    );
  };
  return Math.min(POINTS, POINTS * most(0, sum, squares));
}

/**
 * Replaces each w² by its chord over [low, high], which lies above it. For a given sum S the chords' total is largest when
 * the steepest (low + high) are raised first: a concave function a + b·S on each piece. (a + b·S) / S² is largest at the
 * piece's ends or, where a < 0 < b, at S = −2a / b.
 */
function chordBound(ranges: readonly WeightRange[]): number {
  let sum = ranges.reduce((total, r) => total + r.low, 0);
  let squares = ranges.reduce((total, r) => total + r.low ** 2, 0);
  let most = sum > 0 ? squares / sum ** 2 : 1;
  for (const { low, high } of [...ranges].sort((a, b) => b.low + b.high - a.low - a.high)) {
    const slope = low + high;
    const constant = squares - slope * sum;
    const end = sum + high - low;
    if (end === sum) continue;
    const peak = constant < 0 ? (-2 * constant) / slope : end;
    if (peak > sum && peak < end) most = Math.max(most, (constant + slope * peak) / peak ** 2);
    squares += slope * (high - low);
    sum = end;
    most = Math.max(most, squares / sum ** 2);
  }
  return most;
}
