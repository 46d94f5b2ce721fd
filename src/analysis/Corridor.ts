import type { Neighbour, Neighbours, Ways } from './neighbours.js';

/** What has been found from one end. */
interface Side {
  readonly way: 'ahead' | 'behind';
  /** Hops from the end to each node that was found. */
  readonly distance: Map<number, number>;
  layer: readonly number[];
}

/**
 * The part of a graph in which all paths between two nodes lie that have at most so many hops, grown a hop at a time. Each hop
 * is taken at the end where it is cheaper: from a buyer towards its providers, and not back from a supplier on which half of
 * the world depends (bidirectional search: Pohl 1971, Machine Intelligence 6:127–140).
 */
export class Corridor {
  readonly #neighbours: Neighbours;
  readonly #start: Side;
  readonly #end: Side;
  readonly #from: number;
  readonly #to: number;
  /** Every hop that was seen, from either end. */
  readonly #ahead = new Map<number, Map<number, Neighbour>>();
  readonly #behind = new Map<number, Map<number, Neighbour>>();

  constructor(neighbours: Neighbours, from: number, to: number) {
    this.#neighbours = neighbours;
    this.#from = from;
    this.#to = to;
    this.#start = { way: 'ahead', distance: new Map([[from, 0]]), layer: [from] };
    this.#end = { way: 'behind', distance: new Map([[to, 0]]), layer: [to] };
  }

  /** Lets paths be a hop longer. Costs the edges of one layer. Throws BudgetSpent. */
  grow(): void {
    const side = this.#costOf(this.#start) <= this.#costOf(this.#end) ? this.#start : this.#end;
    const next: number[] = [];
    for (const node of side.layer) {
      const hops = (side.distance.get(node) ?? 0) + 1;
      for (const { node: other, edge, confirmed } of this.#neighbours[side.way](node)) {
        const [a, b] = side.way === 'ahead' ? [node, other] : [other, node];
        put(this.#ahead, a, { node: b, edge, confirmed });
        put(this.#behind, b, { node: a, edge, confirmed });
        if (side.distance.has(other)) continue;
        side.distance.set(other, hops);
        next.push(other);
      }
    }
    side.layer = next;
  }

  /**
   * The hops on walks between the ends of at most `hops` hops, as many as it has grown by. Null where there is none.
   * Linear in the edges that were seen; what they give out counts in the budget too.
   */
  within(hops: number): Ways | null {
    const fromStart = distances(this.#ahead, this.#from, hops);
    if (!fromStart.has(this.#to)) return null;
    const toEnd = distances(this.#behind, this.#to, hops);
    const isOn = (node: number) =>
      (fromStart.get(node) ?? Number.POSITIVE_INFINITY) + (toEnd.get(node) ?? Number.POSITIVE_INFINITY) <= hops;
    const counted = (list: (node: number) => readonly Neighbour[]) => (node: number) => {
      const neighbours = list(node);
      this.#neighbours.spend(neighbours.length);
      return neighbours;
    };
    return { ahead: counted(remembered(this.#ahead, isOn)), behind: counted(remembered(this.#behind, isOn)) };
  }

  #costOf({ layer, way }: Side): number {
    return layer.reduce((sum, node) => sum + this.#neighbours.degree(node, way), 0);
  }
}

type Hops = ReadonlyMap<number, ReadonlyMap<number, Neighbour>>;

function put(lists: Map<number, Map<number, Neighbour>>, node: number, neighbour: Neighbour): void {
  const list = lists.get(node);
  if (list) list.set(neighbour.node, neighbour);
  else lists.set(node, new Map([[neighbour.node, neighbour]]));
}

function distances(lists: Hops, start: number, most: number): ReadonlyMap<number, number> {
  const found = new Map([[start, 0]]);
  for (let layer = [start], depth = 1; depth <= most && layer.length > 0; depth++) {
    const next: number[] = [];
    for (const node of layer) {
      for (const other of lists.get(node)?.keys() ?? []) {
        if (found.has(other)) continue;
        found.set(other, depth);
        next.push(other);
      }
    }
    layer = next;
  }
  return found;
}

/** Those neighbours that are wanted, ascending, made once for each node. */
function remembered(lists: Hops, isWanted: (node: number) => boolean): (node: number) => readonly Neighbour[] {
  const known = new Map<number, readonly Neighbour[]>();
  return (node) => {
    let list = known.get(node);
    if (list === undefined) {
      list = [...(lists.get(node)?.values() ?? [])].filter((n) => isWanted(n.node)).sort((a, b) => a.node - b.node);
      known.set(node, list);
    }
    return list;
  };
}
