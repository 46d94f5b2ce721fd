import { IntRows } from './IntRows.js';
import type { Neighbour, Neighbours, Ways } from './neighbours.js';

/** Cells of a node that was seen: itself, its first hop on and its first hop back (rows, counted from 1). */
const NODE = 0;
const AHEAD = 1;
const BEHIND = 2;
/** Whether it was found, and whether its hops were taken, from the start and from the end. */
const AT_START = 3;
const AT_END = 4;
const NODE_WIDTH = 5;
const FOUND = 1;
const WALKED = 2;

/** Cells of a hop: the places of its nodes, its best edge, and the next hop of the same node on and back. */
const FROM = 0;
const TO = 1;
const EDGE = 2;
const CONFIRMED = 3;
const NEXT_AHEAD = 4;
const NEXT_BEHIND = 5;
const HOP_WIDTH = 6;

/** What has been found from one end. */
interface Side {
  readonly way: 'ahead' | 'behind';
  /** The cell that says what was done from there, and the one that says it of the other end. */
  readonly own: number;
  readonly other: number;
  /** Places of the nodes that were found last. */
  layer: readonly number[];
}

/**
 * The part of a graph in which all paths between two nodes lie that have at most so many hops, grown a hop at a time. Each hop
 * is taken at the end where it is cheaper: from a buyer towards its providers, and not back from a supplier on which half of
 * the world depends (bidirectional search: Pohl 1971, Machine Intelligence 6:127–140).
 */
export class Corridor {
  readonly #neighbours: Neighbours;
  /** A node's place among those that were seen. */
  readonly #places = new Map<number, number>();
  readonly #nodes = new IntRows(NODE_WIDTH);
  readonly #hops = new IntRows(HOP_WIDTH);
  readonly #start: Side;
  readonly #end: Side;
  readonly #from: number;
  readonly #to: number;

  constructor(neighbours: Neighbours, from: number, to: number) {
    this.#neighbours = neighbours;
    this.#from = this.#placeOf(from);
    this.#to = this.#placeOf(to);
    this.#start = { way: 'ahead', own: AT_START, other: AT_END, layer: [this.#from] };
    this.#end = { way: 'behind', own: AT_END, other: AT_START, layer: [this.#to] };
    for (const { own, layer } of [this.#start, this.#end]) for (const place of layer) this.#mark(place, own, FOUND);
  }

  /** Lets paths be a hop longer. Costs the edges of one layer. Throws BudgetSpent. */
  grow(): void {
    const side = this.#costOf(this.#start) <= this.#costOf(this.#end) ? this.#start : this.#end;
    const next: number[] = [];
    for (const place of side.layer) {
      for (const neighbour of this.#neighbours[side.way](this.#cell(place, NODE))) {
        const other = this.#placeOf(neighbour.node);
        // Seen already when the other end's search went through its other node.
        if (this.#cell(other, side.other) < WALKED) {
          if (side.way === 'ahead') this.#addHop(place, other, neighbour);
          else this.#addHop(other, place, neighbour);
        }
        if (this.#cell(other, side.own) >= FOUND) continue;
        this.#mark(other, side.own, FOUND);
        next.push(other);
      }
      this.#mark(place, side.own, WALKED);
    }
    side.layer = next;
  }

  /**
   * The hops on walks between the ends of at most `hops` hops, as many as it has grown by. Null where there is none.
   * Linear in the edges that were seen; what they give out counts in the budget too.
   */
  within(hops: number): Ways | null {
    const fromStart = this.#distances(this.#from, AHEAD, NEXT_AHEAD, TO, hops);
    if ((fromStart[this.#to] ?? -1) < 0) return null;
    const toEnd = this.#distances(this.#to, BEHIND, NEXT_BEHIND, FROM, hops);
    const isOn = (place: number) => {
      const [there, onwards] = [fromStart[place] ?? -1, toEnd[place] ?? -1];
      return there >= 0 && onwards >= 0 && there + onwards <= hops;
    };
    const counted = (first: number, next: number, end: number) => {
      const known = new Map<number, readonly Neighbour[]>();
      return (node: number): readonly Neighbour[] => {
        let list = known.get(node);
        if (list === undefined) {
          list = this.#hopsOf(node, first, next, end, isOn);
          known.set(node, list);
        }
        this.#neighbours.spend(list.length);
        return list;
      };
    };
    return { ahead: counted(AHEAD, NEXT_AHEAD, TO), behind: counted(BEHIND, NEXT_BEHIND, FROM) };
  }

  #costOf({ layer, way }: Side): number {
    return layer.reduce((sum, place) => sum + this.#neighbours.degree(this.#cell(place, NODE), way), 0);
  }

  #placeOf(node: number): number {
    let place = this.#places.get(node);
    if (place === undefined) {
      place = this.#nodes.count;
      this.#nodes.add();
      this.#mark(place, NODE, node);
      this.#places.set(node, place);
    }
    return place;
  }

  #cell(place: number, cell: number): number {
    return this.#nodes.cells[place * NODE_WIDTH + cell] ?? 0;
  }

  #mark(place: number, cell: number, value: number): void {
    this.#nodes.cells[place * NODE_WIDTH + cell] = value;
  }

  #addHop(from: number, to: number, { edge, confirmed }: Neighbour): void {
    const hop = this.#hops.add();
    const { cells, count } = this.#hops;
    cells[hop + FROM] = from;
    cells[hop + TO] = to;
    cells[hop + EDGE] = edge;
    cells[hop + CONFIRMED] = Number(confirmed);
    cells[hop + NEXT_AHEAD] = this.#cell(from, AHEAD);
    cells[hop + NEXT_BEHIND] = this.#cell(to, BEHIND);
    this.#mark(from, AHEAD, count);
    this.#mark(to, BEHIND, count);
  }

  /** Hops from a node to each that was seen, at most `most`; -1 for the others. */
  #distances(start: number, first: number, next: number, end: number, most: number): Int32Array {
    const { cells } = this.#hops;
    const found = new Int32Array(this.#nodes.count).fill(-1);
    found[start] = 0;
    for (let layer = [start], depth = 1; depth <= most && layer.length > 0; depth++) {
      const further: number[] = [];
      for (const place of layer) {
        for (let row = this.#cell(place, first); row > 0; row = cells[(row - 1) * HOP_WIDTH + next] ?? 0) {
          const other = cells[(row - 1) * HOP_WIDTH + end] ?? 0;
          if ((found[other] ?? 0) >= 0) continue;
          found[other] = depth;
          further.push(other);
        }
      }
      layer = further;
    }
    return found;
  }

  /** The hops of a node to those that are wanted, ascending by node. */
  #hopsOf(
    node: number,
    first: number,
    next: number,
    end: number,
    isWanted: (place: number) => boolean,
  ): readonly Neighbour[] {
    const { cells } = this.#hops;
    const place = this.#places.get(node);
    const list: Neighbour[] = [];
    for (let row = place === undefined ? 0 : this.#cell(place, first); row > 0; ) {
      const hop = (row - 1) * HOP_WIDTH;
      const other = cells[hop + end] ?? 0;
      if (isWanted(other)) {
        list.push({
          node: this.#cell(other, NODE),
          edge: cells[hop + EDGE] ?? -1,
          confirmed: cells[hop + CONFIRMED] === 1,
        });
      }
      row = cells[hop + next] ?? 0;
    }
    return list.sort((a, b) => a.node - b.node);
  }
}
