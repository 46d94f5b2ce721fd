import type { NumberedGraph, Topology, TopologyView } from '../store/Topology.js';
import { DEFAULT_EDGE_BUDGET } from './closure.js';
import { HitList, type ImpactColumns } from './HitList.js';
import { DEPTH, GONE, KIND, type Loss, NEED_WIDTH, NODE, PROVIDERS, type Removal, SURE } from './Loss.js';
import { LossSearch } from './LossSearch.js';

export interface Impact {
  /** By depth, then id, then capability. */
  readonly breaks: HitList;
  readonly stresses: HitList;
  /** Of both, those that are hit through confirmed edges alone. */
  readonly known: number;
  /** The budget of visited edges ran out: more may be hit. */
  readonly truncated: boolean;
}

/**
 * What breaks, and what is stressed, when entities or capabilities are removed (`docs/methods.md`, Impact): the fixpoint of
 * {@link LossSearch}, taken twice. What is hit by what running needs is hit in OPERATION; what is hit only when supply counts
 * too, in NEW_SUPPLY. "All" means all documented: that there is no other provider is not proven.
 * O(nodes + edges that touch what is hit).
 */
export function impact(
  topology: Topology,
  view: TopologyView,
  removal: Removal,
  budget: number = DEFAULT_EDGE_BUDGET,
): Impact {
  return readImpact(topology, view, removal, impactColumns(topology, view, removal, budget));
}

/** The hits that columns hold, each made when it is asked for. */
export function readImpact(topology: Topology, view: TopologyView, removal: Removal, columns: ImpactColumns): Impact {
  const { breaks, stresses, known, loss, isCut } = columns;
  const listOf = (rows: Int32Array) => new HitList(topology, view, removal, columns, rows);
  return { breaks: listOf(breaks), stresses: listOf(stresses), known, truncated: loss.truncated || isCut };
}

/** What {@link impact} finds, as integers. */
export function impactColumns(
  graph: NumberedGraph,
  view: TopologyView,
  removal: Removal,
  budget: number,
): ImpactColumns {
  const loss = lossOf(graph, view, removal, budget, 'NEW_SUPPLY');
  const running = lossOf(graph, view, removal, budget, 'OPERATION');
  const { needs } = loss;
  const broken = kindsByNode(graph, needs, isBroken);
  const brokenInOperation = kindsByNode(graph, running.needs, isBroken);
  const hitInOperation = kindsByNode(graph, running.needs, () => true);
  const inOperation = new Uint8Array(needs.length / NEED_WIDTH);
  let known = 0;
  for (let place = 0, row = 0; place < needs.length; place += NEED_WIDTH, row++) {
    const kinds = isBroken(needs, place) ? brokenInOperation : hitInOperation;
    inOperation[row] = ((kinds[needs[place + NODE] ?? 0] ?? 0) >> (needs[place + KIND] ?? 0)) & 1;
    if (needs[place + SURE] === needs[place + GONE]) known++;
  }
  const ordered = inOrder(graph, needs);
  const broke = ordered.filter((row) => isBroken(needs, row * NEED_WIDTH));
  const stressed = ordered.filter((row) => !isBroken(needs, row * NEED_WIDTH));
  return { loss, breaks: broke, stresses: stressed, inOperation, broken, known, isCut: running.truncated };
}

function lossOf(
  graph: NumberedGraph,
  view: TopologyView,
  removal: Removal,
  budget: number,
  horizon: 'NEW_SUPPLY' | 'OPERATION',
): Loss {
  const search = new LossSearch(graph, view, horizon);
  search.spread(removal, budget);
  return search.loss(budget);
}

function isBroken(needs: Int32Array, place: number): boolean {
  return needs[place + GONE] === needs[place + PROVIDERS];
}

/** By node, a bit for the kind of each of its needs that is wanted. */
function kindsByNode(
  { nodeCount }: NumberedGraph,
  needs: Int32Array,
  isWanted: (needs: Int32Array, place: number) => boolean,
): Uint16Array<ArrayBuffer> {
  const kinds = new Uint16Array(nodeCount);
  for (let place = 0; place < needs.length; place += NEED_WIDTH) {
    if (!isWanted(needs, place)) continue;
    const node = needs[place + NODE] ?? 0;
    kinds[node] = (kinds[node] ?? 0) | (1 << (needs[place + KIND] ?? 0));
  }
  return kinds;
}

/** The rows by depth, node and kind: three stable counting sorts, the last key first. */
function inOrder({ nodeCount }: NumberedGraph, needs: Int32Array): Int32Array<ArrayBuffer> {
  const count = needs.length / NEED_WIDTH;
  let rows = Int32Array.from({ length: count }, (_, row) => row);
  let deepest = 0;
  for (let row = 0; row < count; row++) deepest = Math.max(deepest, needs[row * NEED_WIDTH + DEPTH] ?? 0);
  const keys = [
    [KIND, 16],
    [NODE, nodeCount],
    [DEPTH, deepest + 1],
  ] as const;
  for (const [cell, size] of keys) rows = sortedBy(rows, (row) => needs[row * NEED_WIDTH + cell] ?? 0, size);
  return rows;
}

function sortedBy(rows: Int32Array, keyOf: (row: number) => number, keys: number): Int32Array<ArrayBuffer> {
  const next = new Int32Array(keys + 1);
  for (const row of rows) {
    const key = keyOf(row) + 1;
    next[key] = (next[key] ?? 0) + 1;
  }
  for (let key = 1; key < keys; key++) next[key] = (next[key] ?? 0) + (next[key - 1] ?? 0);
  const sorted = new Int32Array(rows.length);
  for (const row of rows) {
    const key = keyOf(row);
    const place = next[key] ?? 0;
    sorted[place] = row;
    next[key] = place + 1;
  }
  return sorted;
}
