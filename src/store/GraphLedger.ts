import type { AuditNote } from '../model/audit.js';
import type { Change, FactChange, Revision, RevisionNote } from '../model/change.js';
import type { DatasetIndex } from '../model/DatasetIndex.js';
import type { EntityId } from '../model/ids.js';
import type { Instant } from '../model/time.js';

/** What a write decides to do. */
export interface Decision {
  /** What it says of the facts. */
  readonly facts: FactChange;
  /** That, and all that follows from it. */
  readonly change: Change;
  readonly touchedIds: readonly EntityId[];
  /** What the write answers, as JSON; kept with the revision. */
  readonly summary: string;
}

export interface Committed {
  readonly revision: Revision;
  /** A revision with the same key was there already; nothing was written. */
  readonly repeated: boolean;
  /** For whoever reads on another process: reads that are given it see this write. Opaque. */
  readonly bookmark: string | null;
}

export interface CommitOptions {
  /** Gives up, and rolls back what is not committed. */
  readonly signal: AbortSignal | null;
}

export interface WriteOptions extends CommitOptions {
  /** Written in the same transaction. With `APPROVED` its proposal is closed there, too. */
  readonly audit: AuditNote;
}

/** The port for writing revisions, one after the other. */
export interface GraphLedger {
  /**
   * Makes one revision. `decide` is given the whole dataset as it stands under the lock that makes writes serial, and the
   * time of the revision; it must be pure, because it is asked again when the transaction is tried again. What it throws
   * rolls back and is thrown on. All of the change is written or nothing.
   * Throws UNAVAILABLE where the store can't be reached, TIMEOUT where `signal` ended it, CONFLICT where the graph was
   * derived by another version of the rules, or the proposal that is approved is not open any more.
   */
  commit(
    note: RevisionNote,
    decide: (current: DatasetIndex, at: Instant) => Decision,
    options: WriteOptions,
  ): Promise<Committed>;
  /** The same as {@link commit}, but rolls back: what the write would do. Makes no revision; a key is not looked up. */
  rehearse(decide: (current: DatasetIndex, at: Instant) => Decision, options: CommitOptions): Promise<Decision>;
}
