import type { Dataset } from '../../../src/model/dataset.js';
import { type Edge, OPT_IN_KINDS } from '../../../src/model/edge.js';
import { compareIds, type EntityId, kindOf } from '../../../src/model/ids.js';
import { orderKey } from '../../../src/model/orderKey.js';

/** Where the questions start, so that each contestant has the same rows to give and none has anything to leave out. */
export interface Starts {
  readonly companies: readonly EntityId[];
  /** With many dependencies, all of them plain, and so are those of its first twenty. */
  readonly withNeighbours: readonly EntityId[];
  /** With many dependents, the first fifty of them plain. */
  readonly hubs: readonly EntityId[];
  /** How many dependents the largest hub has. */
  readonly largestHub: number;
  /** The page that is a thousand pages in, or the last whole one of a smaller graph. */
  readonly farPage: number;
  /** Rows before it, and the key of the last of them in the order of names. */
  readonly before: number;
  readonly keyBefore: string;
}

export const PAGE = 20;
const FAR_PAGE = 1_000;
const NEIGHBOURS = 20;
const HUB_PAGE = 50;
const STARTS = 50;
const HUBS = 5;

/** Chooses them; the same dataset, the same starts. Linear but for sorting. */
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
  const byDependents = [...ids].sort((a, b) => (into.get(b)?.length ?? 0) - (into.get(a)?.length ?? 0));
  const hubs = byDependents
    .slice(0, 4 * HUBS)
    .filter((id) => {
      const first = new Set(dependents(id).slice(0, HUB_PAGE));
      const edges = (into.get(id) ?? []).filter((edge) => first.has(edge.from));
      return edges.length === first.size && edges.every((edge) => isPlainEdge(edge, dataThrough));
    })
    .slice(0, HUBS);
  const keys = companies.map((record) => orderKey('company', 'name', record, 'ASC')).sort(compareIds);
  const farPage = Math.min(FAR_PAGE, Math.floor(keys.length / PAGE));
  const before = (farPage - 1) * PAGE;
  return {
    companies: spread(ids, STARTS),
    withNeighbours,
    hubs,
    largestHub: dependents(byDependents[0] ?? 'company:none').length,
    farPage,
    before,
    keyBefore: keys[before - 1] ?? '',
  };
}

/** It holds now and counts without being asked for. */
function isPlainEdge(edge: Edge, day: string): boolean {
  const counts = !OPT_IN_KINDS.has(edge.kind) || (edge.kind === 'OWNERSHIP' && kindOf(edge.from) === 'cloud');
  const holds = (edge.validFrom ?? '') <= day && day <= (edge.validTo ?? '9999');
  return counts && holds && edge.knownTo === null && !edge.prospective;
}

function spread<T>(items: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, i) => i % step === 0).slice(0, count);
}

function add(lists: Map<EntityId, Edge[]>, key: EntityId, edge: Edge): void {
  const list = lists.get(key);
  if (list) list.push(edge);
  else lists.set(key, [edge]);
}
