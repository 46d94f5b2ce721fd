import { DEPENDENCY_KINDS, type DependencyKind } from '../model/edge.js';
import type { EntityId } from '../model/ids.js';
import type { Confidence } from '../model/statement.js';
import type { Topology, TopologyView } from '../store/Topology.js';
import { FED, type Horizon } from './capability.js';
import { DEPTH, GONE, KIND, type Loss, NEED_WIDTH, NODE, type Removal, SURE } from './Loss.js';

/** Providers that a reason names. */
const NAMED = 5;

/** A capability of which an entity's documented providers are gone, all (it breaks) or some (it is stressed). */
export interface Hit {
  readonly node: EntityId;
  readonly capability: DependencyKind;
  /** OPERATION where it is hit in what runs, NEW_SUPPLY where only what is still to be supplied is. */
  readonly horizon: Horizon;
  /** Rounds from the removal; 1 is hit by it directly. */
  readonly depth: number;
  /** Providers that deliver no more, ascending. */
  readonly gone: readonly EntityId[];
  /** Documented alternatives, ascending; none where it breaks. */
  readonly kept: readonly EntityId[];
  /** The edges to the providers that are gone, and to those that are left. */
  readonly lostEdges: readonly number[];
  readonly keptEdges: readonly number[];
  /** How well known the loss is: that of the surest edge to the provider of which the least is known. */
  readonly confidence: Confidence;
  /** In a sentence, for a reader. */
  readonly reason: string;
}

/** What an impact found, in numbers that cross to another thread without a copy. */
export interface ImpactColumns {
  readonly loss: Loss;
  /** Rows of its needs by depth, node and kind. */
  readonly breaks: Int32Array<ArrayBuffer>;
  readonly stresses: Int32Array<ArrayBuffer>;
  /** By row, 1 where it is hit in what runs. */
  readonly inOperation: Uint8Array<ArrayBuffer>;
  /** By node, a bit for each kind of need that broke. */
  readonly broken: Uint16Array<ArrayBuffer>;
  readonly known: number;
  /** The budget ran out while only what runs was looked at. */
  readonly isCut: boolean;
}

/** Hits in order; each is made when it is asked for, because there may be a million. */
export class HitList {
  constructor(
    private readonly topology: Topology,
    private readonly view: TopologyView,
    private readonly removal: Removal,
    private readonly columns: ImpactColumns,
    private readonly rows: Int32Array,
  ) {}

  get length(): number {
    return this.rows.length;
  }

  slice(start: number, end: number): readonly Hit[] {
    return Array.from(this.rows.subarray(start, end), (row) => this.hitOf(row));
  }

  *[Symbol.iterator](): Generator<Hit> {
    for (const row of this.rows) yield this.hitOf(row);
  }

  /** The entity of each hit, which costs less than the hit. */
  *nodes(): Generator<EntityId> {
    for (const row of this.rows) yield this.topology.nodeId(this.cell(row, NODE));
  }

  private cell(row: number, cell: number): number {
    return this.columns.loss.needs[row * NEED_WIDTH + cell] ?? 0;
  }

  /** O(edges out of its node). */
  private hitOf(row: number): Hit {
    const { topology, view, columns } = this;
    const node = this.cell(row, NODE);
    const kind = this.cell(row, KIND);
    const [gone, kept, lostEdges, keptEdges]: number[][] = [[], [], [], []];
    view.out(node, (edge, provider) => {
      if (provider === node || topology.kindPlace(edge) !== kind) return;
      const isGone = this.isGone(provider, kind, node);
      const providers = isGone ? gone : kept;
      // Parallel edges come one after the other.
      if (providers?.at(-1) !== provider) providers?.push(provider);
      (isGone ? lostEdges : keptEdges)?.push(edge);
    });
    const idsOf = (nodes: readonly number[] = []) => nodes.map((one) => topology.nodeId(one));
    return {
      node: topology.nodeId(node),
      capability: kindAt(kind),
      horizon: columns.inOperation[row] === 1 ? 'OPERATION' : 'NEW_SUPPLY',
      depth: this.cell(row, DEPTH),
      gone: idsOf(gone),
      kept: idsOf(kept),
      lostEdges: lostEdges ?? [],
      keptEdges: keptEdges ?? [],
      confidence: this.cell(row, SURE) === this.cell(row, GONE) ? 'confirmed' : 'recalled',
      reason: this.reasonOf(kind, gone ?? [], kept?.length ?? 0),
    };
  }

  /** Whether the dependent was told that it gets no more of the kind from the provider. */
  private isGone(provider: number, kind: number, dependent: number): boolean {
    const { told, cutShort } = this.columns.loss;
    const bit = 1 << kind;
    if (((told[provider] ?? 0) & bit) === 0) return false;
    return cutShort?.node !== provider || (cutShort.kinds & bit) === 0 || dependent < cutShort.until;
  }

  private reasonOf(kind: number, gone: readonly number[], kept: number): string {
    const { topology, removal, columns } = this;
    const why = (provider: number): string => {
      const id = topology.nodeId(provider);
      if (removal.nodes.has(provider)) return `${id} is removed`;
      if (removal.cuts.get(provider)?.includes(kind)) return `${id} is cut off`;
      const lacking = DEPENDENCY_KINDS.filter((_, input) => {
        return FED.NEW_SUPPLY[input]?.includes(kind) && ((columns.broken[provider] ?? 0) & (1 << input)) !== 0;
      });
      return `${id} has lost ${lacking.join(', ')}`;
    };
    const named = gone.slice(0, NAMED).map(why).join('; ');
    const more = gone.length > NAMED ? `; and ${gone.length - NAMED} more` : '';
    const which =
      kept === 0
        ? `No documented provider of ${kindAt(kind)} is left`
        : `${gone.length} of ${gone.length + kept} documented providers of ${kindAt(kind)} are gone`;
    return `${which}: ${named}${more}.`;
  }
}

/** The dependency kind at a place, which the topology has given. */
function kindAt(place: number): DependencyKind {
  return DEPENDENCY_KINDS[place] ?? DEPENDENCY_KINDS[0];
}
