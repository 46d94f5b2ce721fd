import { DEFAULT_EDGE_BUDGET } from '../analysis/closure.js';
import { type Run, runHere } from '../analysis/Traversals.js';
import { type Traversal, traverse } from '../analysis/traverse.js';
import type { ThreadPool } from './ThreadPool.js';

/** Graphs of at most so many edges are walked in the thread that asks: the longest takes it some milliseconds. */
const SMALL: Readonly<Record<Traversal['what'], number>> = {
  CLOSURE: 20_000,
  PATHS: 20_000,
  IMPACT: 20_000,
  // Each candidate's loss is followed by itself.
  CHOKEPOINTS: 4_000,
};

/** In larger ones a search visits so many edges before it is given to a thread. */
const TRIED = 20_000;

export interface InPool {
  readonly pool: Pick<ThreadPool, 'run'>;
  /** Edges of a graph that is walked here, by traversal; others than the usual ones are for tests. */
  readonly small?: Readonly<Record<Traversal['what'], number>>;
  readonly tried?: number;
}

/**
 * Walks small graphs, and small parts of large ones, in the thread that asks, and all else in a pool's: what takes a
 * millisecond must not wait behind what takes a second. Both ways give the same answer. `request` ends the wait.
 */
export function runInPool(
  { pool, small = SMALL, tried = TRIED }: InPool,
  request: { readonly signal: AbortSignal },
): Run {
  return (topology, traversal) => {
    const { what } = traversal;
    if (topology.edgeCount <= small[what]) return runHere(topology, traversal);
    // The others would need memory for each node of the graph before they begin.
    if (what === 'CLOSURE' || what === 'PATHS') {
      const found = traverse(topology, traversal, tried);
      if (!found.truncated) return found;
    }
    return pool.run({ graph: topology.shared(), traversal, budget: DEFAULT_EDGE_BUDGET }, request.signal);
  };
}
