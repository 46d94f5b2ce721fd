import { DEPENDENCY_KINDS, type Edge } from '../model/edge.js';
import { compareIds, type EntityId } from '../model/ids.js';
import { finish, pausing, ROWS_A_STEP, type Steps, sorting } from '../model/steps.js';
import { epochDay } from '../model/time.js';
import {
  ArrayTopology,
  CONFIRMED,
  KIND_BITS,
  NEVER_FORGOTTEN,
  NO_END,
  NO_START,
  OPEN_ENDED,
  PROSPECTIVE,
  type TopologyData,
} from './ArrayTopology.js';

/**
 * Builds the topology of a set of edge versions: edges out in the order (dependent, provider, confidence descending, id),
 * the same edges in by (provider, dependent, …); 37 bytes an edge and 8 a node besides the nodes' ids. Two edges with one
 * id are both kept. About linear in the edges.
 */
export function buildTopology(edges: Iterable<Edge>): ArrayTopology {
  return finish(topologySteps([...edges]));
}

/** The same in steps. */
export function* topologySteps(edges: readonly Edge[]): Steps<ArrayTopology> {
  const nodeIds = yield* nodeIdsOf(edges);
  const numbers = new Map<EntityId, number>();
  yield* pausing(nodeIds, (id) => numbers.set(id, numbers.size));
  const from = uint32(edges.length);
  const to = uint32(edges.length);
  let place = 0;
  yield* pausing(edges, (edge) => {
    from[place] = numbers.get(edge.from) ?? 0;
    to[place++] = numbers.get(edge.to) ?? 0;
  });
  const order = yield* outOrder(edges, from, to, nodeIds.length);
  return yield* pack(edges, order, from, to, nodeIds);
}

function* nodeIdsOf(edges: readonly Edge[]): Steps<EntityId[]> {
  const ids = new Set<EntityId>();
  yield* pausing(edges, (edge) => ids.add(edge.from).add(edge.to));
  return yield* sorting([...ids], compareIds);
}

/** Two stable counting sorts, by provider and then by dependent; only parallel edges are compared with each other. */
function* outOrder(edges: readonly Edge[], from: Uint32Array, to: Uint32Array, nodeCount: number): Steps<Uint32Array> {
  const byProvider = sortBy(to, asGiven(edges.length), nodeCount);
  yield;
  const order = sortBy(from, byProvider, nodeCount);
  yield;
  for (let start = 0, end = 1, paused = 0; start < order.length; start = end, end++) {
    const first = order[start] ?? 0;
    while (end < order.length && from[order[end] ?? 0] === from[first] && to[order[end] ?? 0] === to[first]) end++;
    if (end - start > 1) order.subarray(start, end).sort((a, b) => compareParallel(edgeAt(edges, a), edgeAt(edges, b)));
    if (end - paused < ROWS_A_STEP) continue;
    paused = end;
    yield;
  }
  return order;
}

/** Edges between the same two nodes: confidence descending, then id. */
export function compareParallel(a: Pick<Edge, 'id' | 'confidence'>, b: Pick<Edge, 'id' | 'confidence'>): number {
  if (a.confidence !== b.confidence) return a.confidence === 'confirmed' ? -1 : 1;
  return compareIds(a.id, b.id);
}

/** The indexes in `order`, sorted by the node that `nodes` has for each; equals stay in order. */
export function sortBy(nodes: Uint32Array, order: Uint32Array, nodeCount: number): Uint32Array {
  const next = startsOf(nodes, nodeCount);
  const sorted = uint32(order.length);
  for (const index of order) {
    const node = nodes[index] ?? 0;
    const place = next[node] ?? 0;
    sorted[place] = index;
    next[node] = place + 1;
  }
  return sorted;
}

/** Where each node's entries start when they are sorted by node; one longer than the nodes. */
export function startsOf(nodes: Uint32Array, nodeCount: number): Uint32Array {
  const starts = uint32(nodeCount + 1);
  for (const node of nodes) starts[node + 1] = (starts[node + 1] ?? 0) + 1;
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  return starts;
}

function* pack(
  edges: readonly Edge[],
  order: Uint32Array,
  givenFrom: Uint32Array,
  givenTo: Uint32Array,
  nodeIds: readonly EntityId[],
): Steps<ArrayTopology> {
  const count = edges.length;
  const { instants, placeOf } = yield* numberInstants(edges);
  const columns = columnsFor(count);
  const oddIds = new Map<number, string>();
  const write = edgeWriter(columns, oddIds, placeOf);
  let place = 0;
  yield* pausing(order, (index) => write(place++, edgeAt(edges, index)));
  const from = fill(uint32(count), (i) => givenFrom[order[i] ?? 0] ?? 0);
  const to = fill(uint32(count), (i) => givenTo[order[i] ?? 0] ?? 0);
  yield;
  return new ArrayTopology({ nodeIds, ...ends(from, to, nodeIds.length), instants, ...columns, oddIds });
}

