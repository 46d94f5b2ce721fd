import type { Origin } from '../model/caller.js';
import type { DependencyKind } from '../model/edge.js';
import type { EntityHead } from '../model/entity.js';
import type { EntityId } from '../model/ids.js';
import type { Proposal } from '../model/proposal.js';
import type { Statement } from '../model/statement.js';
import type { Edit, EditOptions, EditRequest } from './GraphEditor.js';
import type { Kept, ReviewReader, ReviewReads } from './ReviewLedger.js';

/** What a proposal would have changed when it was made. */
export interface ProposalEffect {
  readonly edit: EditedIds;
  /** Claims that are new. */
  readonly claims: readonly Statement[];
  /** Entities that are new or change in name, identifiers or sources. */
  readonly heads: readonly EntityHead[];
  /** Dependencies that change; the first 1,000. */
  readonly edges: readonly ChangedEdge[];
}

/** The ids that an edit names. */
export type EditedIds = Omit<Edit, 'revision' | 'at' | 'dryRun' | 'repeated' | 'bookmark' | 'proposal'>;

export interface ChangedEdge {
  readonly change: 'OPENED' | 'CLOSED' | 'REMOVED';
  readonly kind: DependencyKind;
  readonly from: EntityId;
  readonly to: EntityId;
}

export interface DecideOptions {
  readonly origin: Origin;
  readonly reason: string;
  /** Whether they may decide on what they proposed themselves. */
  readonly ownToo: boolean;
  readonly reader: ReviewReader;
}

export interface Decided {
  readonly proposal: Proposal;
  /** What was written; null where it was refused. */
  readonly edit: Edit | null;
  readonly bookmark: string | null;
}

/** The port for writes that wait for somebody's decision. */
export interface GraphReviewer extends ReviewReads {
  /** Keeps what an edit would write, checked by the same rules. Throws what the edit throws. */
  propose(request: EditRequest, options: EditOptions & { readonly origin: Origin }): Promise<Kept>;
  /**
   * Applies a proposal by the rules and on the graph of now; once, also where it is asked for again. Throws NOT_FOUND,
   * FORBIDDEN for whoever made it, CONFLICT where it was refused or no longer fits, READ_ONLY, and what the ledger throws.
   */
  approve(id: string, options: DecideOptions): Promise<Decided>;
  refuse(id: string, options: DecideOptions): Promise<Decided>;
  effectOf(proposal: Proposal): ProposalEffect;
}
