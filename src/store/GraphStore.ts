import type { DatasetMeta } from '../model/dataset.js';
import type { DependencyKind, Edge } from '../model/edge.js';
import type { EntityRecord } from '../model/entity.js';
import type { GraphEvent } from '../model/event.js';
import type { Filter } from '../model/filter.js';
import type { EntityId, EntityKind } from '../model/ids.js';
import type { Direction } from '../model/orderKey.js';
import type { Confidence, StatementRecord } from '../model/statement.js';
import type { Day, TimeSlice } from '../model/time.js';
import type { Topology } from './Topology.js';

/** Relay's page arguments, already checked: exactly one of `first` and `last` is set, 1..100. */
export interface PageRequest {
  readonly first?: number;
  readonly after?: string;
  readonly last?: number;
  readonly before?: string;
}

/** One page in list order. `keys[i]` is the keyset position of `items[i]`; `model/cursor.ts` makes a cursor of it. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly keys: readonly string[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

export interface OrderBy {
  /** An orderable field of `model/fields.ts`. */
  readonly field: string;
  readonly direction: Direction;
}

/** `page.after` and `page.before` are keys here, not cursors: the resolvers check and open cursors. */
export interface ListRequest {
  readonly kind: EntityKind;
  readonly filter: Filter | null;
  readonly orderBy: OrderBy;
  readonly page: PageRequest;
}

/** How relations and statements are read: as of a date, as known at a time, at or above a confidence. */
export interface ReadAt extends TimeSlice {
  readonly minConfidence: Confidence;
}

export interface StatementQuery {
  /** All of these subjects; null for any. */
  readonly subjects: readonly EntityId[] | null;
  readonly property: string | null;
  readonly confidence: Confidence | null;
  readonly publishersMax: number | null;
  readonly conflicting: boolean | null;
  /** Folded text that the subject's folded name contains. */
  readonly subjectNameContains: string | null;
}

export interface EdgeQuery {
  readonly direction: 'out' | 'in';
  readonly kinds: readonly DependencyKind[];
  readonly prospective: boolean;
}

export interface SearchHit {
  readonly id: EntityId;
  readonly kind: EntityKind;
  /** 0..100; 100 is the whole name. */
  readonly score: number;
  /** The name or alias that matched. */
  readonly matched: string;
}

/**
 * The port for reading. Batched: lists of ids in, answers in the same order out, one round trip a call.
 * An unknown id answers null or an empty list, never an error. Nothing returned may be changed.
 */
export interface GraphStore {
  meta(): Promise<DatasetMeta>;
  /** Entities by id; a merged id gives the entity that it was merged into. */
  entities(ids: readonly EntityId[]): Promise<readonly (EntityRecord | null)[]>;
  /** A filtered, ordered page; unknown values last in both directions. */
  list(request: ListRequest): Promise<Page<EntityRecord>>;
  count(kind: EntityKind, filter: Filter | null): Promise<number>;
  /** Number of entities of each kind. */
  counts(): Promise<ReadonlyMap<EntityKind, number>>;
  /**
   * Statements known at `knownAt`, at or above `minConfidence`, by subject, in the order of {@link statementKey};
   * `property` null means all. `asOf` leaves out what was said after it.
   */
  statementsBySubject(
    ids: readonly EntityId[],
    property: string | null,
    at: ReadAt,
  ): Promise<readonly (readonly StatementRecord[])[]>;
  /** The same by object: relations that point at the entity. */
  statementsByObject(
    ids: readonly EntityId[],
    property: string | null,
    at: ReadAt,
  ): Promise<readonly (readonly StatementRecord[])[]>;
  statements(ids: readonly string[]): Promise<readonly (StatementRecord | null)[]>;
  listStatements(query: StatementQuery, at: ReadAt, page: PageRequest): Promise<Page<StatementRecord>>;
  countStatements(query: StatementQuery, at: ReadAt): Promise<number>;
  /** Edge versions by id. */
  edges(ids: readonly string[]): Promise<readonly (Edge | null)[]>;
  /** Edges that hold at `at`, of each entity, ordered by (other end, kind, confidence descending, id); at most `limit` each. */
  edgesOf(ids: readonly EntityId[], query: EdgeQuery, at: ReadAt, limit: number): Promise<readonly (readonly Edge[])[]>;
  /** Ids of all deals to which each entity was ever a party, in any role, ascending. */
  dealsByParty(ids: readonly EntityId[]): Promise<readonly (readonly EntityId[])[]>;
  /** Ids of the deals nested in, superseding or expanding each deal (their `relation` statement points at it), ascending. */
  dealsPointingAt(ids: readonly EntityId[]): Promise<readonly (readonly EntityId[])[]>;
  /** Events in chronological order (`chronologicalKey`, then id) within [from, to], said by `asOf`; entities null for all. */
  events(
    entities: readonly EntityId[] | null,
    from: Day | null,
    to: Day | null,
    at: ReadAt,
    page: PageRequest,
  ): Promise<Page<GraphEvent>>;
  countEvents(entities: readonly EntityId[] | null, from: Day | null, to: Day | null, at: ReadAt): Promise<number>;
  /** Names and aliases that begin with or are within a typo of the query, best first (score descending, then id). */
  search(query: string, kinds: readonly EntityKind[] | null, limit: number): Promise<readonly SearchHit[]>;
  /** The best candidates for each name, at most `limit` each, same order as the names. */
  resolve(
    names: readonly string[],
    kinds: readonly EntityKind[] | null,
    limit: number,
  ): Promise<readonly (readonly SearchHit[])[]>;
  topology(): Promise<Topology>;
  close(): Promise<void>;
}
