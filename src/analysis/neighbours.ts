import type { NumberedGraph, TopologyView } from '../store/Topology.js';

export type PathDirection = 'DEPENDENCIES' | 'DEPENDENTS' | 'ANY';

/** One neighbour with the best of the parallel edges that lead there. */
export interface Neighbour {
  readonly node: number;
  /** By confidence, then edge id. */
  readonly edge: number;
  readonly confirmed: boolean;
}

/** Where a search may go: from a node on, and back. Each list ascending by node. */
export interface Ways {
  ahead(node: number): readonly Neighbour[];
  behind(node: number): readonly Neighbour[];
}

/** Raised inside a search when it has visited as many edges as it may. */
export class BudgetSpent extends Error {}

/**
 * Neighbours with parallel edges collapsed, remembered per node, for a search that walks in one direction, against it, or
 * in both. Counts the edges that it hands out and throws {@link BudgetSpent} when they are too many.
 */
export class Neighbours implements Ways {
  readonly #graph: NumberedGraph;
  readonly #view: TopologyView;
  readonly #direction: PathDirection;
  readonly #forward = new Map<number, readonly Neighbour[]>();
  readonly #backward = new Map<number, readonly Neighbour[]>();
  #left: number;

  constructor(graph: NumberedGraph, view: TopologyView, direction: PathDirection, budget: number) {
    this.#graph = graph;
    this.#view = view;
    this.#direction = direction;
    this.#left = budget;
  }

  /** At most so many neighbours one looks at to go on from the node, or back. */
  degree(node: number, way: 'ahead' | 'behind'): number {
    const out = this.#view.degree(node, 'out');
    const into = this.#view.degree(node, 'in');
    if (this.#direction === 'ANY') return out + into;
    return (way === 'ahead') === (this.#direction === 'DEPENDENCIES') ? out : into;
  }

  /** Where one can go from the node, ascending by node. */
  ahead(node: number): readonly Neighbour[] {
    return this.#of(node, this.#forward, this.#direction !== 'DEPENDENTS', this.#direction !== 'DEPENDENCIES');
  }

  /** From where one can come to the node, ascending by node. */
  behind(node: number): readonly Neighbour[] {
    if (this.#direction === 'ANY') return this.ahead(node);
    return this.#of(node, this.#backward, this.#direction === 'DEPENDENTS', this.#direction === 'DEPENDENCIES');
  }

  #of(node: number, known: Map<number, readonly Neighbour[]>, out: boolean, into: boolean): readonly Neighbour[] {
    let neighbours = known.get(node);
    if (!neighbours) {
      // Whatever becomes of them, so many edges are visited: a hub's may be more than all that is left.
      const edges = (out ? this.#view.degree(node, 'out') : 0) + (into ? this.#view.degree(node, 'in') : 0);
      if (edges > this.#left) throw new BudgetSpent();
      neighbours = this.#collapse(node, out, into);
      known.set(node, neighbours);
    }
    this.spend(neighbours.length);
    return neighbours;
  }

  /** Counts edges that are looked at, here or in what was made of them. Throws {@link BudgetSpent}. */
  spend(edges: number): void {
    this.#left -= edges;
    if (this.#left < 0) throw new BudgetSpent();
  }

  #collapse(node: number, out: boolean, into: boolean): readonly Neighbour[] {
    if (!out || !into) return this.#firstOfEach(node, out);
    const best = new Map<number, Neighbour>();
    const visit = (edge: number, other: number): void => {
      if (other === node) return;
      const candidate = { node: other, edge, confirmed: this.#graph.isConfirmed(edge) };
      const known = best.get(other);
      if (!known || this.#isBetter(candidate, known)) best.set(other, candidate);
    };
    this.#view.out(node, visit);
    this.#view.in(node, visit);
    return [...best.values()].sort((a, b) => a.node - b.node);
  }

  /** One way alone gives the neighbours in order, and the best of parallel edges first. */
  #firstOfEach(node: number, out: boolean): readonly Neighbour[] {
    const neighbours: Neighbour[] = [];
    let last = -1;
    const visit = (edge: number, other: number): void => {
      if (other === node || other === last) return;
      last = other;
      neighbours.push({ node: other, edge, confirmed: this.#graph.isConfirmed(edge) });
    };
    if (out) this.#view.out(node, visit);
    else this.#view.in(node, visit);
    return neighbours;
  }

  #isBetter(a: Neighbour, b: Neighbour): boolean {
    if (a.confirmed !== b.confirmed) return a.confirmed;
    return this.#graph.edgeId(a.edge) < this.#graph.edgeId(b.edge);
  }
}
