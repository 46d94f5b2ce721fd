import type { DatasetMeta } from './dataset.js';
import type { Edge } from './edge.js';
import type { EntityRecord } from './entity.js';
import type { GraphEvent } from './event.js';
import type { EntityId } from './ids.js';
import type { StatementRecord } from './statement.js';

/** Rows that are found by their ids. */
export interface RowsById<T> {
  get(id: string): T | undefined;
  has(id: string): boolean;
  keys(): Iterable<string>;
}

/**
 * What deciding on a change asks of the dataset as it stands. `DatasetIndex` holds all of it; whoever has only a store reads
 * what lies around the change (`seeding/RowsAround.ts`). Ids are canonical where rows are found by what they are about.
 */
export interface Standing {
  readonly meta: DatasetMeta;
  /** Old ids and what they finally lead to. */
  readonly redirects: ReadonlyMap<EntityId, EntityId>;
  readonly entities: RowsById<EntityRecord>;
  readonly statements: RowsById<StatementRecord>;
  /** The last place among the facts that a statement has or had. */
  readonly lastOrder: number;
  isMerged(id: EntityId): boolean;
  /** `property` null for all. In any order, here and in all lists of statements. */
  about(id: EntityId, property?: string | null): readonly StatementRecord[];
  pointingAt(id: EntityId): readonly StatementRecord[];
  citing(source: EntityId): readonly StatementRecord[];
  ofProperty(property: string): Iterable<StatementRecord>;
  edgesFrom(id: EntityId): readonly Edge[];
  eventsOf(id: EntityId): readonly GraphEvent[];
}
