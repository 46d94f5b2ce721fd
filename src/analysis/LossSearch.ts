import { DEPENDENCY_KINDS } from '../model/edge.js';
import type { NumberedGraph, TopologyView } from '../store/Topology.js';
import { FED, type Horizon, IS_OPERATING } from './capability.js';
import { IntRows } from './IntRows.js';
import {
  ALL_KINDS,
  type CutShort,
  DEPTH,
  GONE,
  KIND,
  LAST,
  type Loss,
  NEED_WIDTH,
  NEXT,
  NODE,
  PROVIDERS,
  type Removal,
  SURE,
} from './Loss.js';

const KINDS = DEPENDENCY_KINDS.length;
/** A bit above those of the kinds: the node itself is removed. */
const REMOVED = 1 << 15;

/**
 * What breaks and what is stressed when something is removed, to a fixpoint over pairs (entity, capability). An entity that
 * lost a capability hits only those that get just this from it; whose every documented provider of a kind is gone has
 * broken there, and delivers no more what that kind feeds. Whatever is removed itself is told nothing of. For horizon OPERATION
 * only what running needs goes on; NEW_SUPPLY takes all kinds. Monotone, so the order does not matter: rounds give the depth.
 * Its memory, linear in the nodes, serves one search after the other.
 */
export class LossSearch {
  private readonly rows = new IntRows(NEED_WIDTH);
  /** A node's first need: its row, counted from 1. */
  private readonly firstNeed: Int32Array;
  /** By node, a bit for each kind that it delivers no more; all, and REMOVED, where it is removed. */
  private readonly lost: Uint16Array;
  /** The same, once its dependents know. */
  private readonly told: Uint16Array<ArrayBuffer>;
  /** Nodes of which one of the two is set. */
  private touched: number[] = [];
  /** Pairs whose loss is still to be told: node · KINDS + kind. */
  private round: number[] = [];
  private edgesVisited = 0;
  private cutShort: CutShort | null = null;
  /** Needs that broke. */
  breaks = 0;

  constructor(
    private readonly graph: NumberedGraph,
    private readonly view: TopologyView,
    private readonly horizon: Horizon,
  ) {
    this.firstNeed = new Int32Array(graph.nodeCount);
    this.lost = new Uint16Array(graph.nodeCount);
    this.told = new Uint16Array(graph.nodeCount);
  }

  /** Needs of which some or all providers are gone. */
  get hits(): number {
    return this.rows.count;
  }

  /** The rows as they are; they last until the next search. */
  get cells(): Int32Array {
    return this.rows.cells;
  }

  /** Visits about `budget` edges at most. O(edges into what is lost, and out of whom it hits). */
  spread({ nodes, cuts }: Removal, budget: number): { readonly truncated: boolean; readonly edgesVisited: number } {
    this.clear();
    const { lost, touched } = this;
    for (const node of nodes) {
      lost[node] = REMOVED | ALL_KINDS;
      touched.push(node);
    }
    for (const node of nodes) this.tell(node, ALL_KINDS, 1, budget);
    for (const [node, kinds] of cuts) {
      if (nodes.has(node)) continue;
      touched.push(node);
      for (const kind of kinds) this.tell(node, 1 << kind, 1, budget);
    }
    for (let depth = 2; this.round.length > 0 && this.edgesVisited < budget; depth++) {
      const round = this.round;
      this.round = [];
      for (const pair of round) this.tell(Math.floor(pair / KINDS), 1 << (pair % KINDS), depth, budget);
    }
    return { truncated: this.edgesVisited >= budget, edgesVisited: this.edgesVisited };
  }

  /** What the last search found, as a copy. */
  loss(budget: number): Loss {
    const { rows, told, cutShort, edgesVisited } = this;
    const truncated = edgesVisited >= budget;
    return { needs: rows.trimmed(), told: told.slice(), cutShort, truncated, edgesVisited };
  }

  private clear(): void {
    const { cells, count } = this.rows;
    for (let row = 0; row < count; row++) this.firstNeed[cells[row * NEED_WIDTH + NODE] ?? 0] = 0;
    for (const node of this.touched) {
      this.lost[node] = 0;
      this.told[node] = 0;
    }
    this.rows.clear();
    this.touched = [];
    this.round = [];
    this.edgesVisited = 0;
    this.cutShort = null;
    this.breaks = 0;
  }

  /** Hits those that get one of the capabilities, given as bits, from the provider. */
  private tell(provider: number, capabilities: number, depth: number, budget: number): void {
    const { graph, told, lost } = this;
    // A cut that is named twice, or that also follows from a loss, was told already.
    if (((told[provider] ?? 0) & capabilities) === capabilities || this.cutShort !== null) return;
    const isRunning = this.horizon === 'OPERATION';
    this.view.in(provider, (edge, dependent) => {
      if (this.edgesVisited++ >= budget) {
        this.cutShort = { node: provider, kinds: capabilities, until: dependent };
        return false;
      }
      const kind = graph.kindPlace(edge);
      if ((capabilities & (1 << kind)) === 0 || (isRunning && IS_OPERATING[kind] !== true)) return true;
      if (dependent !== provider && ((lost[dependent] ?? 0) & REMOVED) === 0) {
        this.hit(dependent, kind, provider, edge, depth);
      }
      return true;
    });
    told[provider] = (told[provider] ?? 0) | capabilities;
  }

  private hit(node: number, kind: number, provider: number, edge: number, depth: number): void {
    const place = this.needOf(node, kind);
    const { cells } = this.rows;
    // Parallel edges come one after the other, the surest first.
    if (cells[place + LAST] === provider + 1) return;
    cells[place + LAST] = provider + 1;
    const gone = (cells[place + GONE] ?? 0) + 1;
    cells[place + GONE] = gone;
    if (this.graph.isConfirmed(edge)) cells[place + SURE] = (cells[place + SURE] ?? 0) + 1;
    const isBroken = gone === cells[place + PROVIDERS];
    if (gone === 1 || isBroken) cells[place + DEPTH] = depth;
    if (!isBroken) return;
    this.breaks++;
    for (const fed of FED[this.horizon][kind] ?? []) this.lose(node, fed);
  }

  private lose(node: number, kind: number): void {
    const before = this.lost[node] ?? 0;
    if ((before & (1 << kind)) !== 0) return;
    this.lost[node] = before | (1 << kind);
    this.touched.push(node);
    this.round.push(node * KINDS + kind);
  }

  /** The place of a need's row, which is made when it is first hit. */
  private needOf(node: number, kind: number): number {
    const { rows, firstNeed } = this;
    for (let row = firstNeed[node] ?? 0; row > 0; ) {
      const place = (row - 1) * NEED_WIDTH;
      if (rows.cells[place + KIND] === kind) return place;
      row = rows.cells[place + NEXT] ?? 0;
    }
    let providers = 0;
    let last = -1;
    this.view.out(node, (edge, provider) => {
      this.edgesVisited++;
      // Parallel edges come one after the other.
      if (provider === last || provider === node || this.graph.kindPlace(edge) !== kind) return;
      last = provider;
      providers++;
    });
    const place = rows.add();
    const { cells } = rows;
    cells[place + NODE] = node;
    cells[place + KIND] = kind;
    cells[place + PROVIDERS] = providers;
    cells[place + NEXT] = firstNeed[node] ?? 0;
    firstNeed[node] = rows.count;
    return place;
  }
}
