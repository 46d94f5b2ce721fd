import type { Edge } from '../model/edge.js';
import { firstPlace } from '../model/firstPlace.js';
import { compareIds, type EntityId } from '../model/ids.js';
import { ArrayTopology, firstFrom, NEVER_FORGOTTEN, type TopologyData } from './ArrayTopology.js';
import {
  columnsFor,
  compareParallel,
  type EdgeColumns,
  edgeWriter,
  ends,
  idWords,
  instantsOf,
  uint32,
} from './buildTopology.js';

/** Edges as they were and as they are. */
interface ChangedEdges {
  readonly gone: readonly Edge[];
  readonly come: readonly Edge[];
}

/**
 * The topology after some edges changed: what `buildTopology` makes of all of them. Copies the arrays, at some milliseconds
 * for half a million edges; the one before stays as it is. Null where an edge is not found in it.
 */
export function patchTopology(before: ArrayTopology, { gone, come }: ChangedEdges): ArrayTopology | null {
  if (gone.length === 0 && come.length === 0) return before;
  const nodes = nodesAfter(before, gone, come);
  const places = gone.map((edge) => placeOf(before, edge));
  if (places.some((place) => place < 0)) return null;
  const added = [...come].sort((a, b) => compareIds(a.from, b.from) || compareIds(a.to, b.to) || compareParallel(a, b));
  const pieces = cut(before, places, added);
  const count = before.edgeCount - gone.length + come.length;
  const { instants, placeOf: instantAt, moved } = instantsAfter(before.data, come);
  const columns = columnsFor(count);
  const from = uint32(count);
  const to = uint32(count);
  const oddIds = new Map<number, string>();
  const write = edgeWriter(columns, oddIds, instantAt);
  let place = 0;
  for (const piece of pieces) {
    if ('edge' in piece) {
      from[place] = nodes.numberOf(piece.edge.from);
      to[place] = nodes.numberOf(piece.edge.to);
      write(place++, piece.edge);
      continue;
    }
    copyEnds(before.data, { from, to }, piece, place, nodes.moved);
    copyColumns(before.data, columns, piece, place, moved);
    place += piece.end - piece.start;
  }
  copyOddIds(before.data, oddIds, pieces);
  return new ArrayTopology({ nodeIds: nodes.ids, ...ends(from, to, nodes.ids.length), instants, ...columns, oddIds });
}

/** Edges of the one before that stay, from a place until before another; or an edge that is new. */
type Piece = { readonly start: number; readonly end: number } | { readonly edge: Edge };

function nodesAfter(before: ArrayTopology, gone: readonly Edge[], come: readonly Edge[]) {
  const { nodeIds, outStart, inStart } = before.data;
  const lost = new Map<EntityId, number>();
  for (const { from, to } of gone) for (const id of [from, to]) lost.set(id, (lost.get(id) ?? 0) + 1);
  const named = new Set<EntityId>(come.flatMap(({ from, to }) => [from, to]));
  const degree = (node: number) =>
    (outStart[node + 1] ?? 0) - (outStart[node] ?? 0) + (inStart[node + 1] ?? 0) - (inStart[node] ?? 0);
  const left = new Set(
    [...lost].filter(([id, n]) => !named.has(id) && degree(before.node(id)) === n).map(([id]) => id),
  );
  const added = [...named].filter((id) => before.node(id) < 0).sort(compareIds);
  const numberIn = (topology: Pick<ArrayTopology, 'node'>) => (id: EntityId) => topology.node(id);
  if (left.size === 0 && added.length === 0) return { ids: nodeIds, numberOf: numberIn(before), moved: null };
  const ids: EntityId[] = [];
  const moved = new Uint32Array(nodeIds.length);
  let next = 0;
  for (const [node, id] of nodeIds.entries()) {
    for (let one = added[next]; one !== undefined && one < id; one = added[++next]) ids.push(one);
    moved[node] = ids.length;
    if (!left.has(id)) ids.push(id);
  }
  ids.push(...added.slice(next));
  const fresh = new Map(added.map((id) => [id, firstFrom(ids, id)]));
  return { ids, numberOf: (id: EntityId) => fresh.get(id) ?? moved[before.node(id)] ?? 0, moved };
}

/** The place of an edge that is there; -1 where it is not. Walks the parallel ones. */
function placeOf(topology: ArrayTopology, edge: Edge): number {
  const { data } = topology;
  const { high, low } = idWords(edge.id);
  const from = topology.node(edge.from);
  const to = topology.node(edge.to);
  if (from < 0 || to < 0) return -1;
  const end = data.outStart[from + 1] ?? 0;
  for (let i = firstTo(data, from, to); i < end && data.to[i] === to; i++) {
    if (data.idHigh[i] === high && data.idLow[i] === low && topology.edgeId(i) === edge.id) return i;
  }
  return -1;
}

/** Among the edges out of a node the first place of one to `to` or a later node. */
function firstTo({ outStart, to: ends }: TopologyData, from: number, to: number): number {
  return firstPlace(outStart[from] ?? 0, outStart[from + 1] ?? 0, (place) => (ends[place] ?? 0) < to);
}

