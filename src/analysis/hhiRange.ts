import { highest } from './hhiHigh.js';
import { lowest, lowestShared } from './hhiLow.js';

/** A weight that is only known to lie in [low, high]; `high` may be Infinity. */
export interface WeightRange {
  readonly low: number;
  readonly high: number;
}

/** A weight that some holders have together, split at will. */
export interface Pool extends WeightRange {
  /** Positions of the holders; null for anybody, of whom there may be any number. */
  readonly among: readonly number[] | null;
}

/**
 * The least and the most that the index can be when each holder's own weight lies anywhere in its range, and each pool's
 * anywhere in its range with any of those who share it. `strays` are holders that may turn out to be the same as another
 * (a provider of unknown country). Null without any positive weight. The bounds are met by weights that the arguments allow,
 * save for more than 65,536 corners ({@link highest}) and for strays, whose parts may go different ways in `high`.
 */
export function hhiRange(
  ranges: readonly WeightRange[],
  pools: readonly Pool[] = [],
  strays: ReadonlySet<number> = new Set(),
): { readonly low: number; readonly high: number } | null {
  if (![...ranges, ...pools].some((r) => r.high > 0)) return null;
  const { own, shared, anybodys } = gather(ranges, pools);
  // Spread infinitely thin, what is anybody's adds to the sum alone; and a stray apart from all others is the least.
  const low = shared.length > 0 ? lowestShared(own, shared, anybodys.high) : lowest(own, anybodys.high);

  const loose = (positions: readonly number[]): boolean => positions.some((i) => strays.has(i));
  const settled = own.map((range, i) => (strays.has(i) ? { low: 0, high: 0 } : range));
  const astray = [...own.filter((_, i) => strays.has(i)), ...shared.filter((pool) => loose(pool.among))];
  const high = highest(
    settled,
    shared.filter((pool) => !loose(pool.among)),
    astray.reduce(add, anybodys),
  );
  return { low, high };
}

/** A pool of named holders. */
export interface SharedPool extends Pool {
  readonly among: readonly number[];
}

/** Puts together what the same holders share; what one alone may have is its own. */
function gather(
  ranges: readonly WeightRange[],
  pools: readonly Pool[],
): { readonly own: readonly WeightRange[]; readonly shared: readonly SharedPool[]; readonly anybodys: WeightRange } {
  const own = [...ranges];
  const shared = new Map<string, SharedPool>();
  let anybodys: WeightRange = { low: 0, high: 0 };
  for (const pool of pools) {
    const among = pool.among && [...new Set(pool.among)].sort((a, b) => a - b);
    const [first] = among ?? [];
    if (!among || first === undefined) anybodys = add(anybodys, pool);
    else if (among.length === 1) own[first] = add(own[first] ?? { low: 0, high: 0 }, pool);
    else {
      const key = among.join();
      shared.set(key, { ...add(shared.get(key) ?? { low: 0, high: 0 }, pool), among });
    }
  }
  return { own, shared: [...shared.values()].filter((pool) => pool.high > 0), anybodys };
}

function add(a: WeightRange, b: WeightRange): WeightRange {
  return { low: a.low + b.low, high: a.high + b.high };
}
