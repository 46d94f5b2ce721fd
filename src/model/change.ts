import type { DatasetMeta } from './dataset.js';
import type { Edge } from './edge.js';
import type { EntityHead, EntityRecord, SourceRecord } from './entity.js';
import type { GraphEvent } from './event.js';
import type { EntityId } from './ids.js';
import type { Statement, StatementRecord } from './statement.js';
import type { Instant } from './time.js';

/** Rows of one sort: `put` are new or replace those with the same id, `removed` are ids. */
export interface RowChange<T> {
  readonly put: readonly T[];
  readonly removed: readonly string[];
}

/** What turns one dataset into another. Closing a version of an edge or event puts it again, with its `knownTo`. */
export interface Change {
  /** Null where the description stays. Its `revision` is the store's to set. */
  readonly meta: DatasetMeta | null;
  readonly entities: RowChange<EntityRecord>;
  readonly statements: RowChange<StatementRecord>;
  readonly edges: RowChange<Edge>;
  readonly events: RowChange<GraphEvent>;
  /** Old ids and what they were finally merged into, new or changed; redirects are never taken back. */
  readonly redirects: ReadonlyMap<EntityId, EntityId>;
}

/** What one write changes in the facts; all else follows. */
export interface FactChange {
  /** Null where the description stays. */
  readonly meta: DatasetMeta | null;
  /** New heads, and those that replace the head of the same id; one with `mergedInto` becomes a redirect. */
  readonly heads: readonly (EntityHead | SourceRecord)[];
  readonly added: readonly Statement[];
  /** Ids of statements that are withdrawn; those that were withdrawn before stay as they are. */
  readonly retracted: ReadonlySet<string>;
  /** Entities that are taken away as a whole, with all that is said of them: only in what is imagined, never in a write. */
  readonly gone?: ReadonlySet<EntityId>;
}

/** Who made a revision and why. */
export interface RevisionNote {
  readonly author: string;
  readonly reason: string;
  /** The same key never makes two revisions. */
  readonly key: string | null;
}

/** One write, as it is kept. */
export interface Revision extends RevisionNote {
  readonly number: number;
  /** When it was made: later than every earlier one, and what its statements have as `recordedAt` or `retractedAt`. */
  readonly at: Instant;
  /** The entities that the statements and heads in it are about, ascending. */
  readonly touchedIds: readonly EntityId[];
  /** What the write answered, as JSON, so that a repeat with the same key answers the same. */
  readonly summary: string;
}
