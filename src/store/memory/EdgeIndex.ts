import type { DependencyKind, Edge } from '../../model/edge.js';
import { compareIds, type EntityId } from '../../model/ids.js';
import type { EdgeQuery, ReadAt } from '../GraphStore.js';
import type { EntityIndex } from './EntityIndex.js';
import { type KnownTest, KnownTests } from './KnownTests.js';
import { addTo } from './SortedItems.js';

/** Edge versions by id and by either end; an end's edges are sorted when they are first asked for. */
export class EdgeIndex {
  private readonly byId = new Map<string, Edge>();
  private readonly outgoing: EdgeLists;
  private readonly incoming: EdgeLists;
  private readonly known = new KnownTests();

  constructor(
    edges: readonly Edge[],
    private readonly entities: EntityIndex,
  ) {
    const out = new Map<EntityId, Edge[]>();
    const into = new Map<EntityId, Edge[]>();
    for (const edge of edges) {
      this.byId.set(edge.id, edge);
      addTo(out, entities.canonical(edge.from), edge);
      addTo(into, entities.canonical(edge.to), edge);
    }
    this.outgoing = new EdgeLists(out, (edge) => edge.to);
    this.incoming = new EdgeLists(into, (edge) => edge.from);
  }

  get(id: string): Edge | null {
    return this.byId.get(id) ?? null;
  }

  edgesOf(id: EntityId, query: EdgeQuery, at: ReadAt, limit: number): readonly Edge[] {
    const lists = query.direction === 'out' ? this.outgoing : this.incoming;
    const kinds = new Set<DependencyKind>(query.kinds);
    const isKnown = this.known.at(at.knownAt);
    const found: Edge[] = [];
    for (const edge of lists.get(this.entities.canonical(id))) {
      if (found.length >= limit) break;
      if (kinds.has(edge.kind) && (query.prospective || !edge.prospective) && holds(edge, at, isKnown))
        found.push(edge);
    }
    return found;
  }
}

class EdgeLists {
  private readonly sorted = new Set<EntityId>();

  constructor(
    private readonly lists: ReadonlyMap<EntityId, Edge[]>,
    private readonly otherEnd: (edge: Edge) => EntityId,
  ) {}

  get(id: EntityId): readonly Edge[] {
    const list = this.lists.get(id) ?? [];
    if (!this.sorted.has(id) && list.length > 1) {
      list.sort((a, b) => compareIds(this.otherEnd(a), this.otherEnd(b)) || compareParallel(a, b));
      this.sorted.add(id);
    }
    return list;
  }
}

function compareParallel(a: Edge, b: Edge): number {
  if (a.kind !== b.kind) return compareIds(a.kind, b.kind);
  if (a.confidence !== b.confidence) return a.confidence === 'confirmed' ? -1 : 1;
  return compareIds(a.id, b.id);
}

function holds(edge: Edge, at: ReadAt, isKnown: KnownTest): boolean {
  if (at.minConfidence === 'confirmed' && edge.confidence !== 'confirmed') return false;
  if (edge.validFrom !== null && at.asOf < edge.validFrom) return false;
  if (edge.validTo !== null && edge.validTo < at.asOf) return false;
  return isKnown(edge.knownFrom, edge.knownTo);
}
