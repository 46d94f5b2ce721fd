import type { DependencyKind } from '../model/edge.js';
import type { EntityId } from '../model/ids.js';
import type { Confidence } from '../model/statement.js';
import type { TimeSlice } from '../model/time.js';

/** Which edges a traversal may use. */
export interface ViewRequest extends TimeSlice {
  readonly kinds: readonly DependencyKind[];
  readonly minConfidence: Confidence;
  readonly prospective: boolean;
  /** Besides `kinds`, let OWNERSHIP be walked from a cloud to its operating company. */
  readonly cloudOperators: boolean;
}

/** Takes an edge and the node at its other end; `false` ends the visit. */
export type Visit = (edge: number, other: number) => unknown;

/**
 * The edges of one question. Nodes and edges are integers; nodes are numbered in the order of their ids, so comparing two
 * node numbers compares their ids. `visit` may be called several times for one neighbour (parallel edges): first by
 * neighbour, then confidence descending, then edge id. What it returns as `false` ends the visit.
 */
export interface TopologyView {
  /** Edges to providers. */
  out(node: number, visit: Visit): void;
  /** Edges from dependents. */
  in(node: number, visit: Visit): void;
  /** At most so many edges are visited that way; O(1), so that a search can tell a hub before it walks it. */
  degree(node: number, way: 'out' | 'in'): number;
}

/** The dependency graph by numbers alone: what a traversal needs, and what another thread has of it. */
export interface NumberedGraph {
  readonly nodeCount: number;
  readonly edgeCount: number;
  edgeId(edge: number): string;
  kind(edge: number): DependencyKind;
  /** The kind's place in DEPENDENCY_KINDS; of an edge that a view gave. */
  kindPlace(edge: number): number;
  confidence(edge: number): Confidence;
  /** Of an edge that a view gave. */
  isConfirmed(edge: number): boolean;
  isCloud(node: number): boolean;
  view(request: ViewRequest): TopologyView;
}

/** The derived dependency graph as integers, made by `buildTopology.ts`; the same for both stores. */
export interface Topology extends NumberedGraph {
  /** -1 for an entity without any edge. */
  node(id: EntityId): number;
  nodeId(node: number): EntityId;
  /** What another thread makes the same graph of, but for the nodes' ids; nothing large is copied on the way. */
  shared(): SharedGraph;
}

/** A graph's arrays, on shared memory. Edges are numbered in the order in which {@link TopologyView.out} gives them. */
export interface GraphColumns {
  /** The distinct knowledge times in milliseconds, ascending; edges hold places in it. */
  readonly instants: Float64Array;
  /** Edges out of node n are outStart[n] … outStart[n + 1] - 1. */
  readonly outStart: Uint32Array;
  /** Edges into node n are inEdges[inStart[n]] … inEdges[inStart[n + 1] - 1]. */
  readonly inStart: Uint32Array;
  readonly inEdges: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Days since 1970, both inclusive. */
  readonly validFrom: Int32Array;
  readonly validTo: Int32Array;
  /** Places in `instants`: known from, and until (exclusive). */
  readonly knownFrom: Uint32Array;
  readonly knownTo: Uint32Array;
  /** The kind's place in DEPENDENCY_KINDS, and bits for confirmed, prospective and open-ended. */
  readonly flags: Uint8Array;
  /** The hash in the edge's id. */
  readonly idHigh: Uint32Array;
  readonly idLow: Uint32Array;
  /** Ids that are not `edge:` and 16 hex digits. */
  readonly oddIds: ReadonlyMap<number, string>;
}

/** Nodes of one kind are neighbours, because nodes are in the order of their ids. */
export interface NodeRange {
  readonly first: number;
  readonly end: number;
}

export interface SharedGraph {
  readonly columns: GraphColumns;
  readonly clouds: NodeRange;
  readonly companies: NodeRange;
}
