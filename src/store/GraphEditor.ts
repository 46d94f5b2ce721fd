import type { Origin } from '../model/caller.js';
import type { RevisionNote } from '../model/change.js';
import type { ExternalId } from '../model/entity.js';
import type { EntityId } from '../model/ids.js';
import type { Proposal } from '../model/proposal.js';
import type { Confidence, FactValue, Qualifier } from '../model/statement.js';
import type { Day, Instant, PartialDate } from '../model/time.js';

/** A claim as a person gives it; what is left out has the defaults of the seeds. */
export interface StatementDraft {
  readonly subject: EntityId;
  readonly property: string;
  readonly scope?: string | null | undefined;
  readonly value?: FactValue | null | undefined;
  readonly object?: EntityId | null | undefined;
  readonly unit?: string | null | undefined;
  readonly qualifier?: Qualifier | null | undefined;
  readonly validFrom?: PartialDate | null | undefined;
  readonly validTo?: PartialDate | null | undefined;
  readonly saidOn?: PartialDate | null | undefined;
  readonly refersTo?: PartialDate | null | undefined;
  readonly confidence?: Confidence | null | undefined;
  readonly sources: readonly EntityId[];
  readonly note?: string | null | undefined;
}

/** A new entity, or what changes in the head of one that is there: what is left out stays. */
export interface EntityDraft {
  readonly id: EntityId;
  readonly name?: string | null | undefined;
  readonly aliases?: readonly string[] | null | undefined;
  readonly externalIds?: readonly ExternalId[] | null | undefined;
  readonly confidence?: Confidence | null | undefined;
  readonly sources?: readonly EntityId[] | null | undefined;
  /** Of a source: its publication. Refused for any other kind. */
  readonly publication?: PublicationDraft | null | undefined;
  /** Claims about it in the same write. A new deal, programme, rule or cloud needs those without which it is none. */
  readonly statements?: readonly Omit<StatementDraft, 'subject'>[] | null | undefined;
}

export interface PublicationDraft {
  readonly publisher?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly published?: PartialDate | null | undefined;
  readonly medium?: string | null | undefined;
  readonly read?: 'direct' | 'indirect' | 'none' | null | undefined;
  readonly licence?: string | null | undefined;
}

export interface EditOptions extends RevisionNote {
  /** Says what would change, and changes nothing. */
  readonly dryRun: boolean;
  readonly signal: AbortSignal | null;
  /** Whom the audit trail names; nobody in particular where it is left out. */
  readonly origin?: Origin;
}

export interface RecordOptions extends EditOptions {
  /** Ids of claims that are withdrawn in the same write. */
  readonly retract?: readonly string[];
}

/** What one of the methods of {@link GraphEditor} is asked for. */
export type EditRequest =
  | {
      readonly edit: 'RECORD_STATEMENTS';
      readonly drafts: readonly StatementDraft[];
      readonly dataThrough: Day | null;
      readonly retract: readonly string[];
    }
  | { readonly edit: 'RETRACT_STATEMENTS'; readonly ids: readonly string[] }
  | { readonly edit: 'UPSERT_ENTITIES'; readonly drafts: readonly EntityDraft[] }
  | { readonly edit: 'MERGE_ENTITIES'; readonly from: EntityId; readonly into: EntityId };

/** What a write did, or with `dryRun` would do. */
export interface Edit {
  /** Null for a dry run and a proposal. */
  readonly revision: number | null;
  readonly at: Instant | null;
  readonly dryRun: boolean;
  /** A write with the same key was there already: this is its answer. */
  readonly repeated: boolean;
  /** Ids, ascending. */
  readonly recorded: readonly string[];
  readonly retracted: readonly string[];
  readonly created: readonly EntityId[];
  readonly updated: readonly EntityId[];
  readonly merged: readonly EntityId[];
  /** Dependencies that are new, no longer hold, or were replaced; ids, ascending. */
  readonly edgesOpened: readonly string[];
  readonly edgesClosed: readonly string[];
  readonly edgesRemoved: readonly string[];
  readonly bookmark: string | null;
  /** What was kept instead of written: somebody is to decide on it. */
  readonly proposal?: Proposal;
}

/**
 * The port for people who curate. Every input is checked by the rules of the seeds before anything is written.
 * Throws BAD_USER_INPUT with every problem at once, NOT_FOUND for an unknown id, CONFLICT for what is there already or
 * touches too much, READ_ONLY where nothing can be written, and what the ledger throws.
 */
export interface GraphEditor {
  /** `dataThrough` moves the day through which the data was collected; null leaves it. */
  recordStatements(drafts: readonly StatementDraft[], dataThrough: Day | null, options: RecordOptions): Promise<Edit>;
  retractStatements(ids: readonly string[], options: EditOptions): Promise<Edit>;
  upsertEntities(drafts: readonly EntityDraft[], options: EditOptions): Promise<Edit>;
  /** `from` becomes a redirect to `into`, of the same kind. */
  mergeEntities(from: EntityId, into: EntityId, options: EditOptions): Promise<Edit>;
}
