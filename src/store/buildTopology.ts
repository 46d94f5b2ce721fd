import { DEPENDENCY_KINDS, type Edge } from '../model/edge.js';
import { compareIds, type EntityId } from '../model/ids.js';
import { epochDay } from '../model/time.js';
import {
  ArrayTopology,
  CONFIRMED,
  KIND_BITS,
  NEVER_FORGOTTEN,
  NO_END,
  NO_START,
  PROSPECTIVE,
} from './ArrayTopology.js';

/**
 * Builds the topology of a set of edge versions: edges out in the order (dependent, provider, confidence descending, id),
 * the same edges in by (provider, dependent, …); 37 bytes an edge and 8 a node besides the nodes' ids. Two edges with one
 * id are both kept. About linear in the edges.
 */
export function buildTopology(edges: Iterable<Edge>): ArrayTopology {
  const given = [...edges];
  const nodeIds = nodeIdsOf(given);
  const numbers = new Map(nodeIds.map((id, number) => [id, number]));
  const numberOf = (id: EntityId) => numbers.get(id) ?? 0;
  const from = fill(uint32(given.length), (i) => numberOf(edgeAt(given, i).from));
  const to = fill(uint32(given.length), (i) => numberOf(edgeAt(given, i).to));
  const order = outOrder(given, from, to, nodeIds.length);
  return pack(given, order, from, to, nodeIds);
}

function nodeIdsOf(edges: readonly Edge[]): EntityId[] {
  const ids = new Set<EntityId>();
  for (const edge of edges) ids.add(edge.from).add(edge.to);
  return [...ids].sort(compareIds);
}

/** Two stable counting sorts, by provider and then by dependent; only parallel edges are compared with each other. */
function outOrder(edges: readonly Edge[], from: Uint32Array, to: Uint32Array, nodeCount: number): Uint32Array {
  const order = sortBy(from, sortBy(to, asGiven(edges.length), nodeCount), nodeCount);
  for (let start = 0, end = 1; start < order.length; start = end, end++) {
    const first = order[start] ?? 0;
    while (end < order.length && from[order[end] ?? 0] === from[first] && to[order[end] ?? 0] === to[first]) end++;
    if (end - start > 1) order.subarray(start, end).sort((a, b) => compareParallel(edgeAt(edges, a), edgeAt(edges, b)));
  }
  return order;
}

function compareParallel(a: Edge, b: Edge): number {
  if (a.confidence !== b.confidence) return a.confidence === 'confirmed' ? -1 : 1;
  return compareIds(a.id, b.id);
}

/** The indexes in `order`, sorted by the node that `nodes` has for each; equals stay in order. */
function sortBy(nodes: Uint32Array, order: Uint32Array, nodeCount: number): Uint32Array {
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
function startsOf(nodes: Uint32Array, nodeCount: number): Uint32Array {
  const starts = uint32(nodeCount + 1);
  for (const node of nodes) starts[node + 1] = (starts[node + 1] ?? 0) + 1;
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  return starts;
}

function pack(
  edges: readonly Edge[],
  order: Uint32Array,
  givenFrom: Uint32Array,
  givenTo: Uint32Array,
  nodeIds: readonly EntityId[],
): ArrayTopology {
  const count = edges.length;
  const { instants, placeOf } = numberInstants(edges);
  const oddIds = new Map<number, string>();
  const validFrom = int32(count);
  const validTo = int32(count);
  const knownFrom = uint32(count);
  const knownTo = uint32(count);
  const flags = new Uint8Array(new SharedArrayBuffer(count));
  const idHigh = uint32(count);
  const idLow = uint32(count);
  const dayOf = memoised(epochDay);
  for (let i = 0; i < count; i++) {
    const index = order[i] ?? 0;
    const edge = edgeAt(edges, index);
    validFrom[i] = edge.validFrom === null ? NO_START : dayOf(edge.validFrom);
    validTo[i] = edge.validTo === null ? NO_END : dayOf(edge.validTo);
    knownFrom[i] = placeOf(edge.knownFrom);
    knownTo[i] = edge.knownTo === null ? NEVER_FORGOTTEN : placeOf(edge.knownTo);
    flags[i] = flagsOf(edge);
    if (!HASHED_ID.test(edge.id)) oddIds.set(i, edge.id);
    idHigh[i] = Number.parseInt(edge.id.slice(-16, -8), 16) || 0;
    idLow[i] = Number.parseInt(edge.id.slice(-8), 16) || 0;
  }
  const from = fill(uint32(count), (i) => givenFrom[order[i] ?? 0] ?? 0);
  const to = fill(uint32(count), (i) => givenTo[order[i] ?? 0] ?? 0);
  const outStart = startsOf(from, nodeIds.length);
  const inStart = startsOf(to, nodeIds.length);
  const inEdges = sortBy(to, asGiven(count), nodeIds.length);
  const ends = { nodeIds, outStart, inStart, inEdges, from, to };
  return new ArrayTopology({ ...ends, instants, validFrom, validTo, knownFrom, knownTo, flags, idHigh, idLow, oddIds });
}

const HASHED_ID = /^edge:[0-9a-f]{16}$/;

/** The distinct knowledge times, ascending, and the place of each; they are few, so each is parsed once. */
function numberInstants(edges: readonly Edge[]) {
  const parsed = new Map<string, number>();
  for (const { knownFrom, knownTo } of edges) {
    if (!parsed.has(knownFrom)) parsed.set(knownFrom, Date.parse(knownFrom));
    if (knownTo !== null && !parsed.has(knownTo)) parsed.set(knownTo, Date.parse(knownTo));
  }
  const ascending = [...new Set(parsed.values())].sort((a, b) => a - b);
  const instants = new Float64Array(new SharedArrayBuffer(ascending.length * 8));
  instants.set(ascending);
  const places = new Map(ascending.map((ms, place) => [ms, place]));
  return { instants, placeOf: (instant: string) => places.get(parsed.get(instant) ?? 0) ?? 0 };
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

function flagsOf(edge: Edge): number {
  const kind = DEPENDENCY_KINDS.indexOf(edge.kind);
  if (kind < 0 || kind > KIND_BITS) throw new RangeError(`Expected a kind of dependency but got: "${edge.kind}".`);
  return kind | (edge.confidence === 'confirmed' ? CONFIRMED : 0) | (edge.prospective ? PROSPECTIVE : 0);
}

function edgeAt(edges: readonly Edge[], index: number): Edge {
  const edge = edges[index];
  if (!edge) throw new RangeError(`Expected an edge in 0..${edges.length - 1} but got: ${index}.`);
  return edge;
}

function asGiven(length: number): Uint32Array {
  return fill(uint32(length), (i) => i);
}

/** Not `map`, whose result is no longer on shared memory. */
function fill(array: Uint32Array, valueAt: (index: number) => number): Uint32Array {
  for (let i = 0; i < array.length; i++) array[i] = valueAt(i);
  return array;
}

function uint32(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(length * 4));
}

function int32(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(length * 4));
}