/** What is kept of each edge besides its ends. */
export type EdgeColumns = Pick<
  TopologyData,
  'validFrom' | 'validTo' | 'knownFrom' | 'knownTo' | 'flags' | 'idHigh' | 'idLow'
>;

export function columnsFor(count: number): EdgeColumns {
  return {
    validFrom: int32(count),
    validTo: int32(count),
    knownFrom: uint32(count),
    knownTo: uint32(count),
    flags: new Uint8Array(new SharedArrayBuffer(count)),
    idHigh: uint32(count),
    idLow: uint32(count),
  };
}

/** Writes edges into columns. `placeOf`: the place of a knowledge time among the instants. */
export function edgeWriter(
  { validFrom, validTo, knownFrom, knownTo, flags, idHigh, idLow }: EdgeColumns,
  oddIds: Map<number, string>,
  placeOf: (instant: string) => number,
): (place: number, edge: Edge) => void {
  const dayOf = memoised(epochDay);
  return (i, edge) => {
    validFrom[i] = edge.validFrom === null ? NO_START : dayOf(edge.validFrom);
    validTo[i] = edge.validTo === null ? NO_END : dayOf(edge.validTo);
    knownFrom[i] = placeOf(edge.knownFrom);
    knownTo[i] = edge.knownTo === null ? NEVER_FORGOTTEN : placeOf(edge.knownTo);
    flags[i] = flagsOf(edge);
    const id = idWords(edge.id);
    if (id.isOdd) oddIds.set(i, edge.id);
    idHigh[i] = id.high;
    idLow[i] = id.low;
  };
}

/** An edge's id as two words; it is odd where these are not all of it. */
export function idWords(id: string) {
  const high = Number.parseInt(id.slice(-16, -8), 16) || 0;
  const low = Number.parseInt(id.slice(-8), 16) || 0;
  return { high, low, isOdd: !HASHED_ID.test(id) };
}

/** The edges of each node, from the ends of the edges in their order. */
export function ends(from: Uint32Array, to: Uint32Array, nodeCount: number) {
  const inEdges = sortBy(to, asGiven(to.length), nodeCount);
  return { from, to, outStart: startsOf(from, nodeCount), inStart: startsOf(to, nodeCount), inEdges };
}

const HASHED_ID = /^edge:[0-9a-f]{16}$/;

/** The distinct knowledge times, ascending, and the place of each; they are few, so each is parsed once. */
function* numberInstants(edges: readonly Edge[]) {
  const parsed = new Map<string, number>();
  yield* pausing(edges, ({ knownFrom, knownTo }) => {
    if (!parsed.has(knownFrom)) parsed.set(knownFrom, Date.parse(knownFrom));
    if (knownTo !== null && !parsed.has(knownTo)) parsed.set(knownTo, Date.parse(knownTo));
  });
  const ascending = [...new Set(parsed.values())].sort((a, b) => a - b);
  const places = new Map(ascending.map((ms, place) => [ms, place]));
  return { instants: instantsOf(ascending), placeOf: (instant: string) => places.get(parsed.get(instant) ?? 0) ?? 0 };
}

export function instantsOf(ascending: readonly number[]): Float64Array {
  const instants = new Float64Array(new SharedArrayBuffer(ascending.length * 8));
  instants.set(ascending);
  return instants;
}

/** Days repeat on many edges, and parsing them is the dearest step of packing. */
function memoised(compute: (text: string) => number): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = compute(text);
      known.set(text, value);
    }
    return value;
  };
}

export function flagsOf(edge: Edge): number {
  const kind = DEPENDENCY_KINDS.indexOf(edge.kind);
  if (kind < 0 || kind > KIND_BITS) throw new RangeError(`Expected a kind of dependency but got: "${edge.kind}".`);
  return (
    kind |
    (edge.confidence === 'confirmed' ? CONFIRMED : 0) |
    (edge.prospective ? PROSPECTIVE : 0) |
    (edge.validTo === null && edge.knownTo === null ? OPEN_ENDED : 0)
  );
}

function edgeAt(edges: readonly Edge[], index: number): Edge {
  const edge = edges[index];
  if (!edge) throw new RangeError(`Expected an edge in 0..${edges.length - 1} but got: ${index}.`);
  return edge;
}

export function asGiven(length: number): Uint32Array {
  return fill(uint32(length), (i) => i);
}

/** Not `map`, whose result is no longer on shared memory. */
function fill(array: Uint32Array, valueAt: (index: number) => number): Uint32Array {
  for (let i = 0; i < array.length; i++) array[i] = valueAt(i);
  return array;
}

export function uint32(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(length * 4));
}

export function int32(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(length * 4));
}
