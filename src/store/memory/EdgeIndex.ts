import type { DatasetIndex } from '../../model/DatasetIndex.js';
import type { DependencyKind, Edge } from '../../model/edge.js';
import type { EntityId } from '../../model/ids.js';
import type { EdgeQuery, ReadAt } from '../GraphStore.js';
import type { KnownTest, KnownTests } from './KnownTests.js';

/** Edge versions by id and by either end. */
export class EdgeIndex {
  constructor(
    private readonly index: DatasetIndex,
    private readonly known: KnownTests,
  ) {}

  get(id: string): Edge | null {
    return this.index.edges.get(id) ?? null;
  }

  edgesOf(id: EntityId, query: EdgeQuery, at: ReadAt, limit: number): readonly Edge[] {
    const canonical = this.index.canonical(id);
    const edges = query.direction === 'out' ? this.index.edgesFrom(canonical) : this.index.edgesTo(canonical);
    const kinds = new Set<DependencyKind>(query.kinds);
    const isKnown = this.known.at(at.knownAt);
    const found: Edge[] = [];
    for (const edge of edges) {
      if (found.length >= limit) break;
      if (kinds.has(edge.kind) && (query.prospective || !edge.prospective) && holds(edge, at, isKnown))
        found.push(edge);
    }
    return found;
  }
}

function holds(edge: Edge, at: ReadAt, isKnown: KnownTest): boolean {
  if (at.minConfidence === 'confirmed' && edge.confidence !== 'confirmed') return false;
  if (edge.validFrom !== null && at.asOf < edge.validFrom) return false;
  if (edge.validTo !== null && edge.validTo < at.asOf) return false;
  return isKnown(edge.knownFrom, edge.knownTo);
}
