import type { NumberedGraph } from '../store/Topology.js';
import { IntRows } from './IntRows.js';
import {
  DEPTH,
  EDGE,
  KIND_BITS,
  NODE,
  PARENT,
  REACHED_WIDTH,
  type ReachedColumns,
  SURE_EDGE,
  SURE_PARENT,
  SURE_RANK,
} from './ReachedList.js';

/** {@link ReachedColumns} while a search fills them. */
export class ReachedRows {
  private readonly rows = new IntRows(REACHED_WIDTH);
  private readonly links = new IntRows(1);
  private readonly linkEnds = new IntRows(1);

  constructor(
    private readonly graph: NumberedGraph,
    start: number,
  ) {
    this.rows.cells[this.add(start, 0, -1, -1) + SURE_RANK] = 0;
    this.linkEnds.add();
  }

  get count(): number {
    return this.rows.count;
  }

  nodeAt(row: number): number {
    return this.rows.cells[row * REACHED_WIDTH + NODE] ?? -1;
  }

  /** The place of the new row's cells. */
  add(node: number, depth: number, parent: number, edge: number): number {
    const place = this.rows.add();
    const { cells } = this.rows;
    cells[place + NODE] = node;
    cells[place + DEPTH] = depth;
    cells[place + PARENT] = parent;
    cells[place + EDGE] = edge;
    cells[place + SURE_PARENT] = -1;
    cells[place + SURE_EDGE] = -1;
    cells[place + SURE_RANK] = -1;
    if (depth === 1) this.linkEnds.add();
    return place;
  }

  /** A hop on a shortest route to a row. Parallel edges come best first, so the first of a parent stays. */
  addHop(row: number, parent: number, edge: number): void {
    const { graph } = this;
    const { cells } = this.rows;
    const place = row * REACHED_WIDTH;
    cells[place + KIND_BITS] = (cells[place + KIND_BITS] ?? 0) | (1 << graph.kindPlace(edge));
    // The start's edges to one neighbour come one after the other.
    if (parent === 0) {
      const at = this.links.add();
      this.links.cells[at] = edge;
      this.linkEnds.cells[row] = at + 1;
    }
    const rank = cells[parent * REACHED_WIDTH + SURE_RANK] ?? -1;
    if (rank < 0 || !graph.isConfirmed(edge)) return;
    const known = cells[place + SURE_PARENT] ?? -1;
    if (known >= 0 && rank >= (cells[known * REACHED_WIDTH + SURE_RANK] ?? -1)) return;
    cells[place + SURE_PARENT] = parent;
    cells[place + SURE_EDGE] = edge;
  }

  /**
   * Ranks the confirmed routes to a layer's rows, given in the order of their nodes: by their parents' routes, then by the
   * node. A counting sort; `before`: the first row of the layer before.
   */
  rankSure(ordered: ArrayLike<number>, before: number, first: number): void {
    const { cells } = this.rows;
    const parentRank = (row: number): number => {
      const parent = cells[row * REACHED_WIDTH + SURE_PARENT] ?? -1;
      return parent < 0 ? -1 : (cells[parent * REACHED_WIDTH + SURE_RANK] ?? -1);
    };
    const next = new Int32Array(first - before + 1);
    for (let i = 0; i < ordered.length; i++) {
      const rank = parentRank(ordered[i] ?? 0);
      if (rank >= 0) next[rank + 1] = (next[rank + 1] ?? 0) + 1;
    }
    for (let i = 1; i < next.length; i++) next[i] = (next[i] ?? 0) + (next[i - 1] ?? 0);
    for (let i = 0; i < ordered.length; i++) {
      const row = ordered[i] ?? 0;
      const rank = parentRank(row);
      if (rank < 0) continue;
      cells[row * REACHED_WIDTH + SURE_RANK] = next[rank] ?? 0;
      next[rank] = (next[rank] ?? 0) + 1;
    }
  }

  columns(order: Int32Array<ArrayBuffer>): ReachedColumns {
    return {
      cells: this.rows.trimmed(),
      order,
      links: this.links.trimmed(),
      linkEnds: this.linkEnds.trimmed(),
    };
  }
}
