import { randomUUID } from 'node:crypto';
import type { AuditAction, AuditNote, AuditRecord } from '../model/audit.js';
import type { Origin } from '../model/caller.js';
import type { DatasetIndex } from '../model/DatasetIndex.js';
import { GraphError, notFound } from '../model/errors.js';
import type { Proposal } from '../model/proposal.js';
import type { Instant } from '../model/time.js';
import type { EditOptions, EditRequest } from '../store/GraphEditor.js';
import type { Decision, GraphLedger } from '../store/GraphLedger.js';
import type { Decided, DecideOptions, GraphReviewer, ProposalEffect } from '../store/GraphReviewer.js';
import type { Page, PageRequest } from '../store/GraphStore.js';
import type { AuditFilter, Kept, ProposalFilter, ReviewLedger, ReviewReader } from '../store/ReviewLedger.js';
import { checkNote, decideEdit, WRITE_LIMITS } from './decideEdit.js';
import { parseRequest, requestHash, requestText } from './editRequest.js';
import { readEdit } from './editSummary.js';
import { effectOf, parseEffect } from './proposalEffect.js';

export interface ReviewerParts {
  readonly ledger: GraphLedger;
  readonly reviews: ReviewLedger;
  readonly now: () => Date;
}

/** Keeps what editors propose, and applies what is approved by the rules of the seeds as they are then. */
export class Reviewer implements GraphReviewer {
  constructor(
    private readonly parts: ReviewerParts,
    private readonly limits = WRITE_LIMITS,
  ) {}

  async propose(
    request: EditRequest,
    { signal, origin, dryRun: _, ...given }: EditOptions & { readonly origin: Origin },
  ): Promise<Kept> {
    const note = checkNote(given);
    const id = `proposal:${randomUUID()}`;
    let effect = '';
    const { touchedIds } = await this.parts.ledger.rehearse(
      (current, at) => {
        const decision = decideEdit(current, request, at, this.limits);
        effect = JSON.stringify(effectOf(current, decision));
        return decision;
      },
      { signal },
    );
    const by = origin.caller;
    const proposal = {
      ...note,
      id,
      at: this.parts.now().toISOString(),
      edit: request.edit,
      by,
      request: requestText(request),
      requestHash: requestHash(request),
      effect,
      touchedIds,
    };
    const audit = auditOf('PROPOSED', proposal, origin, note.reason);
    const kept = await this.parts.reviews.propose(proposal, { signal, audit });
    const { proposal: there } = kept;
    if (kept.repeated && (there.requestHash !== proposal.requestHash || there.by.name !== by.name)) {
      const message = `The idempotency key "${note.key}" is that of another proposal. Give this one a key of its own.`;
      throw new GraphError('CONFLICT', message);
    }
    return kept;
  }

  async approve(id: string, options: DecideOptions): Promise<Decided> {
    const proposal = await this.decidable(id, options);
    const { origin, reason, reader } = options;
    const { author, reason: why } = proposal;
    const request = parseRequest(proposal.request);
    const decide = fitting((current, at) => decideEdit(current, request, at, this.limits));
    const audit = auditOf('APPROVED', proposal, origin, reason);
    // Its own id as the key: asked for again, it is written once.
    const note = { author, reason: why, key: id };
    const { revision, repeated, bookmark } = await this.parts.ledger.commit(note, decide, {
      signal: reader.signal,
      audit,
    });
    const { number, at, summary } = revision;
    const edit = { ...readEdit(summary).edit, revision: number, at, dryRun: false, repeated, bookmark };
    return { proposal: await this.after(id, reader, bookmark), edit, bookmark };
  }

  async refuse(id: string, options: DecideOptions): Promise<Decided> {
    const proposal = await this.decidable(id, options);
    const { origin, reason, reader } = options;
    const audit = auditOf('REFUSED', proposal, origin, reason);
    const kept = await this.parts.reviews.refuse(id, { signal: reader.signal, audit });
    return { proposal: kept.proposal, edit: null, bookmark: kept.bookmark };
  }

  effectOf(proposal: Proposal): ProposalEffect {
    return parseEffect(proposal.effect);
  }

  proposal(id: string, reader: ReviewReader): Promise<Proposal | null> {
    return this.parts.reviews.proposal(id, reader);
  }

  proposals(filter: ProposalFilter, page: PageRequest, reader: ReviewReader): Promise<Page<Proposal>> {
    return this.parts.reviews.proposals(filter, page, reader);
  }

  countProposals(filter: ProposalFilter, reader: ReviewReader): Promise<number> {
    return this.parts.reviews.countProposals(filter, reader);
  }

  audit(filter: AuditFilter, page: PageRequest, reader: ReviewReader): Promise<Page<AuditRecord>> {
    return this.parts.reviews.audit(filter, page, reader);
  }

  countAudit(filter: AuditFilter, reader: ReviewReader): Promise<number> {
    return this.parts.reviews.countAudit(filter, reader);
  }

  /** Throws NOT_FOUND, FORBIDDEN. Whether it is still open is looked at under the lock. */
  private async decidable(id: string, { origin, ownToo, reader }: DecideOptions): Promise<Proposal> {
    const proposal = await this.existing(id, reader);
    const { name } = origin.caller;
    if (ownToo || proposal.by.name !== name) return proposal;
    const message = `Expected somebody else than "${name}" to decide, who proposed it. REVIEW_OWN=on would allow it.`;
    throw new GraphError('FORBIDDEN', message);
  }

  private after(id: string, { signal, bookmarks }: ReviewReader, bookmark: string | null): Promise<Proposal> {
    return this.existing(id, { signal, bookmarks: bookmark === null ? bookmarks : [...bookmarks, bookmark] });
  }

  private async existing(id: string, reader: ReviewReader): Promise<Proposal> {
    const proposal = await this.parts.reviews.proposal(id, reader);
    if (proposal === null) throw notFound('proposal', id);
    return proposal;
  }
}

function auditOf(
  action: AuditAction,
  { id, edit, author, by }: Pick<Proposal, 'id' | 'edit' | 'author' | 'by'>,
  origin: Origin,
  reason: string,
): AuditNote {
  return { action, edit, origin, author, reason, proposal: id, proposedBy: by.name };
}

/** What is no longer right of a proposal is nobody's mistake: the graph has changed since. */
function fitting(decide: (current: DatasetIndex, at: Instant) => Decision) {
  return (current: DatasetIndex, at: Instant): Decision => {
    try {
      return decide(current, at);
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      throw new GraphError('CONFLICT', `The proposal no longer fits the graph as it is now. ${error.message}`);
    }
  };
}
