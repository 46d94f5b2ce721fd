import type { EditKind } from './audit.js';
import type { Caller } from './caller.js';
import type { RevisionNote } from './change.js';
import type { EntityId } from './ids.js';
import type { Instant } from './time.js';

export const PROPOSAL_STATUSES = ['OPEN', 'APPROVED', 'REFUSED'] as const;
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number];

/** A write that waits for somebody to decide on it, as it was made. */
export interface NewProposal extends RevisionNote {
  /** `proposal:` and a random part. */
  readonly id: string;
  readonly at: Instant;
  readonly edit: EditKind;
  readonly by: Caller;
  /** What is to be written, as JSON, and what tells it from another request. */
  readonly request: string;
  readonly requestHash: string;
  /** What it would have changed when it was made, as JSON. */
  readonly effect: string;
  readonly touchedIds: readonly EntityId[];
}

/** A proposal and what became of it. */
export interface Proposal extends NewProposal {
  /** Of the audit record that tells of it; later ones have greater numbers. */
  readonly number: number;
  readonly status: ProposalStatus;
  /** Null as long as nobody has decided. */
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly decisionReason: string | null;
  /** The revision that applied it. */
  readonly revision: number | null;
}
