import type { Found, Traversal } from '../analysis/traverse.js';
import type { SharedGraph } from '../store/Topology.js';

/** What a thread is told. The graph crosses as handles of shared memory, so nothing of it is kept from one job to the next. */
export interface Job {
  readonly graph: SharedGraph;
  readonly traversal: Traversal;
  /** Edges visited at most. */
  readonly budget: number;
}

/** What it answers; `failed` is an error of the program's own, for the log. */
export type Reply = { readonly found: Found } | { readonly failed: string };
