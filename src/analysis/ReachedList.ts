import { DEPENDENCY_KINDS, type DependencyKind } from '../model/edge.js';
import type { Confidence } from '../model/statement.js';
import type { NumberedGraph } from '../store/Topology.js';

/** A route from the start outwards: `edges[i]` joins `nodes[i]` and `nodes[i + 1]`. */
export interface Witness {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

/** Cells of a row of {@link ReachedColumns}. */
export const NODE = 0;
export const DEPTH = 1;
/** Last hop of the smallest shortest route, whatever its confidence: the row before and the edge; -1 at the start. */
export const PARENT = 2;
export const EDGE = 3;
/** Last hop of the smallest shortest route on which every hop is confirmed; -1 without one. */
export const SURE_PARENT = 4;
export const SURE_EDGE = 5;
/** Place of the confirmed route among those of its layer, by id sequence; -1 without one. */
export const SURE_RANK = 6;
export const KIND_BITS = 7;
export const REACHED_WIDTH = 8;

/** What is kept of each node that a search has found, as integers that cross to another thread without a copy. */
export interface ReachedColumns {
  /** Rows of {@link REACHED_WIDTH} cells in the order of discovery; row 0 is the start. */
  readonly cells: Int32Array<ArrayBuffer>;
  /** Rows by depth, then node. */
  readonly order: Int32Array<ArrayBuffer>;
  /** Every edge between the start and its neighbours, best first, so that each can be listed with its deal. */
  readonly links: Int32Array<ArrayBuffer>;
  /** Those of row r, of depth 1, are links[linkEnds[r - 1]] … links[linkEnds[r] - 1]. */
  readonly linkEnds: Int32Array<ArrayBuffer>;
}

/** A node that was reached, and how. */
export interface Reached {
  readonly node: number;
  readonly depth: number;
  /** At depth 1 every edge from the start, best first; deeper none. */
  readonly links: readonly number[];
  /** Kinds of the last hops on all shortest routes, in the order of `DEPENDENCY_KINDS`. */
  readonly kinds: readonly DependencyKind[];
  /** Confidence of the witness' weakest hop. */
  readonly confidence: Confidence;
  /** The witness: fewest hops, then the highest weakest-hop confidence, then the smallest id sequence. */
  readonly path: Witness;
}

/** One by its row. */
class ReachedRow implements Reached {
  constructor(
    private readonly columns: ReachedColumns,
    private readonly row: number,
  ) {}

  get node(): number {
    return this.cell(NODE);
  }

  get depth(): number {
    return this.cell(DEPTH);
  }

  get links(): readonly number[] {
    const { links, linkEnds } = this.columns;
    return this.depth === 1 ? [...links.subarray(linkEnds[this.row - 1], linkEnds[this.row])] : [];
  }

  get kinds(): readonly DependencyKind[] {
    return kindsIn(this.cell(KIND_BITS));
  }

  get confidence(): Confidence {
    return this.isSure ? 'confirmed' : 'recalled';
  }

  get path(): Witness {
    const [parent, edge] = this.isSure ? [SURE_PARENT, SURE_EDGE] : [PARENT, EDGE];
    const nodes = [this.node];
    const edges: number[] = [];
    for (let row = this.row; row > 0; ) {
      edges.push(this.cell(edge, row));
      row = this.cell(parent, row);
      nodes.push(this.cell(NODE, row));
    }
    return { nodes: nodes.reverse(), edges: edges.reverse() };
  }

  private get isSure(): boolean {
    return this.cell(SURE_RANK) >= 0;
  }

  private cell(cell: number, row = this.row): number {
    return this.columns.cells[row * REACHED_WIDTH + cell] ?? -1;
  }
}

/** A neighbour of the start, of which a page has many, each cheaper than a row. `links`: best first. */
export class DirectlyReached implements Reached {
  readonly depth = 1;
  readonly links: number[];

  constructor(
    private readonly graph: NumberedGraph,
    private readonly start: number,
    readonly node: number,
    private readonly best: number,
  ) {
    this.links = [best];
  }

  get kinds(): readonly DependencyKind[] {
    return kindsIn(this.links.reduce((bits, edge) => bits | (1 << this.graph.kindPlace(edge)), 0));
  }

  get confidence(): Confidence {
    return this.graph.isConfirmed(this.best) ? 'confirmed' : 'recalled';
  }

  get path(): Witness {
    return { nodes: [this.start, this.node], edges: [this.best] };
  }
}

function kindsIn(bits: number): readonly DependencyKind[] {
  return DEPENDENCY_KINDS.filter((_, bit) => bits & (1 << bit));
}

/** Nodes that were reached, in order; each is made when it is asked for, because there may be a million. */
export class ReachedList {
  constructor(readonly columns: ReachedColumns) {}

  get length(): number {
    return this.columns.order.length;
  }

  at(place: number): Reached | undefined {
    const row = this.columns.order[place];
    return row === undefined ? undefined : new ReachedRow(this.columns, row);
  }

  *[Symbol.iterator](): Generator<Reached> {
    for (const row of this.columns.order) yield new ReachedRow(this.columns, row);
  }
}
