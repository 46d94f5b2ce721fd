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

/** The derived dependency graph as integers, made by `buildTopology.ts`; the same for both stores. */
export interface Topology {
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** -1 for an entity without any edge. */
  node(id: EntityId): number;
  nodeId(node: number): EntityId;
  edgeId(edge: number): string;
  kind(edge: number): DependencyKind;
  confidence(edge: number): Confidence;
  view(request: ViewRequest): TopologyView;
}
