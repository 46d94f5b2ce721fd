import type { DatasetMeta } from '../model/dataset.js';
import type { DependencyKind, Edge } from '../model/edge.js';
import type { EntityRecord } from '../model/entity.js';
import type { GraphEvent } from '../model/event.js';
import type { Filter } from '../model/filter.js';
import type { EntityId, EntityKind } from '../model/ids.js';
import type { Direction } from '../model/orderKey.js';
import type { Confidence, StatementRecord } from '../model/statement.js';
import type { StatementChange } from '../model/statementChange.js';
import type { Day, Instant, TimeSlice } from '../model/time.js';
import type { Topology } from './Topology.js';

/** Relay's page arguments, already checked: exactly one of `first` and `last` is set, 1..100. */
export interface PageRequest {
  readonly first?: number;
  readonly after?: string;
  readonly last?: number;
  readonly before?: string;
}

/**
 * One page in list order. `keys[i]` is the keyset position of `items[i]`; `model/cursor.ts` makes a cursor of it.
 * `hasNextPage` says whether an item follows the page: looked up going forward, and true where `before` was given.
 * `hasPreviousPage` mirrors it: looked up going backward, and true where `after` was given.
 */
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

/** Later than anything: `asOf` of a reader who wants all that is known, whenever it was said. */
export const LAST_DAY: Day = '9999-12-31';

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

/** All statements, whatever they say. */
export const ANY_STATEMENT: StatementQuery = {
  subjects: null,
  property: null,
  confidence: null,
  publishersMax: null,
  conflicting: null,
  subjectNameContains: null,
};

export interface EdgeQuery {
  readonly direction: 'out' | 'in';
  readonly kinds: readonly DependencyKind[];
  readonly prospective: boolean;
}

/** Whose events: those of any of these entities; null for all events. */
export type EventGroup = readonly EntityId[] | null;

/** Both days inclusive; null where open. */
export interface DayRange {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** Between which times of knowledge: later than `since`, and not later than `knownAt`. */
export interface KnowledgeSpan {
  readonly since: Instant;
  readonly knownAt: Instant;
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
  /**
   * The same as {@link entities} for one id, where the store has the answer at hand without reading; undefined where it has
   * not. Spares whoever asks for many a promise each.
   */
  entityAtHand(id: EntityId): EntityRecord | null | undefined;
  /**
   * The same for whoever needs nothing of it but id, kind and name; other fields may say nothing (see `namedRecord`). What an
   * entity is called is the same at all times.
   */
  namedAtHand(id: EntityId): EntityRecord | undefined;
  /** The same for a node of a topology, by its number, which is found faster than an id. */
  namedAtNode(topology: Topology, node: number): EntityRecord | undefined;
  /** Entities by id; a merged id gives the entity that it was merged into. */
  entities(ids: readonly EntityId[]): Promise<readonly (EntityRecord | null)[]>;
  /**
   * A filtered page in the order of `orderKey`: unknown values last in both directions, ties by id.
   * Throws BAD_USER_INPUT for a field, operator or value that the kind does not have.
   */
  list(request: ListRequest): Promise<Page<EntityRecord>>;
  count(kind: EntityKind, filter: Filter | null): Promise<number>;
  /** Number of entities of each kind, every kind named; merged entities don't count. */
  counts(): Promise<ReadonlyMap<EntityKind, number>>;
  /**
   * Statements known at `knownAt`, at or above `minConfidence`, by subject, in the order of `statementKey`;
   * `property` null means all. `asOf` leaves out what was not certainly said by then (`isSaidBy`); with {@link LAST_DAY} nothing is.
   * Statements about a merged entity count as about the one that it was merged into, here and in every method.
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
  /** What became of statements within the span, in the order of `changeKey`: each was recorded, and some were withdrawn. */
  changes(span: KnowledgeSpan, page: PageRequest): Promise<Page<StatementChange>>;
  countChanges(span: KnowledgeSpan): Promise<number>;
  /** Edge versions by id. */
  edges(ids: readonly string[]): Promise<readonly (Edge | null)[]>;
  /** Edges that hold at `at`, of each entity, ordered by (other end, kind's name, confidence descending, id); at most `limit` each. */
  edgesOf(ids: readonly EntityId[], query: EdgeQuery, at: ReadAt, limit: number): Promise<readonly (readonly Edge[])[]>;
  /**
   * Ids of the deals of which a statement that is read at `at` says that the entity is a party, in any role, each once,
   * ascending. Parties speak for the whole life of a deal: ask with {@link LAST_DAY} for all that were known.
   */
  dealsByParty(ids: readonly EntityId[], at: ReadAt): Promise<readonly (readonly EntityId[])[]>;
  /** The same for the deals of which such a statement says that they are nested in, supersede or expand the deal. */
  dealsPointingAt(ids: readonly EntityId[], at: ReadAt): Promise<readonly (readonly EntityId[])[]>;
  /**
   * For each group one page of events in the order of `eventKey`: of those of which any of the group's entities is part
   * (null for all events), each once. Of those within the range: an event known only to the month or year is part of
   * every range that its period overlaps, because it may have happened there. Said by `asOf`, known at `knownAt`;
   * `minConfidence` asks for one statement that has it.
   */
  events(
    groups: readonly EventGroup[],
    range: DayRange,
    at: ReadAt,
    page: PageRequest,
  ): Promise<readonly Page<GraphEvent>[]>;
  /** How many events each group has on all its pages. */
  countEvents(groups: readonly EventGroup[], range: DayRange, at: ReadAt): Promise<readonly number[]>;
  /**
   * Entities of which a name or alias answers the query, ranked by `scoreName` alone: score descending, then id. Stores may
   * differ in how they find candidates, but not in whole names, beginnings of names or words, and single typos.
   */
  search(query: string, kinds: readonly EntityKind[] | null, limit: number): Promise<readonly SearchHit[]>;
  /** The best candidates for each name, at most `limit` each, same order as the names. */
  resolve(
    names: readonly string[],
    kinds: readonly EntityKind[] | null,
    limit: number,
  ): Promise<readonly (readonly SearchHit[])[]>;
  topology(): Promise<Topology>;
  /** The topology where it is made already; undefined where it is not. */
  topologyAtHand(): Topology | undefined;
  close(): Promise<void>;
}
