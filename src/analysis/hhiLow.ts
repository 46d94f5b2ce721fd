import { POINTS } from './hhi.js';
import type { SharedPool, WeightRange } from './hhiRange.js';

/** How often the holders of shared weights are evened out for one level, at most. */
const MAX_SWEEPS = 200;
const HALVINGS = 64;

/**
 * The least index, where each weight lies in its range and `scattered` counts in the sum alone.
 *
 * The index is pseudoconvex (a norm over a sum), so a point where every weight is its range's nearest to one level
 * t = Σw² / Σw is the minimum: raising a weight below t or lowering one above t would lower it further. Between two
 * neighbouring ends of ranges it is fixed which weights are held at an end, and t follows from those alone. With known
 * weights of index H (as a fraction) and u wholly unknown ones this gives H / (1 + u·H). O(n²).
 */
export function lowest(ranges: readonly WeightRange[], scattered: number): number {
  if (scattered === Number.POSITIVE_INFINITY) return 0;
  const possible = ranges.filter((r) => r.high > 0);
  const ends = new Set([
    0,
    ...possible.flatMap((r) => (r.high < Number.POSITIVE_INFINITY ? [r.low, r.high] : [r.low])),
  ]);
  const levels = [...ends].sort((a, b) => a - b);
  let best = POINTS;
  for (const [i, from] of levels.entries()) {
    const to = levels[i + 1] ?? Number.POSITIVE_INFINITY;
    const held = possible.flatMap((r) => (r.low >= to ? [r.low] : r.high <= from ? [r.high] : []));
    const sum = held.reduce((total, w) => total + w, scattered);
    // Where nothing is held all weights can be equal.
    if (sum === 0) return POINTS / possible.length;
    const level = held.reduce((total, w) => total + w * w, 0) / sum;
    const filled = possible.map((r) => clamp(level, r));
    // Every level gives weights within their ranges, so a level outside its interval only fails to be the least.
    const whole = filled.reduce((total, w) => total + w, scattered);
    if (whole > 0) best = Math.min(best, POINTS * filled.reduce((total, w) => total + (w / whole) ** 2, 0));
  }
  return best;
}

/**
 * The same with pools: the level at which t = Σw² / Σw is found by halving, as Σw² − t·Σw never grows with t; for each t the
 * holders of each pool are evened out in turn, which leads to the weights nearest to t. What is answered is the bound that
 * {@link boundFrom} proves from those weights: never above the least, and equal to it as far as the evening out has come.
 */
export function lowestShared(own: readonly WeightRange[], shared: readonly SharedPool[], scattered: number): number {
  if (scattered === Number.POSITIVE_INFINITY) return 0;
  const pools = [...own.map((range, i) => ({ ...range, among: [i] })), ...shared].filter((pool) => pool.high > 0);
  const finite = pools.flatMap((p) => [p.low, p.high]).filter((w) => w < Number.POSITIVE_INFINITY);
  const weights = new Weights(own.length, pools);
  let from = 0;
  let to = finite.reduce((total, w) => total + w, 0) || 1;
  let best = 0;
  for (let i = 0; i < HALVINGS; i++) {
    const level = (from + to) / 2;
    weights.evenOut(level);
    best = Math.max(best, boundFrom(weights.each, pools, scattered));
    if (weights.each.reduce((total, w) => total + w * (w - level), -level * scattered) > 0) from = level;
    else to = level;
  }
  return best;
}

/** Weights of the holders, and what each pool gives to them. */
class Weights {
  readonly each: number[];
  readonly #pools: readonly { readonly pool: SharedPool; given: readonly number[] }[];

  constructor(holders: number, pools: readonly SharedPool[]) {
    this.each = Array<number>(holders).fill(0);
    this.#pools = pools.map((pool) => ({ pool, given: pool.among.map(() => 0) }));
  }

  /** Gives each pool to those of its holders who have least, up to the level, until nothing moves. */
  evenOut(level: number): void {
    for (let sweep = 0, moved = Number.POSITIVE_INFINITY; sweep < MAX_SWEEPS && moved > level * 1e-14; sweep++) {
      moved = 0;
      for (const entry of this.#pools) {
        const { among } = entry.pool;
        const others = among.map((holder, i) => (this.each[holder] ?? 0) - (entry.given[i] ?? 0));
        const given = fill(others, level, entry.pool);
        for (const [i, holder] of among.entries()) {
          moved = Math.max(moved, Math.abs((given[i] ?? 0) - (entry.given[i] ?? 0)));
          this.each[holder] = (others[i] ?? 0) + (given[i] ?? 0);
        }
        entry.given = given;
      }
    }
  }
}

/** Raises the lowest together, to the level if the range allows. */
function fill(others: readonly number[], level: number, range: WeightRange): readonly number[] {
  const raiseTo = (height: number): number[] => others.map((w) => Math.max(0, height - w));
  const wanted = raiseTo(level).reduce((total, w) => total + w, 0);
  const amount = clamp(wanted, range);
  if (amount === wanted) return raiseTo(level);
  const ascending = [...others].sort((a, b) => a - b);
  let sum = amount;
  let height = 0;
  for (const [i, w] of ascending.entries()) {
    sum += w;
    height = sum / (i + 1);
    if (height <= (ascending[i + 1] ?? Number.POSITIVE_INFINITY)) break;
  }
  return raiseTo(height);
}

/**
 * A lower bound from any weights w: by Cauchy and Schwarz Σv² ≥ (Σw·v)² / Σw², so the index of all v that are allowed is
 * at least (min Σw·v / Σv)² / Σw². The minimum gives each pool to the holder with the least w, and of the open amounts all
 * that are less than the mean.
 */
function boundFrom(weights: readonly number[], pools: readonly SharedPool[], scattered: number): number {
  const squares = weights.reduce((total, w) => total + w * w, 0);
  const costs = pools
    .map((pool) => ({ ...pool, cost: Math.min(...pool.among.map((holder) => weights[holder] ?? 0)) }))
    .sort((a, b) => a.cost - b.cost);
  let product = costs.reduce((total, p) => total + p.cost * p.low, 0);
  let sum = costs.reduce((total, p) => total + p.low, scattered);
  let mean = sum > 0 ? product / sum : Number.POSITIVE_INFINITY;
  for (const { cost, low, high } of costs) {
    if (cost >= mean) break;
    if (high === Number.POSITIVE_INFINITY) {
      mean = cost;
      break;
    }
    product += cost * (high - low);
    sum += high - low;
    if (sum > 0) mean = product / sum;
  }
  return squares > 0 ? Math.min(POINTS, (POINTS * mean ** 2) / squares) : 0;
}

function clamp(weight: number, range: WeightRange): number {
  return Math.min(Math.max(weight, range.low), range.high);
}
