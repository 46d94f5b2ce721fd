import type { Caller, Origin } from './caller.js';
import type { EntityId } from './ids.js';
import type { Instant } from './time.js';

/** What a write does. */
export const EDIT_KINDS = [
  'RECORD_STATEMENTS',
  'RETRACT_STATEMENTS',
  'UPSERT_ENTITIES',
  'MERGE_ENTITIES',
  'IMPORT',
  'REDERIVE',
] as const;
export type EditKind = (typeof EDIT_KINDS)[number];

/** What became of it: written at once, kept as a proposal, and what an admin decided on that. */
export const AUDIT_ACTIONS = ['APPLIED', 'PROPOSED', 'APPROVED', 'REFUSED'] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What whoever writes tells the audit trail. */
export interface AuditNote {
  readonly action: AuditAction;
  readonly edit: EditKind;
  readonly origin: Origin;
  /** As the write names its author; that of a proposal also where somebody else decides on it. */
  readonly author: string;
  /** Why it is written, proposed or decided so. */
  readonly reason: string;
  /** The proposal that is made or decided on, and who made it. */
  readonly proposal: string | null;
  readonly proposedBy: string | null;
}

/** One entry of the audit trail. */
export interface AuditRecord extends Omit<AuditNote, 'origin'> {
  /** Counts the entries of a graph without a gap. */
  readonly number: number;
  readonly at: Instant;
  readonly caller: Caller;
  readonly requestId: string | null;
  readonly touchedIds: readonly EntityId[];
  /** The revision that it made; null where the graph stayed as it was. */
  readonly revision: number | null;
}
