import type { AuditNote, AuditRecord } from '../model/audit.js';
import type { NewProposal, Proposal, ProposalStatus } from '../model/proposal.js';
import type { Instant } from '../model/time.js';
import type { CommitOptions } from './GraphLedger.js';
import type { Page, PageRequest } from './GraphStore.js';

/** For whom something is read: until when, and which writes it must see. */
export interface ReviewReader {
  readonly signal: AbortSignal | null;
  readonly bookmarks: readonly string[];
}

/** Null is anything. */
export interface ProposalFilter {
  readonly status: ProposalStatus | null;
  /** The name of the caller. */
  readonly by: string | null;
}

export interface AuditFilter {
  /** The name of the caller, or the author that the write names. */
  readonly author: string | null;
  /** At or after. */
  readonly since: Instant | null;
}

/** Proposals and the audit trail, newest first. Throws UNAVAILABLE, TIMEOUT. */
export interface ReviewReads {
  /** Null for an unknown id. */
  proposal(id: string, reader: ReviewReader): Promise<Proposal | null>;
  proposals(filter: ProposalFilter, page: PageRequest, reader: ReviewReader): Promise<Page<Proposal>>;
  countProposals(filter: ProposalFilter, reader: ReviewReader): Promise<number>;
  audit(filter: AuditFilter, page: PageRequest, reader: ReviewReader): Promise<Page<AuditRecord>>;
  countAudit(filter: AuditFilter, reader: ReviewReader): Promise<number>;
}

export interface Kept {
  readonly proposal: Proposal;
  /** An earlier one with the same key is there; nothing was kept. */
  readonly repeated: boolean;
  readonly bookmark: string | null;
}

export interface AuditedOptions extends CommitOptions {
  readonly audit: AuditNote;
}

/** The port for keeping proposals; approved ones are applied by the {@link GraphLedger}. Each call is one transaction. */
export interface ReviewLedger extends ReviewReads {
  /** Throws CONFLICT where the key is that of a revision, or the caller has too many open proposals. */
  propose(proposal: NewProposal, options: AuditedOptions): Promise<Kept>;
  /** Throws NOT_FOUND for an unknown id, CONFLICT where it was decided already. */
  refuse(id: string, options: AuditedOptions): Promise<Kept>;
}
