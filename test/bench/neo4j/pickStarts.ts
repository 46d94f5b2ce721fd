import type { Dataset } from '../../../src/model/dataset.js';
import { type Edge, OPT_IN_KINDS } from '../../../src/model/edge.js';
import { compareIds, type EntityId, kindOf } from '../../../src/model/ids.js';
import { orderKey } from '../../../src/model/orderKey.js';
import { Random } from './Random.js';

/** Where the questions start, so that each contestant has the same rows to give and none has anything to leave out. */
export interface Starts {
  /** All of them, so that hardly any is asked for twice. */
  readonly companies: readonly EntityId[];
  /** Those with the most dependencies, all of them plain, and so are those of their first twenty. */
  readonly withNeighbours: readonly EntityId[];
  /** With many dependents, the first fifty of them plain. */
  readonly hubs: readonly EntityId[];
  /** How many dependents the largest hub has. */
  readonly largestHub: number;
  /** Pages about a thousand pages in, or about the last whole one of a smaller graph. */
  readonly farPages: readonly FarPage[];
}

export interface FarPage {
  /** Rows before it. */
  readonly before: number;
  /** The key of the last of them in the order of names. */
  readonly keyBefore: string;
}

export const PAGE = 20;
const FAR_PAGE = 1_000;
/** How many pages before the farthest are asked for too. */
const FAR_PAGES = 200;
const NEIGHBOURS = 20;
const HUB_PAGE = 50;
const STARTS = 2_000;
/** Dependents that make a hub. */
const HUB = 100;

/** Chooses them, each list in a random order; the same dataset, the same starts. Linear but for sorting. */
export function pickStarts(dataset: Dataset): Starts {
  const out = new Map<EntityId, Edge[]>();
  const into = new Map<EntityId, Edge[]>();
  for (const edge of dataset.edges) {
    add(out, edge.from, edge);
    add(into, edge.to, edge);
  }
  const { dataThrough } = dataset.meta;
  const isPlain = (id: EntityId) => {
    const edges = out.get(id) ?? [];
    return (
      edges.every((edge) => isPlainEdge(edge, dataThrough)) && new Set(edges.map((e) => e.to)).size === edges.length
    );
  };
  const providers = (id: EntityId) => (out.get(id) ?? []).map((edge) => edge.to).sort(compareIds);
  const companies = dataset.entities.filter((record) => record.kind === 'company');
  const ids = companies.map(({ id }) => id);
  const largest = [...ids].sort((a, b) => providers(b).length - providers(a).length || compareIds(a, b));
  const withNeighbours = largest
    .filter((id) => isPlain(id) && providers(id).slice(0, NEIGHBOURS).every(isPlain))
    .slice(0, STARTS);
  const dependents = (id: EntityId) => [...new Set((into.get(id) ?? []).map((e) => e.from))].sort(compareIds);
  const largestHub = Math.max(...ids.map((id) => dependents(id).length));
  const hubs = ids
    .filter((id) => (into.get(id)?.length ?? 0) >= Math.min(HUB, largestHub / 2))
    .filter((id) => {
      const first = new Set(dependents(id).slice(0, HUB_PAGE));
      const edges = (into.get(id) ?? []).filter((edge) => first.has(edge.from));
      return edges.length === first.size && edges.every((edge) => isPlainEdge(edge, dataThrough));
    });
  const keys = companies.map((record) => orderKey('company', 'name', record, 'ASC')).sort(compareIds);
  const farthest = Math.min(FAR_PAGE, Math.floor(keys.length / PAGE));
  const pages = [...Array(Math.min(FAR_PAGES, farthest - 1)).keys()].map((back) => farthest - back);
  const farPages = pages.map((page) => {
    const before = (page - 1) * PAGE;
    return { before, keyBefore: keys[before - 1] ?? '' };
  });
  const random = new Random(ids.length);
  return {
    companies: shuffled(ids, random),
    withNeighbours: shuffled(withNeighbours, random),
    hubs: shuffled(hubs, random),
    largestHub,
    farPages: shuffled(farPages, random),
  };
}

/** It holds now and counts without being asked for. */
function isPlainEdge(edge: Edge, day: string): boolean {
  const counts = !OPT_IN_KINDS.has(edge.kind) || (edge.kind === 'OWNERSHIP' && kindOf(edge.from) === 'cloud');
  const holds = (edge.validFrom ?? '') <= day && day <= (edge.validTo ?? '9999');
  return counts && holds && edge.knownTo === null && !edge.prospective;
}

export function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  const order = items.map((item) => ({ item, place: random.next() }));
  return order.sort((a, b) => a.place - b.place).map(({ item }) => item);
}

function add(lists: Map<EntityId, Edge[]>, key: EntityId, edge: Edge): void {
  const list = lists.get(key);
  if (list) list.push(edge);
  else lists.set(key, [edge]);
}