/** Before which place of the one before a new edge stands. */
function insertAt(topology: ArrayTopology, edge: Edge): number {
  const { data } = topology;
  const from = firstFrom(data.nodeIds, edge.from);
  if (data.nodeIds[from] !== edge.from) return data.outStart[from] ?? topology.edgeCount;
  const to = firstFrom(data.nodeIds, edge.to);
  const end = data.outStart[from + 1] ?? 0;
  let place = firstTo(data, from, to);
  if (data.nodeIds[to] !== edge.to) return place;
  while (place < end && data.to[place] === to && isBefore(topology, place, edge)) place++;
  return place;
}

function isBefore(topology: ArrayTopology, place: number, edge: Edge): boolean {
  return compareParallel({ id: topology.edgeId(place), confidence: topology.confidence(place) }, edge) < 0;
}

/** The edges after the change, in their order. `added` is in that order. */
function cut(before: ArrayTopology, gone: readonly number[], added: readonly Edge[]): readonly Piece[] {
  const skipped = [...gone].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  let start = 0;
  let next = 0;
  const keepUntil = (end: number) => {
    for (let skip = skipped[next]; skip !== undefined && skip < end; skip = skipped[++next]) {
      if (skip > start) pieces.push({ start, end: skip });
      start = skip + 1;
    }
    if (end > start) pieces.push({ start, end });
    start = Math.max(start, end);
  };
  for (const edge of added) {
    keepUntil(insertAt(before, edge));
    pieces.push({ edge });
  }
  keepUntil(before.edgeCount);
  return pieces;
}

/** The knowledge times with those of new edges; `moved`: where each stands now, null where all stay. */
function instantsAfter({ instants }: TopologyData, come: readonly Edge[]) {
  const times = come.flatMap(({ knownFrom, knownTo }) => [knownFrom, ...(knownTo === null ? [] : [knownTo])]);
  const parsed = new Map(times.map((time) => [time, Date.parse(time)]));
  const there = new Set(instants);
  const fresh = [...new Set(parsed.values())].filter((ms) => !there.has(ms)).sort((a, b) => a - b);
  const last = instants.at(-1) ?? Number.NEGATIVE_INFINITY;
  const isLater = fresh.every((ms) => ms > last);
  const ascending = fresh.length === 0 ? [...instants] : [...instants, ...fresh].sort((a, b) => a - b);
  const places = new Map(ascending.map((ms, place) => [ms, place]));
  return {
    instants: fresh.length === 0 ? instants : instantsOf(ascending),
    placeOf: (instant: string) => places.get(parsed.get(instant) ?? 0) ?? 0,
    moved: isLater ? null : Uint32Array.from(instants, (ms) => places.get(ms) ?? 0),
  };
}

function copyEnds(
  before: TopologyData,
  after: { readonly from: Uint32Array; readonly to: Uint32Array },
  { start, end }: { readonly start: number; readonly end: number },
  place: number,
  moved: Uint32Array | null,
): void {
  if (moved === null) {
    after.from.set(before.from.subarray(start, end), place);
    after.to.set(before.to.subarray(start, end), place);
    return;
  }
  for (let i = start; i < end; i++) {
    after.from[place + i - start] = moved[before.from[i] ?? 0] ?? 0;
    after.to[place + i - start] = moved[before.to[i] ?? 0] ?? 0;
  }
}

function copyColumns(
  before: EdgeColumns,
  after: EdgeColumns,
  { start, end }: { readonly start: number; readonly end: number },
  place: number,
  moved: Uint32Array | null,
): void {
  after.validFrom.set(before.validFrom.subarray(start, end), place);
  after.validTo.set(before.validTo.subarray(start, end), place);
  after.flags.set(before.flags.subarray(start, end), place);
  after.idHigh.set(before.idHigh.subarray(start, end), place);
  after.idLow.set(before.idLow.subarray(start, end), place);
  if (moved === null) {
    after.knownFrom.set(before.knownFrom.subarray(start, end), place);
    after.knownTo.set(before.knownTo.subarray(start, end), place);
    return;
  }
  const instantAt = (known: number) => (known === NEVER_FORGOTTEN ? known : (moved[known] ?? 0));
  for (let i = start; i < end; i++) {
    after.knownFrom[place + i - start] = instantAt(before.knownFrom[i] ?? 0);
    after.knownTo[place + i - start] = instantAt(before.knownTo[i] ?? 0);
  }
}

function copyOddIds({ oddIds }: TopologyData, into: Map<number, string>, pieces: readonly Piece[]): void {
  if (oddIds.size === 0) return;
  let place = 0;
  for (const piece of pieces) {
    if ('edge' in piece) {
      place++;
      continue;
    }
    for (const [i, id] of oddIds) if (piece.start <= i && i < piece.end) into.set(place + i - piece.start, id);
    place += piece.end - piece.start;
  }
}
