import { POINTS } from './hhi.js';
import type { SharedPool, WeightRange } from './hhiRange.js';

/** More corners than this are bounded instead of tried. */
const MAX_CORNERS = 65_536;

/** An amount and who has it. */
interface Choice {
  readonly holder: number;
  readonly weight: number;
}

/**
 * The most that the index can be. It is quasiconvex, so that lies at a corner: every range at one of its ends, every pool at
 * one of its ends and whole with one holder, what is anybody's with one of them or one more. All corners are tried; where
 * there are too many, pools are given to all their holders at once, and then {@link chordBound} is taken: never below the
 * truth. 10,000 where an amount has no upper end.
 */
export function highest(own: readonly WeightRange[], shared: readonly SharedPool[], anybodys: WeightRange): number {
  const everybody = own.map((_, i) => i).concat(own.length);
  const ranges = [...own, { low: 0, high: 0 }];
  const pools = anybodys.high > 0 ? [...shared, { ...anybodys, among: everybody }] : shared;
  if ([...ranges, ...pools].some((r) => r.high === Number.POSITIVE_INFINITY)) return POINTS;
  const corners = [...ranges.map((range, i) => cornersOf({ ...range, among: [i] })), ...pools.map(cornersOf)];
  if (isFew(corners)) return POINTS * mostOf(corners, ranges.length);

  const boxes = ranges.map(({ low, high }, i) => ({
    low,
    high: pools.reduce((total, pool) => total + (pool.among.includes(i) ? pool.high : 0), high),
  }));
  const ofBoxes = boxes.map((box, i) => cornersOf({ ...box, among: [i] }));
  return Math.min(POINTS, POINTS * (isFew(ofBoxes) ? mostOf(ofBoxes, boxes.length) : chordBound(boxes)));
}

function cornersOf({ low, high, among }: SharedPool): readonly Choice[] {
  const [anyone] = among;
  const atHigh = among.map((holder) => ({ holder, weight: high }));
  if (low === high || anyone === undefined) return atHigh;
  // Whoever has nothing of it, that is one corner.
  return [...atHigh, ...(low > 0 ? among : [anyone]).map((holder) => ({ holder, weight: low }))];
}

function isFew(corners: readonly (readonly Choice[])[]): boolean {
  return corners.reduce((product, choices) => product * choices.length, 1) <= MAX_CORNERS;
}

/** The largest Σw² / (Σw)² over one choice of each. */
function mostOf(corners: readonly (readonly Choice[])[], holders: number): number {
  const weights = Array<number>(holders).fill(0);
  const most = (from: number): number => {
    const choices = corners[from];
    if (!choices) {
      const sum = weights.reduce((total, w) => total + w, 0);
      return sum > 0 ? weights.reduce((total, w) => total + (w / sum) ** 2, 0) : 0;
    }
    let best = 0;
    for (const { holder, weight } of choices) {
      const before = weights[holder] ?? 0;
      weights[holder] = before + weight;
      best = Math.max(best, most(from + 1));
      weights[holder] = before;
    }
    return best;
  };
  return most(0);
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
