import type { NumberedGraph, ViewRequest } from '../store/Topology.js';
import { type BreakWeights, type Chokepoints, chokepoints } from './chokepoints.js';
import { type ClosureDirection, closure } from './closure.js';
import { cloudsOf } from './cloudsOf.js';
import type { ImpactColumns } from './HitList.js';
import { impactColumns } from './impact.js';
import type { Removal } from './Loss.js';
import { type PathOptions, type Paths, shortestPaths } from './paths.js';
import type { ReachedColumns } from './ReachedList.js';

/** A question that may visit millions of edges, as plain data: it can be sent to another thread. */
export type Traversal = { readonly view: ViewRequest } & (
  | {
      readonly what: 'CLOSURE';
      readonly start: number;
      readonly direction: ClosureDirection;
      readonly maxDepth: number;
    }
  | {
      readonly what: 'PATHS';
      readonly from: number;
      readonly to: number;
      readonly options: Omit<PathOptions, 'budget'>;
    }
  | { readonly what: 'IMPACT'; readonly removal: Removal }
  | {
      readonly what: 'CHOKEPOINTS';
      readonly ownership: ViewRequest;
      readonly first: number;
      readonly weights: BreakWeights;
    }
);

/** Its answer, as plain data and integers. */
export type Found = { readonly truncated: boolean } & (
  | { readonly what: 'CLOSURE'; readonly columns: ReachedColumns; readonly edgesVisited: number }
  | { readonly what: 'PATHS'; readonly paths: Paths }
  | { readonly what: 'IMPACT'; readonly columns: ImpactColumns }
  | { readonly what: 'CHOKEPOINTS'; readonly chokepoints: Chokepoints }
);

/** Answers a question with at most about `budget` edges visited. */
export function traverse(graph: NumberedGraph, traversal: Traversal, budget: number): Found {
  const view = graph.view(traversal.view);
  switch (traversal.what) {
    case 'CLOSURE': {
      const { what, start, direction, maxDepth } = traversal;
      const { reached, truncated, edgesVisited } = closure(graph, view, start, direction, { maxDepth, budget });
      return { what, columns: reached.columns, truncated, edgesVisited };
    }
    case 'PATHS': {
      const { what, from, to, options } = traversal;
      const paths = shortestPaths(graph, view, from, to, { ...options, budget });
      return { what, paths, truncated: paths.truncated };
    }
    case 'IMPACT': {
      const columns = impactColumns(graph, view, traversal.removal, budget);
      return { what: traversal.what, columns, truncated: columns.loss.truncated || columns.isCut };
    }
    case 'CHOKEPOINTS': {
      const { what, ownership, first, weights } = traversal;
      const fallsWith = cloudsOf(graph, graph.view(ownership));
      const found = chokepoints(graph, view, first, weights, budget, fallsWith);
      return { what, chokepoints: found, truncated: found.truncated };
    }
  }
}

/** The memory of an answer that may be handed over to another thread instead of copied. */
export function buffersOf(found: Found): ArrayBuffer[] {
  switch (found.what) {
    case 'CLOSURE':
      return Object.values(found.columns).map(({ buffer }) => buffer);
    case 'IMPACT': {
      const { loss, breaks, stresses, inOperation, broken } = found.columns;
      return [loss.needs, loss.told, breaks, stresses, inOperation, broken].map(({ buffer }) => buffer);
    }
    default:
      return [];
  }
}
