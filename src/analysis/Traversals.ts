import { type Soon, soon } from '../model/soon.js';
import type { Topology, ViewRequest } from '../store/Topology.js';
import type { BreakWeights, Chokepoints } from './chokepoints.js';
import { type Closure, type ClosureDirection, DEFAULT_EDGE_BUDGET } from './closure.js';
import { type Impact, readImpact } from './impact.js';
import type { Removal } from './Loss.js';
import type { PathOptions, Paths } from './paths.js';
import { ReachedList } from './ReachedList.js';
import { type Found, type Traversal, traverse } from './traverse.js';

/** Answers a traversal, here or elsewhere. */
export type Run = (topology: Topology, traversal: Traversal) => Soon<Found>;

/** In this thread, at once. */
export const runHere: Run = (topology, traversal) => traverse(topology, traversal, DEFAULT_EDGE_BUDGET);

/** The traversals that may take long, for whoever asks without knowing where they run. Each throws what running it does. */
export class Traversals {
  constructor(private readonly run: Run) {}

  closure(
    topology: Topology,
    view: ViewRequest,
    start: number,
    direction: ClosureDirection,
    maxDepth: number,
  ): Soon<Closure> {
    return soon(this.run(topology, { what: 'CLOSURE', view, start, direction, maxDepth }), (found) => {
      if (found.what !== 'CLOSURE') throw otherThan('CLOSURE', found);
      const { columns, truncated, edgesVisited } = found;
      return { reached: new ReachedList(columns), truncated, edgesVisited };
    });
  }

  paths(
    topology: Topology,
    view: ViewRequest,
    from: number,
    to: number,
    options: Omit<PathOptions, 'budget'>,
  ): Soon<Paths> {
    return soon(this.run(topology, { what: 'PATHS', view, from, to, options }), (found) => {
      if (found.what !== 'PATHS') throw otherThan('PATHS', found);
      return found.paths;
    });
  }

  impact(topology: Topology, view: ViewRequest, removal: Removal): Soon<Impact> {
    return soon(this.run(topology, { what: 'IMPACT', view, removal }), (found) => {
      if (found.what !== 'IMPACT') throw otherThan('IMPACT', found);
      return readImpact(topology, topology.view(view), removal, found.columns);
    });
  }

  /** `ownership`: the view of that kind alone, by which clouds fall with their operators. */
  chokepoints(
    topology: Topology,
    view: ViewRequest,
    ownership: ViewRequest,
    first: number,
    weights: BreakWeights,
  ): Soon<Chokepoints> {
    return soon(this.run(topology, { what: 'CHOKEPOINTS', view, ownership, first, weights }), (found) => {
      if (found.what !== 'CHOKEPOINTS') throw otherThan('CHOKEPOINTS', found);
      return found.chokepoints;
    });
  }
}

function otherThan(what: Traversal['what'], found: Found): Error {
  return new Error(`Expected an answer to ${what} but got: ${found.what}.`);
}
